package org.tidemark.news;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.BatchId;
import org.tidemark.series.SeriesId;

/** What is told in one line: the figures of one indicator in one release, of one kind; nulls where it is no figure. */
record Group(NewsLine.Kind kind, @Nullable String source, @Nullable String release, @Nullable String indicator)
        implements Comparable<Group> {
    private static final Comparator<String> ABSENT_FIRST = Comparator.nullsFirst(Comparator.naturalOrder());
    private static final Comparator<Group> ORDER = Comparator.comparing(Group::kind)
            .thenComparing(Group::source, ABSENT_FIRST)
            .thenComparing(Group::release, ABSENT_FIRST)
            .thenComparing(Group::indicator, ABSENT_FIRST);

    static Group of(NewsLine.Kind kind) {
        return new Group(kind, null, null, null);
    }

    static Group of(NewsLine.Kind kind, SeriesId series, BatchId batch) {
        return new Group(kind, series.source(), batch.release(), series.indicator());
    }

    @Override
    public int compareTo(Group other) {
        return ORDER.compare(this, other);
    }
}
