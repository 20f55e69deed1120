package org.tidemark.producers.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Endpoint;
import org.tidemark.producers.FileDates;
import org.tidemark.producers.SourceFile;

/**
 * The files that an answer brings: itself, one file of a ZIP, or several, each of which is a vintage of its own.
 *
 * @param files oldest first
 * @param hash tells whether the answer brings another thing than the one before; hexadecimal
 */
record Parts(List<Part> files, String hash) {
    /**
     * A file.
     *
     * @param kept the endpoint, with the name under which the file is kept
     * @param dated what its name says of when it was published; null of an answer that is one file
     * @param hash of its bytes, hexadecimal
     */
    record Part(Endpoint kept, Path file, @Nullable Instant dated, String hash) {
        private Instant order() {
            return dated == null ? Instant.MAX : dated;
        }
    }

    /**
     * Unpacks an answer.
     *
     * @throws ZipMember.AbsentException where what should be read is not in it
     * @throws BoundedBody.TooLargeException where it unpacks to more than it may
     */
    static Parts of(Endpoint endpoint, Path body, Archive archive) throws IOException {
        Endpoint.Zip zip = endpoint.zip();
        if (zip != null && zip.all()) {
            return several(endpoint, unpacked(endpoint, zip.member(), body, archive));
        }
        if (zip != null) {
            ZipMember.take(body, zip.member(), endpoint.bytesMax());
        }
        String hash = Archive.hash(body);
        return new Parts(List.of(new Part(endpoint, body, null, hash)), hash);
    }

    private static List<Path> unpacked(Endpoint endpoint, String form, Path body, Archive archive) throws IOException {
        try {
            return ZipMember.all(body, form, archive.unpacked(endpoint), endpoint.bytesMax());
        } catch (IOException e) {
            Path unused = archive.unpacked(endpoint);
            throw e;
        }
    }

    private static Parts several(Endpoint endpoint, List<Path> files) throws IOException {
        try {
            List<Part> parts = files.stream()
                    .map(file -> part(endpoint, file))
                    .sorted(Comparator.comparing(Part::order).thenComparing(part -> String.valueOf(part.file())))
                    .toList();
            return new Parts(parts, Archive.hash(parts.stream().map(Part::hash).toList()));
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static Part part(Endpoint endpoint, Path file) {
        try {
            Endpoint kept = endpoint.keeping(String.valueOf(file.getFileName()));
            return new Part(kept, file, FileDates.of(new SourceFile(file)).orElse(null), Archive.hash(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
