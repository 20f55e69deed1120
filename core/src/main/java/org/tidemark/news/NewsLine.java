package org.tidemark.news;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.Period;

/**
 * What moved an estimate, and by how much: the figures of one series in one release, or something that is no figure.
 *
 * @param source who published; null of what is no figure, as are the next five
 * @param release stable id of the release
 * @param indicator what the figures measure; null too where several indicators are told together
 * @param sector of the figures; null too where they are of several sectors
 * @param figures how many; 0 of what is no figure
 * @param newest latest reference period among them
 * @param forecast what they were expected to be, mean over the figures; null where nothing was expected of all of them
 * @param actual what they are, mean over the figures; null of figures that were withdrawn or are of several series
 * @param surprise actual less forecast, in the same unit
 * @param gain impact over surprise; null where the surprise is too small to divide by
 * @param impact on the estimate, in its unit
 */
public record NewsLine(
        Kind kind,
        @Nullable String source,
        @Nullable String release,
        @Nullable String indicator,
        @Nullable String sector,
        int figures,
        @Nullable Period newest,
        @Nullable Double forecast,
        @Nullable Double actual,
        @Nullable Double surprise,
        @Nullable Double gain,
        double impact) {
    /** What a line is about, in the order in which a change is told. */
    public enum Kind {
        /** The method or its parameters are others than those that the last number was made with. */
        PARAMETERS,
        /** Estimates that this one rests on have moved. */
        UPSTREAM,
        /** Other economies move otherwise at the same level than before. */
        POOL,
        /** What the figures mean has changed, as the catalogue says. */
        BREAK,
        /** Other values for figures that were known. */
        REVISIONS,
        /** The newest period is later: what was expected of it before any of its figures. */
        PASSING_OF_TIME,
        /** Figures that were not known. */
        NEW_FIGURES,
        /** The models are believed otherwise than before, and what the weights leave out. */
        REWEIGHTING,
        /** Figures that their publisher no longer stands by. */
        WITHDRAWALS,
        /** Figures beyond the number of groups that are told apart. */
        OTHERS,
        /** No figure: the program estimates otherwise than when it said the last number. */
        MODEL,
        /** No figure: the catalogue says something else than when the last number was said. */
        CATALOGUE
    }

    /** The order in which lines are told. */
    public static final Comparator<NewsLine> ORDER = Comparator.comparing(NewsLine::kind)
            .thenComparing(NewsLine::source, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(NewsLine::release, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(NewsLine::indicator, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(NewsLine::sector, Comparator.nullsFirst(Comparator.naturalOrder()));

    private static final double SURPRISE_MIN = 1e-9;

    public NewsLine {
        if (!Double.isFinite(impact)) {
            throw new IllegalArgumentException(
                    "%s of %s %s: impact is %s; it must be finite".formatted(kind, source, indicator, impact));
        }
    }

    /** All of a change, which no figure has made. */
    static NewsLine whole(Kind kind, double impact) {
        return new NewsLine(kind, null, null, null, null, 0, null, null, null, null, null, impact);
    }

    /** The line of a group; surprise and gain follow from the rest. */
    static NewsLine of(Group group, Tally tally) {
        Double forecast = tally.forecast();
        Double actual = tally.actual();
        Double surprise = forecast == null || actual == null ? null : Double.valueOf(actual - forecast);
        return new NewsLine(
                group.kind(),
                group.source(),
                group.release(),
                group.indicator(),
                tally.sector(),
                tally.figures(),
                tally.newest(),
                forecast,
                actual,
                surprise,
                gain(tally.impact(), surprise, actual),
                tally.impact());
    }

    private static @Nullable Double gain(double impact, @Nullable Double surprise, @Nullable Double actual) {
        if (surprise == null || actual == null) {
            return null;
        }
        return Math.abs(surprise) > SURPRISE_MIN * Math.max(1, Math.abs(actual))
                ? Double.valueOf(impact / surprise)
                : null;
    }
}
