package org.tidemark.producers.plaincsv;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Indicator;
import org.tidemark.producers.FigureSink;
import org.tidemark.producers.SkipReason;
import org.tidemark.producers.StatedFigure;
import org.tidemark.producers.text.SourceExcerpt;
import org.tidemark.text.Likeness;
import org.tidemark.validate.RejectReason;

/**
 * Tells of indicators that are a slip away from a declared one: a family takes any name that begins as it does, so that a
 * slip would become a concept of its own without a word.
 */
final class NearIndicators implements FigureSink {
    private final FigureSink sink;
    private final Catalogue catalogue;
    private final List<String> declared;
    private final Set<String> seen = new HashSet<>();

    NearIndicators(FigureSink sink, Catalogue catalogue) {
        this.sink = sink;
        this.catalogue = catalogue;
        this.declared = catalogue.indicators().stream().map(Indicator::id).toList();
    }

    @Override
    public void figure(StatedFigure figure) {
        String id = figure.figure().series().indicator();
        if (seen.add(id) && catalogue.indicator(id).isPresent() && !declared.contains(id)) {
            Likeness.slipOf(id, declared)
                    .ifPresent(meant -> sink.remark(
                            "indicator %s is read as one of its own; if it is '%s', write that, withdraw this release and load the file again"
                                    .formatted(SourceExcerpt.of(id), meant)));
        }
        sink.figure(figure);
    }

    @Override
    public void skipped(SkipReason reason) {
        sink.skipped(reason);
    }

    @Override
    public void rejected(RejectReason reason, String where, String detail, byte[] original) {
        sink.rejected(reason, where, detail, original);
    }

    @Override
    public void rejected(
            RejectReason reason,
            String where,
            String detail,
            byte[] original,
            @Nullable String source,
            @Nullable String economy) {
        sink.rejected(reason, where, detail, original, source, economy);
    }

    @Override
    public void remark(String how) {
        sink.remark(how);
    }
}
