package org.tidemark.producers.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tidemark.producers.FigureSink;
import org.tidemark.producers.SkipReason;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.SourceFormat;
import org.tidemark.producers.StatedFigure;
import org.tidemark.validate.RejectReason;

/** Reads an answer before it is kept: whether it is what it should be, and how much it has. */
final class Probe {
    private final List<SourceFormat> formats;

    /**
     * What was found.
     *
     * @param trouble why it is not what it should be; empty where it is
     * @param nothing whether it is what it should be, and says nothing: a table without a row
     */
    record Found(long figures, String trouble, boolean nothing) {
        Found(long figures, String trouble) {
            this(figures, trouble, false);
        }
    }

    Probe(List<SourceFormat> formats) {
        this.formats = List.copyOf(formats);
    }

    /**
     * Reads it.
     *
     * @param received as of when it will be kept
     */
    Found look(Path answer, String source, Instant received) {
        SourceFile file = new SourceFile(answer, received);
        try {
            for (SourceFormat format : formats) {
                if (format.recognises(file)) {
                    return read(file, format, source);
                }
            }
            return new Found(0, "in no known format");
        } catch (IOException e) {
            return new Found(0, String.valueOf(e.getMessage()));
        } catch (UncheckedIOException e) {
            return new Found(
                    0,
                    String.valueOf(
                            e.getCause() == null ? e.getMessage() : e.getCause().getMessage()));
        }
    }

    private static Found read(SourceFile file, SourceFormat format, String source) throws IOException {
        Count count = new Count(source);
        format.read(file, count);
        if (count.own > 0) {
            return new Found(count.own, "");
        }
        String trouble = count.others.isEmpty()
                ? "format %s, and no figure in it; %d rows were refused%s"
                        .formatted(format.name(), count.refused, count.first)
                : "format %s with figures of %s, and none of %s".formatted(format.name(), count.others, source);
        return new Found(0, trouble, count.others.isEmpty() && count.refused == 0);
    }

    private static final class Count implements FigureSink {
        private final String source;
        private final Set<String> others = new TreeSet<>();
        private long own;
        private long refused;
        private String first = "";

        Count(String source) {
            this.source = source;
        }

        @Override
        public void figure(StatedFigure figure) {
            String said = figure.figure().series().source();
            if (said.equals(source)) {
                own++;
            } else {
                others.add(said);
            }
        }

        @Override
        public void skipped(SkipReason reason) {
            // Cells without a figure are no trouble.
        }

        @Override
        public void rejected(RejectReason reason, String where, String detail, byte[] original) {
            if (refused++ == 0) {
                first = ", the first at %s: %s".formatted(where, detail);
            }
        }
    }
}
