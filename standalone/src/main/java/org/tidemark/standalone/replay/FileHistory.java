package org.tidemark.standalone.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.kafka.RelayTarget;
import org.tidemark.producers.load.Formats;
import org.tidemark.producers.load.Inputs;
import org.tidemark.producers.load.LoadReport;
import org.tidemark.producers.load.LoadSettings;
import org.tidemark.producers.load.Loader;

/**
 * Files, played as a load.
 *
 * @param clock after which nothing claims to be published, unless the settings say until when to play
 */
record FileHistory(Inputs inputs, Clock clock) implements History {
    /** After all that files may state: each figure counts as received when it was published, whenever it is played. */
    private static final Clock ALL_PUBLISHED = Clock.fixed(Instant.parse("9999-12-31T23:59:59.999Z"), ZoneOffset.UTC);

    @Override
    public Opened open(Path folder, @Nullable JsonNode begun, ReplaySettings settings, ReplayProgress progress) {
        Instant notAfter = settings.asOf() == null ? clock.instant() : null;
        return new OpenFiles(inputs, settings, notAfter, progress);
    }

    private record OpenFiles(
            Inputs inputs, ReplaySettings settings, @Nullable Instant notAfter, ReplayProgress progress)
            implements Opened {
        /** Content and name of each file, since a name may hold the file's date. */
        @Override
        public ObjectNode identity() throws IOException {
            SortedSet<String> lines = new TreeSet<>();
            for (SourceFile file : Stream.concat(inputs.named().stream(), inputs.found().stream())
                    .toList()) {
                lines.add(sha256(file) + " " + file.name());
            }
            ObjectNode identity = JsonNodeFactory.instance.objectNode();
            ArrayNode files = identity.putArray("files");
            lines.forEach(files::add);
            return identity;
        }

        private static String sha256(SourceFile file) throws IOException {
            MessageDigest digest = HashedFile.sha256();
            byte[] buffer = new byte[1 << 16];
            try (InputStream in = new DigestInputStream(file.open(), digest)) {
                int read = 0;
                while (read >= 0) {
                    read = in.read(buffer);
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        }

        @Override
        public LoadReport play(LoadSettings what, RelayTarget target) throws IOException {
            return new Loader(settings.catalogue(), Formats.all(settings.catalogue()), target, ALL_PUBLISHED, progress)
                    .notAfter(notAfter)
                    .run(inputs, what);
        }

        @Override
        public ObjectNode input(LoadReport played) {
            ObjectNode input = JsonNodeFactory.instance.objectNode();
            List<String> lines = PlayedLoads.inOrder(played).stream()
                    .map(load -> load.load() + " " + load.file())
                    .toList();
            input.put("hash", HashedFile.ofLines(lines));
            input.set("files", PlayedLoads.nodes(played));
            return input;
        }

        @Override
        public void close() {
            // Each file is opened while it is read.
        }
    }
}
