package org.tidemark.grafana;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.wiser.Wiser;
import org.subethamail.wiser.WiserMessage;

/** Receives mail by SMTP on this machine, whoever it is for. */
final class Mailbox implements AutoCloseable {
    private final Wiser server;

    /**
     * One mail.
     *
     * @param to whom its envelope names
     * @param text its part in plain text, decoded
     * @param html its part in HTML, decoded
     */
    record Mail(String to, String subject, String text, String html) {}

    private Mailbox(Wiser server) {
        this.server = server;
    }

    static Mailbox start() {
        Wiser server = Wiser.create(SMTPServer.port(0).bindAddress(InetAddress.getLoopbackAddress()));
        server.start();
        return new Mailbox(server);
    }

    int port() {
        return server.getServer().getPortAllocated();
    }

    /** What has come so far whose subject or text has a word. */
    List<Mail> about(String word) throws IOException {
        List<Mail> found = new ArrayList<>();
        for (WiserMessage message : List.copyOf(server.getMessages())) {
            Mail mail = read(message);
            if (mail.subject().contains(word) || mail.text().contains(word)) {
                found.add(mail);
            }
        }
        return found;
    }

    private static Mail read(WiserMessage message) throws IOException {
        try {
            MimeMessage mime = message.getMimeMessage();
            return new Mail(
                    message.getEnvelopeReceiver(),
                    mime.getSubject(),
                    part(mime, "text/plain"),
                    part(mime, "text/html"));
        } catch (MessagingException e) {
            throw new IOException("what came is no mail", e);
        }
    }

    private static String part(MimeMessage mime, String type) throws IOException, MessagingException {
        Multipart parts = (Multipart) mime.getContent();
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.isMimeType(type)) {
                return (String) part.getContent();
            }
        }
        throw new MessagingException("no part of it is " + type);
    }

    @Override
    public void close() {
        server.stop();
    }
}
