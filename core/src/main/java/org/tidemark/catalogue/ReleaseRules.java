package org.tidemark.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.SeriesId;

/** What the catalogue says of releases: edges of time, how they are judged, and which breaks are known. Immutable. */
public final class ReleaseRules {
    static final ReleaseRules NONE = new ReleaseRules(null, List.of(), TimeBounds.DEFAULT);

    private final @Nullable JudgingRules judging;
    private final List<DeclaredBreak> breaks;
    private final TimeBounds bounds;

    private ReleaseRules(@Nullable JudgingRules judging, List<DeclaredBreak> breaks, TimeBounds bounds) {
        this.judging = judging;
        this.breaks = List.copyOf(breaks);
        this.bounds = bounds;
    }

    static ReleaseRules from(CatalogueFile file) {
        JudgingText text = file.judging();
        List<DeclaredBreak> breaks = new TreeMap<>(CatalogueFile.orEmpty(file.breaks()))
                .entrySet().stream().map(e -> e.getValue().declared(e.getKey())).toList();
        BoundsText bounds = file.bounds();
        return new ReleaseRules(
                text == null ? null : text.rules(), breaks, bounds == null ? TimeBounds.DEFAULT : bounds.bounds());
    }

    /** How releases are judged; empty where the catalogue says nothing of it, so that none is. */
    public Optional<JudgingRules> judging() {
        return Optional.ofNullable(judging);
    }

    /** Which periods and publications can be. */
    public TimeBounds bounds() {
        return bounds;
    }

    /** The breaks that are known, by id. */
    public List<DeclaredBreak> breaks() {
        return breaks;
    }

    /** The break of a series between two instants of publication, if one is known. */
    public Optional<DeclaredBreak> breakOf(SeriesId series, Instant before, Instant now) {
        return breaks.stream()
                .filter(b -> b.isOf(series) && b.isBetween(before, now))
                .findFirst();
    }
}
