package org.tidemark.producers.watch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Unpacks an answer, and says what it is where it can be no data. */
final class Received {
    private static final int HEAD_BYTES = 512;
    private static final int ETAG_CHARS = 1_024;
    private static final int DATE_CHARS = 64;

    private Received() {}

    /** The file of an answer, or why it is none. */
    static Answer of(HttpResponse<?> response, Path body, long bytesMax) throws IOException {
        String packed = response.headers()
                .firstValue("Content-Encoding")
                .orElse("identity")
                .toLowerCase(Locale.ROOT);
        if (packed.equals("gzip")) {
            try {
                unpack(body, bytesMax);
            } catch (EOFException | ZipException e) {
                return Fetcher.failure(Reason.CUT, "the packed answer is not whole: " + e.getMessage());
            }
        } else if (!packed.equals("identity")) {
            return Fetcher.failure(Reason.REFUSED, "packed as '%s', which was not asked for".formatted(packed));
        }
        if (Files.size(body) == 0) {
            return Fetcher.failure(Reason.EMPTY, "an answer without a byte");
        }
        return new Answer.Body(
                body,
                new Validators(version(response, "ETag", ETAG_CHARS), version(response, "Last-Modified", DATE_CHARS)));
    }

    /** It is sent back, noted on the cluster and kept: what is longer than any publisher's, or no plain text, is none. */
    private static String version(HttpResponse<?> response, String header, int chars) {
        return response.headers()
                .firstValue(header)
                .filter(value -> value.length() <= chars && value.chars().allMatch(c -> c >= ' ' && c <= '~'))
                .orElse("");
    }

    private static void unpack(Path body, long bytesMax) throws IOException {
        Path unpacked = body.resolveSibling(body.getFileName() + ".unpacked");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(body));
                OutputStream out = Files.newOutputStream(unpacked)) {
            byte[] buffer = new byte[1 << 16];
            long all = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                all += n;
                if (all > bytesMax) {
                    throw new BoundedBody.TooLargeException(bytesMax);
                }
                out.write(buffer, 0, n);
            }
        }
        Files.move(unpacked, body, StandardCopyOption.REPLACE_EXISTING);
    }

    static boolean isHtml(Path body) throws IOException {
        try (InputStream in = Files.newInputStream(body)) {
            String head = new String(in.readNBytes(HEAD_BYTES), StandardCharsets.UTF_8)
                    .replace("\ufeff", "")
                    .stripLeading()
                    .toLowerCase(Locale.ROOT);
            return head.startsWith("<!doctype html") || head.startsWith("<html");
        }
    }
}
