package org.tidemark.producers.kafka;

import java.nio.file.Path;
import java.util.Optional;

/** The cluster did not take what was sent, or does not tell what it holds; the message says what to do in one line. */
public final class PublishException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private PublishException(String message, Throwable cause) {
        super(message, cause);
    }

    PublishException(String message) {
        super(message);
    }

    static PublishException noClient(Exception e) {
        // Kafka says only that it failed; why is in the cause.
        Throwable why = e.getCause() == null ? e : e.getCause();
        return new PublishException(
                "no client for the cluster: %s; check --bootstrap and the client's settings".formatted(firstLine(why)),
                e);
    }

    static PublishException refused(Exception e) {
        return new PublishException(
                "the cluster refused a record: %s; mend that and load the same files again, nothing is doubled"
                        .formatted(firstLine(e)),
                e);
    }

    static PublishException unread(String topic, Exception e) {
        return new PublishException(
                "topic %s cannot be read: %s; check --bootstrap and that the cluster is up"
                        .formatted(topic, firstLine(e)),
                e);
    }

    static PublishException noRoom(Path folder, Exception e) {
        return new PublishException(
                "the topic cannot be kept in %s while it is read: %s; it needs as much room there as the topic has"
                        .formatted(folder, firstLine(e)),
                e);
    }

    private static String firstLine(Throwable e) {
        return Optional.ofNullable(e.getMessage())
                .flatMap(m -> m.lines().findFirst())
                .orElse(e.getClass().getSimpleName());
    }
}
