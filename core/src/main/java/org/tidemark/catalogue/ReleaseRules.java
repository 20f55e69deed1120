package org.tidemark.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.SeriesId;

/** What the catalogue says of releases: how they are judged, and which breaks are known. Immutable. */
public final class ReleaseRules {
    static final ReleaseRules NONE = new ReleaseRules(null, List.of());

    private final @Nullable JudgingRules judging;
    private final List<DeclaredBreak> breaks;

    private ReleaseRules(@Nullable JudgingRules judging, List<DeclaredBreak> breaks) {
        this.judging = judging;
        this.breaks = List.copyOf(breaks);
    }

    static ReleaseRules from(CatalogueFile file) {
        JudgingText text = file.judging();
        List<DeclaredBreak> breaks = new TreeMap<>(CatalogueFile.orEmpty(file.breaks()))
                .entrySet().stream().map(e -> e.getValue().declared(e.getKey())).toList();
        return new ReleaseRules(text == null ? null : text.rules(), breaks);
    }

    /** How releases are judged; empty where the catalogue says nothing of it, so that none is. */
    public Optional<JudgingRules> judging() {
        return Optional.ofNullable(judging);
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
