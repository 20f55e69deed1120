package org.tidemark.producers.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.tidemark.producers.FigureSink;
import org.tidemark.producers.SkipReason;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.SourceFormat;
import org.tidemark.producers.StatedFigure;
import org.tidemark.producers.UnreadableFileException;
import org.tidemark.validate.RejectReason;
import org.tidemark.validate.Rejection;

/** Reads files: finds the format that recognises each of them, and keeps what it tells. */
final class Intake {
    /** Figures held at once; a run is sorted as a whole, so it must fit in memory. */
    static final int FIGURES_MAX = 8_000_000;

    private static final int HASH_SHOWN = 16;

    private final List<SourceFormat> formats;
    private final Consumer<Rejection> rejections;
    private int figuresHeld;

    /**
     * Reads with these formats.
     *
     * @param rejections takes what makes no sense, as it is met
     */
    Intake(List<SourceFormat> formats, Consumer<Rejection> rejections) {
        this.formats = List.copyOf(formats);
        this.rejections = rejections;
    }

    /** The first format that recognises the file. */
    Optional<SourceFormat> recognise(SourceFile file) throws IOException {
        if (file.head().length == 0) {
            throw new UnreadableFileException("%s is empty; there is nothing to load".formatted(file.path()));
        }
        for (SourceFormat format : formats) {
            if (format.recognises(file)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    FileContent read(SourceFile file, SourceFormat format) throws IOException {
        Kept kept = new Kept(file.name());
        format.read(file, kept);
        return new FileContent(
                file.name(),
                format.name(),
                hash(file, format),
                format.filed(file).orElse(null),
                kept.figures,
                kept.skipped,
                kept.rejected);
    }

    private static String hash(SourceFile file, SourceFormat format) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(format.name().getBytes(StandardCharsets.UTF_8));
            try (InputStream in = new DigestInputStream(file.open(), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, HASH_SHOWN);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private final class Kept implements FigureSink {
        private final String file;
        private final List<StatedFigure> figures = new ArrayList<>();
        private final SortedMap<SkipReason, Long> skipped = new TreeMap<>();
        private final SortedMap<RejectReason, Long> rejected = new TreeMap<>();

        Kept(String file) {
            this.file = file;
        }

        @Override
        public void figure(StatedFigure figure) {
            if (++figuresHeld > FIGURES_MAX) {
                throw new UncheckedIOException(
                        new UnreadableFileException("%s: more than %,d figures in one run; load fewer files at a time"
                                .formatted(file, FIGURES_MAX)));
            }
            figures.add(figure);
        }

        @Override
        public void skipped(SkipReason reason) {
            skipped.merge(reason, 1L, Long::sum);
        }

        @Override
        public void rejected(RejectReason reason, String where, String detail, byte[] original) {
            rejected.merge(reason, 1L, Long::sum);
            rejections.accept(new Rejection(reason, detail, file + ", " + where, null, null, null, null, original));
        }
    }
}
