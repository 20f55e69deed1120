package org.tidemark.producers.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.producers.FigureSink;
import org.tidemark.producers.SkipReason;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.SourceFormat;
import org.tidemark.producers.StatedFigure;
import org.tidemark.producers.UnreadableFileException;
import org.tidemark.validate.RejectReason;
import org.tidemark.validate.Rejection;

/** Reads files: finds the format that recognises each of them, and keeps what it tells. */
final class FileReader {
    /** Figures held at once by the largest run; a run is sorted as a whole, so it must fit in memory. */
    private static final int FIGURES_MAX = 8_000_000;

    /** What a figure takes up at most, with its place in its shipment; measured at 200. */
    private static final int FIGURE_BYTES = 400;

    private static final int HASH_SHOWN = 16;

    private final Catalogue catalogue;
    private final List<SourceFormat> formats;
    private final Consumer<Rejection> rejections;
    private final int figuresMax;
    private final SharedIds ids = new SharedIds();
    private int figuresHeld;

    /**
     * Reads with these formats.
     *
     * @param catalogue which figures stand for economies that have none of their own
     * @param rejections takes what makes no sense, as it is met
     * @param figuresMax figures held at once
     */
    FileReader(Catalogue catalogue, List<SourceFormat> formats, Consumer<Rejection> rejections, int figuresMax) {
        this.catalogue = catalogue;
        this.formats = List.copyOf(formats);
        this.rejections = rejections;
        this.figuresMax = figuresMax;
    }

    /** How many figures fit into this much memory while half of it is left for everything else. */
    static int figuresWithin(long memoryBytes) {
        return (int) Math.min(FIGURES_MAX, memoryBytes / 2 / FIGURE_BYTES);
    }

    /**
     * A file with what is known of it before it is read.
     *
     * @param hash of its bytes, its date and the format: one hash, one load
     */
    record Recognised(SourceFile file, SourceFormat format, @Nullable Instant filed, String hash) {}

    /** The file with the first format that recognises it. */
    Optional<Recognised> recognise(SourceFile file) throws IOException {
        for (SourceFormat format : formats) {
            if (format.recognises(file)) {
                Instant filed = format.filed(file).orElse(null);
                return Optional.of(new Recognised(file, format, filed, hash(file, format, filed)));
            }
        }
        return Optional.empty();
    }

    /** The date belongs to it: a publisher who returns to what he said before says it anew. */
    private static String hash(SourceFile file, SourceFormat format, @Nullable Instant filed) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("%s %s ".formatted(format.name(), filed).getBytes(StandardCharsets.UTF_8));
            try (InputStream in = new DigestInputStream(file.open(), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, HASH_SHOWN);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    FileContent read(Recognised recognised) throws IOException {
        SourceFile file = recognised.file();
        Kept kept = new Kept(file.name(), recognised.hash(), figuresMax - figuresHeld);
        try {
            recognised.format().read(file, kept);
        } catch (IOException | RuntimeException e) {
            // Whatever the reader makes of it: a target that takes no more ends the run, not the file.
            kept.throwIfRefused();
            throw e;
        }
        kept.throwIfRefused();
        if (kept.count == 0 && kept.rejected.isEmpty() && !kept.skipped.isEmpty()) {
            kept.remark("holds no figure that is followed; skipped " + kept.skipped);
        }
        if (kept.count == 0 && kept.rejected.isEmpty() && kept.skipped.isEmpty()) {
            kept.remark("holds no row below the names of its columns; there is nothing to load");
        }
        int copied = kept.copy();
        figuresHeld += kept.count;
        return new FileContent(
                file.name(),
                recognised.format().name(),
                recognised.hash(),
                recognised.filed(),
                kept.figures,
                copied,
                kept.skipped,
                kept.rejected,
                kept.remarks);
    }

    private final class Kept implements FigureSink {
        private final String file;
        private final Refusals refusals;
        private final int countMax;
        private final SortedMap<String, List<StatedFigure>> figures = new TreeMap<>();
        private final SortedMap<SkipReason, Long> skipped = new TreeMap<>();
        private final SortedMap<RejectReason, Long> rejected = new TreeMap<>();
        private final List<String> remarks = new ArrayList<>();
        private @Nullable RuntimeException refused;
        private int count;

        Kept(String file, String load, int countMax) {
            this.file = file;
            this.refusals = new Refusals(file, load);
            this.countMax = countMax;
        }

        @Override
        public void figure(StatedFigure figure) {
            if (count == countMax) {
                throw new UncheckedIOException(tooMany());
            }
            requireNumbers(figure);
            if (!catalogue.knowsEconomy(figure.figure().series().economy())) {
                refuse(refusals.unknownEconomy(figure, catalogue));
                return;
            }
            count++;
            figures.computeIfAbsent(figure.figure().series().source(), s -> new ArrayList<>())
                    .add(ids.shared(figure));
        }

        /** Puts behind each figure those that it stands for, and says how many they are. */
        int copy() throws UnreadableFileException {
            int stated = count;
            for (Map.Entry<String, List<StatedFigure>> source : figures.entrySet()) {
                AggregateProxies copies = new AggregateProxies(source.getValue(), catalogue);
                if (copies.count() > countMax - count) {
                    throw tooMany();
                }
                count += (int) copies.count();
                source.setValue(copies.inserted(ids::shared));
            }
            return count - stated;
        }

        private UnreadableFileException tooMany() {
            return new UnreadableFileException(
                    "%s: more than %,d figures in one run; load fewer files at a time, or give Java more memory"
                            .formatted(file, figuresMax));
        }

        /** Refused here, where it is the trouble of one file, and not when the run is half sent. */
        private static void requireNumbers(StatedFigure f) {
            Double value = f.value();
            Double error = f.standardError();
            if ((value != null && !Double.isFinite(value))
                    || (error != null && !(error >= 0 && Double.isFinite(error)))) {
                throw new IllegalArgumentException("%s: value %s, standard error %s at %s; both must be finite numbers"
                        .formatted(f.figure(), value, error, f.where()));
            }
        }

        @Override
        public void skipped(SkipReason reason) {
            skipped.merge(reason, 1L, Long::sum);
        }

        @Override
        public void remark(String how) {
            remarks.add(how);
        }

        @Override
        public void rejected(RejectReason reason, String where, String detail, byte[] original) {
            rejected(reason, where, detail, original, null, null);
        }

        @Override
        public void rejected(
                RejectReason reason,
                String where,
                String detail,
                byte[] original,
                @Nullable String source,
                @Nullable String economy) {
            refuse(refusals.of(reason, where, detail, original, source, economy));
        }

        private void refuse(Rejection rejection) {
            rejected.merge(rejection.reason(), 1L, Long::sum);
            try {
                rejections.accept(rejection);
            } catch (RuntimeException e) {
                refused = e;
                throw e;
            }
        }

        void throwIfRefused() {
            if (refused != null) {
                throw new TargetRefusedException(refused);
            }
        }
    }
}
