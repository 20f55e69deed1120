package org.tidemark.awaited;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tidemark.calendar.ExpectedRelease;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Indicator;
import org.tidemark.judge.InnovationScreen;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/** Which series of a source are awaited to speak in its next release, and of which periods. */
final class Speaking {
    /** A series that has missed more than this of its own steps beside others of its source is not awaited. */
    private static final double MISSED_MAX = 1.5;

    private final Catalogue catalogue;
    private final List<Spoken> all;

    /**
     * Those of one source.
     *
     * @param all its series
     */
    Speaking(Catalogue catalogue, List<Spoken> all) {
        this.catalogue = catalogue;
        this.all = List.copyOf(all);
    }

    /**
     * A series by what it has spoken of.
     *
     * @param periods of its figures, in the order of time; not empty
     */
    record Spoken(SeriesId id, List<Period> periods) {
        Spoken {
            periods = List.copyOf(periods);
        }

        Period newest() {
            return periods.get(periods.size() - 1);
        }

        private Past past() {
            return new Past(periods.stream()
                    .filter(period -> InnovationScreen.comparable(period, newest()))
                    .toList());
        }
    }

    /** The newest period of all. */
    Period newest() {
        return all.stream().map(Spoken::newest).max(Period::compareTo).orElseThrow();
    }

    /**
     * Whether more is expected of a series: not of one that has ended, nor of one that others of its kind have left behind,
     * nor of one of many that each speak once, as models do of which each has one score.
     */
    boolean isAwaited(Spoken series, LocalDate today) {
        Optional<Indicator> indicator = catalogue.indicator(series.id().indicator());
        if (indicator.isEmpty()
                || catalogue.endedBy(indicator.get().concept(), today).isPresent()
                || eachSpeaksOnce(series.id().indicator())) {
            return false;
        }
        Period own = series.newest();
        long farthest = all.stream()
                .map(Spoken::newest)
                .filter(other -> InnovationScreen.comparable(own, other))
                .mapToLong(other -> other.end().toEpochDay())
                .max()
                .orElse(own.end().toEpochDay());
        return farthest - own.end().toEpochDay() <= MISSED_MAX * series.past().step();
    }

    /** Whether an indicator has many series, of which each has one figure. */
    boolean eachSpeaksOnce(String indicator) {
        Set<Period> periods = new HashSet<>();
        for (Spoken series : all) {
            if (series.id().indicator().equals(indicator)) {
                if (series.periods().size() > 1) {
                    return false;
                }
                periods.addAll(series.periods());
            }
        }
        return periods.size() > 1;
    }

    /** The periods that a release is expected to tell of, in the order of time. */
    static List<Period> coming(Spoken series, ExpectedRelease next) {
        Past past = series.past();
        List<Period> periods = new ArrayList<>();
        for (int i = 1; i <= past.figures(next); i++) {
            periods.add(ComingFigures.after(past.newest(), i * past.step()));
        }
        return periods;
    }
}
