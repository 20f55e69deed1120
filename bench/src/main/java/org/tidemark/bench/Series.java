package org.tidemark.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.FilterState;
import org.tidemark.estimate.Measurement;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/** A made series of shares that looks like a diffusion: a logistic curve with a wave on it, the same at each run. */
final class Series {
    static final Instant AS_OF = Instant.parse("2026-11-01T23:59:59.999Z");
    static final EstimateKey KEY = new EstimateKey("US", "TOTAL", "penetration", "firms.goods_services");
    static final SeriesId ID = new SeriesId("adoption.firms.goods_services", "US", "TOTAL", "CENSUS_BTOS");

    private static final double MIDPOINT_DAYS = 2_600;
    private static final double SCALE_DAYS = 520;
    private static final double WAVE = 0.004;
    private static final double WAVE_DAYS = 17;

    private Series() {}

    /**
     * The figures of days or weeks.
     *
     * @param count how many
     * @param days between two of them
     */
    static List<FigureId> figures(int count, int days) {
        LocalDate first = LocalDate.parse("2016-01-04");
        List<FigureId> figures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            LocalDate day = first.plusDays((long) days * i);
            figures.add(new FigureId(ID, new Period(day, day)));
        }
        return figures;
    }

    /** What a filter reads of each figure. */
    static List<Measurement> readings(List<FigureId> figures) {
        LocalDate first = figures.get(0).period().start();
        return figures.stream()
                .map(f -> {
                    double day = f.period().start().toEpochDay() - first.toEpochDay();
                    double share = 1 / (1 + StrictMath.exp((MIDPOINT_DAYS - day) / SCALE_DAYS));
                    double wave = WAVE * StrictMath.sin(day / WAVE_DAYS);
                    return new Measurement(f.period().midYear(), Math.max(0, share + wave), 0.002);
                })
                .toList();
    }

    /** All figures folded. */
    static FilterState track(List<FigureId> figures, List<Measurement> readings) {
        FilterState track = FilterState.begin(figures.get(0), readings.get(0));
        for (int i = 1; i < figures.size(); i++) {
            track = track.append(figures.get(i), readings.get(i));
        }
        return track;
    }
}
