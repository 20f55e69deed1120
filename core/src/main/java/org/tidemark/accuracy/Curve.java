package org.tidemark.accuracy;

import java.util.List;
import java.util.Objects;
import org.tidemark.estimate.Measurement;
import org.tidemark.projection.PoolFigure;

/**
 * The figures of one series, as they were published last.
 *
 * @param concept what is counted
 * @param economy of the series
 * @param sector {@code TOTAL}, or a part of the economy
 * @param figures in order of time, each with a reading, no two of one time
 */
public record Curve(String concept, String economy, String sector, List<PoolFigure> figures) {
    /** Figures closer than this are of a series that is published within the year, years. */
    private static final double WITHIN_YEAR = 0.4;

    private static final double MONTHS_A_YEAR = 12;
    private static final double A_WEEK = 8 / 365.25;
    private static final String WHOLE = "TOTAL";

    public Curve {
        figures = List.copyOf(figures);
    }

    /** What it is scored with: curves of one concept, whole economies apart from their parts. */
    String set() {
        return isWhole() ? concept : concept + " by sector";
    }

    boolean isWhole() {
        return sector.equals(WHOLE);
    }

    /** Whether the flow projects it beside other economies: daily series of postings are not. */
    boolean isPooled() {
        return isWhole() && !isDaily();
    }

    private boolean isDaily() {
        int n = figures.size();
        return n > 1 && years() / (n - 1) < A_WEEK;
    }

    /** Who counts as one in medians and resampling. */
    String member() {
        return isWhole() ? economy : economy + " " + sector;
    }

    Measurement reading(int i) {
        return Objects.requireNonNull(figures.get(i).reading());
    }

    /** Whether it has several figures a year. */
    boolean isWithinYear() {
        int n = figures.size();
        return n > 1 && years() / (n - 1) < WITHIN_YEAR;
    }

    /** Whether projections are made from a figure: each one, and of a series within the year the first of each month. */
    boolean isOrigin(int i) {
        return !isWithinYear() || month(i) != month(i - 1);
    }

    private double month(int i) {
        return Math.floor(MONTHS_A_YEAR * reading(i).time());
    }

    /** Years from the first figure to the last. */
    double years() {
        return reading(figures.size() - 1).time() - reading(0).time();
    }

    /** The first so many. */
    List<Measurement> readings(int count) {
        return figures.subList(0, count).stream()
                .map(figure -> Objects.requireNonNull(figure.reading()))
                .toList();
    }
}
