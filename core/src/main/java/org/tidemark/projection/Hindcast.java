package org.tidemark.projection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.BankModel;
import org.tidemark.estimate.BankState;
import org.tidemark.estimate.FilterBank;
import org.tidemark.estimate.Measurement;
import org.tidemark.estimate.PenetrationReport;
import org.tidemark.estimate.PooledSpeeds;
import org.tidemark.estimate.StandardNormal;
import org.tidemark.series.SeriesId;

/**
 * What the filters alone would have projected of an economy from each year's first figure of a series on, with the figures
 * as they are now, what the others would have added to that, and what came. Where figures are added at the end, and the
 * others' speeds of a year stay, what was worked out before stays.
 */
final class Hindcast {
    /** A yearly figure is about whole years after another one, but for so much. */
    private static final double AWAY_MAX = 0.25;

    /** Where there is no figure of a horizon's own year, the one before or after it says what came. */
    private static final int YEARS_BESIDE = 1;

    private static final double SD_MIN = 1e-6;

    private final List<PoolFigure> figures = new ArrayList<>();
    private final List<Origin> origins = new ArrayList<>();
    private List<PastProjection> past = List.of();

    /**
     * After a figure.
     *
     * @param yearly whether it is the first of its year in its series
     * @param level believed, share
     * @param ahead projections by years ahead, as far as worked out
     * @param leaning the same with what others tell
     */
    private record Origin(
            BankState state, boolean yearly, double level, Map<Integer, Banded> ahead, Map<Integer, Leaning> leaning) {}

    /**
     * The median of a projection that leans on others.
     *
     * @param others that it leans on
     */
    private record Leaning(PooledSpeeds others, double median) {}

    List<PastProjection> past() {
        return past;
    }

    /** Takes in the figures, in the order of folding; {@link #settle} is to follow. */
    void over(List<PoolFigure> now) {
        int same = 0;
        while (same < Math.min(now.size(), figures.size()) && now.get(same).equals(figures.get(same))) {
            same++;
        }
        figures.subList(same, figures.size()).clear();
        origins.subList(same, origins.size()).clear();
        for (PoolFigure figure : now.subList(same, now.size())) {
            origins.add(origin(figure));
            figures.add(figure);
        }
    }

    /**
     * Works it out.
     *
     * @param others as known in each year
     */
    void settle(IntFunction<PooledSpeeds> others) {
        past = matured(others);
    }

    private Origin origin(PoolFigure figure) {
        Measurement reading = Objects.requireNonNull(figure.reading());
        BankState state = origins.isEmpty()
                ? FilterBank.begin(reading)
                : FilterBank.update(origins.get(origins.size() - 1).state(), reading);
        boolean yearly = figures.stream()
                .noneMatch(before ->
                        before.figure().series().equals(figure.figure().series())
                                && PoolMember.year(Objects.requireNonNull(before.reading()))
                                        == PoolMember.year(reading));
        double level = yearly ? PenetrationReport.level(state).value() : 0;
        return new Origin(state, yearly, level, new HashMap<>(), new HashMap<>());
    }

    private List<PastProjection> matured(IntFunction<PooledSpeeds> others) {
        Map<SeriesId, List<Measurement>> yearly = new HashMap<>();
        for (int i = 0; i < figures.size(); i++) {
            if (origins.get(i).yearly()) {
                yearly.computeIfAbsent(figures.get(i).figure().series(), s -> new ArrayList<>())
                        .add(reading(i));
            }
        }
        List<PastProjection> matured = new ArrayList<>();
        for (int i = BankModel.EARLY_MIN - 1; i < figures.size(); i++) {
            if (origins.get(i).yearly()) {
                List<Measurement> its =
                        yearly.getOrDefault(figures.get(i).figure().series(), List.of());
                addMatured(i, its, others, matured);
            }
        }
        return List.copyOf(matured);
    }

    private void addMatured(
            int from, List<Measurement> yearly, IntFunction<PooledSpeeds> others, List<PastProjection> matured) {
        for (int horizon : TrackRecord.AHEAD) {
            int enough = horizon == 1 ? BankModel.EARLY_MIN : BankModel.OBSERVATIONS_MIN;
            if (from + 1 >= enough) {
                PastProjection row = row(from, horizon, yearly, others);
                if (row != null) {
                    matured.add(row);
                }
            }
        }
    }

    /**
     * By the yearly figure nearest to a horizon, of two as near the earlier one. It is known which one that is when the
     * horizon's own year is over, and filed there; null before.
     */
    private @Nullable PastProjection row(
            int from, int horizon, List<Measurement> yearly, IntFunction<PooledSpeeds> others) {
        Measurement before = null;
        for (Measurement one : yearly) {
            int years = years(from, one);
            if (years >= horizon) {
                Measurement came = before != null && horizon - years(from, before) <= years - horizon ? before : one;
                return Math.abs(years(from, came) - horizon) > YEARS_BESIDE
                        ? null
                        : row(from, horizon, came, PoolMember.year(one), others);
            }
            before = years >= 1 ? one : before;
        }
        return null;
    }

    /** Whole years from one figure to a later one; none where they are not whole, but for {@link #AWAY_MAX}. */
    private int years(int from, Measurement later) {
        double time = later.time() - reading(from).time();
        double whole = Math.rint(time);
        return Math.abs(time - whole) <= AWAY_MAX ? (int) whole : 0;
    }

    private PastProjection row(int from, int horizon, Measurement came, int known, IntFunction<PooledSpeeds> others) {
        Origin origin = origins.get(from);
        int years = years(from, came);
        Banded told = ahead(from, years);
        double sd = Math.max(SD_MIN, (told.upper80() - told.lower80()) / (2 * StandardNormal.Z90));
        return new PastProjection(
                known,
                horizon,
                (told.value() - origin.level()) / sd,
                (leaning(from, years, others.apply(PoolMember.year(reading(from)))) - origin.level()) / sd,
                (came.share() - origin.level()) / sd,
                Math.min(horizon, years) / (double) Math.max(horizon, years));
    }

    private Banded ahead(int from, int years) {
        Origin origin = origins.get(from);
        return origin.ahead()
                .computeIfAbsent(
                        years,
                        y -> PenetrationReport.figure(
                                FilterBank.predict(origin.state(), y),
                                reading(from).standardError()));
    }

    private double leaning(int from, int years, PooledSpeeds others) {
        Origin origin = origins.get(from);
        Leaning held = origin.leaning().get(years);
        if (held == null || !held.others().equals(others)) {
            double median = others.rows() == 0
                    ? ahead(from, years).value()
                    : PenetrationReport.level(FilterBank.predict(origin.state(), years, others))
                            .value();
            held = new Leaning(others, median);
            origin.leaning().put(years, held);
        }
        return held.median();
    }

    private Measurement reading(int i) {
        return Objects.requireNonNull(figures.get(i).reading());
    }
}
