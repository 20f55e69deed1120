package org.tidemark.producers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tidemark.validate.RejectReason;

/** All that a format told of one file, in order. */
public final class Told implements FigureSink {
    /** A rejection, its original bytes as text of single bytes so that two can be compared. */
    public record Rejection(RejectReason reason, String where, String detail, String original) {}

    public final List<StatedFigure> figures = new ArrayList<>();
    public final Map<SkipReason, Integer> skipped = new EnumMap<>(SkipReason.class);
    public final List<Rejection> rejected = new ArrayList<>();

    public final List<String> remarks = new ArrayList<>();

    public static Told by(SourceFormat format, Path file) throws IOException {
        Told told = new Told();
        format.read(new SourceFile(file), told);
        return told;
    }

    @Override
    public void figure(StatedFigure figure) {
        figures.add(figure);
    }

    @Override
    public void skipped(SkipReason reason) {
        skipped.merge(reason, 1, Integer::sum);
    }

    @Override
    public void rejected(RejectReason reason, String where, String detail, byte[] original) {
        rejected.add(new Rejection(
                reason, where, detail, new String(original, java.nio.charset.StandardCharsets.ISO_8859_1)));
    }

    @Override
    public void remark(String how) {
        remarks.add(how);
    }

    public Map<RejectReason, Integer> rejectedByReason() {
        Map<RejectReason, Integer> counts = new EnumMap<>(RejectReason.class);
        rejected.forEach(r -> counts.merge(r.reason(), 1, Integer::sum));
        return counts;
    }

    /** How many cells it heard of; each is told once, whatever became of it. */
    public int cells() {
        return figures.size()
                + skipped.values().stream().mapToInt(Integer::intValue).sum()
                + rejected.size();
    }
}
