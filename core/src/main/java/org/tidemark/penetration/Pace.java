package org.tidemark.penetration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.calendar.Rhythm;
import org.tidemark.estimate.Term;
import org.tidemark.series.FigureId;

/**
 * How often the sources of a cell bring new figures, folded figure by figure: what tells how long its newest figure is
 * fresh. A pure function of the figures in their order, so that whoever goes on from any of them comes to the same.
 */
public final class Pace {
    /** Of no figure. */
    public static final Pace NONE = new Pace(new TreeMap<>(), null);

    /** From so many intervals of its source on, counted from its publication, a newest figure is old. */
    private static final int INTERVALS = 2;

    private static final int DAYS_MAX = 12;

    private final SortedMap<String, Recent> sources;
    private final @Nullable Newest newest;

    private Pace(SortedMap<String, Recent> sources, @Nullable Newest newest) {
        this.sources = Collections.unmodifiableSortedMap(sources);
        this.newest = newest;
    }

    /** The last days on which a source published figures of a cell, and the last days that its figures are about. */
    private record Recent(List<LocalDate> published, List<LocalDate> ends) {
        static final Recent NONE = new Recent(List.of(), List.of());

        Recent with(LocalDate day, LocalDate end) {
            return new Recent(with(published, day), with(ends, end));
        }

        private static List<LocalDate> with(List<LocalDate> days, LocalDate day) {
            if (days.contains(day)) {
                return days;
            }
            List<LocalDate> all = new ArrayList<>(days);
            all.add(day);
            all.sort(null);
            return List.copyOf(all.subList(Math.max(0, all.size() - DAYS_MAX), all.size()));
        }
    }

    /** The newest figure. */
    private record Newest(String source, LocalDate published, LocalDate end, long length) {}

    /**
     * With one more figure.
     *
     * @param since when what is believed of it was published
     */
    public Pace with(FigureId figure, Instant since) {
        String source = figure.series().source();
        LocalDate day = LocalDate.ofInstant(since, ZoneOffset.UTC);
        LocalDate end = figure.period().end();
        SortedMap<String, Recent> all = new TreeMap<>(sources);
        all.put(source, all.getOrDefault(source, Recent.NONE).with(day, end));
        return new Pace(all, new Newest(source, day, end, figure.period().days()));
    }

    /**
     * For how many days after its period the newest figure is fresh, as a term: until two usual intervals of its source
     * have passed since it was published.
     *
     * @throws IllegalStateException when there is no figure
     */
    public Term term() {
        Newest figure = newest;
        if (figure == null) {
            throw new IllegalStateException("no figure has been read; ask after the first");
        }
        double interval = interval(figure);
        double days = Math.max(0, ChronoUnit.DAYS.between(figure.end(), figure.published()))
                + INTERVALS * Math.rint(interval);
        String said = "from the end of its period: two intervals of %s, usually %d days each, after its publication"
                .formatted(figure.source(), StrictMath.round(interval));
        return new Term(Term.FRESH_DAYS, days, null, null, Term.Basis.ESTIMATED, "days", said);
    }

    /** Between publications; where all came out on one day between the ends of periods, of a single figure its period's length. */
    private double interval(Newest figure) {
        Recent recent = sources.getOrDefault(figure.source(), Recent.NONE);
        return Rhythm.usualInterval(recent.published())
                .orElseGet(() -> Rhythm.usualInterval(recent.ends()).orElse((double) figure.length()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pace that && sources.equals(that.sources) && Objects.equals(newest, that.newest);
    }

    @Override
    public int hashCode() {
        return sources.hashCode();
    }
}
