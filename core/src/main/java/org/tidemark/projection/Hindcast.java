package org.tidemark.projection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
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
    /** A target is the yearly figure at most so far from its time, years. */
    private static final double AWAY_MAX = 0.25;

    private static final double SD_MIN = 1e-6;

    private final List<PoolFigure> figures = new ArrayList<>();
    private final List<Origin> origins = new ArrayList<>();
    private List<PastProjection> past = List.of();

    /**
     * After a figure.
     *
     * @param yearly whether it is the first of its year in its series
     * @param level believed, share
     * @param ahead projections by years ahead, as far as told
     * @param leaning the same with what others tell, as far as worked out
     */
    private record Origin(
            BankState state, boolean yearly, double level, List<Banded> ahead, Map<Integer, Leaning> leaning) {}

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
        List<Banded> ahead = new ArrayList<>();
        for (int years : TrackRecord.AHEAD) {
            int enough = years == 1 ? BankModel.EARLY_MIN : BankModel.OBSERVATIONS_MIN;
            if (yearly && figures.size() + 1 >= enough) {
                ahead.add(PenetrationReport.figure(FilterBank.predict(state, years), reading.standardError()));
            }
        }
        double level = ahead.isEmpty() ? 0 : PenetrationReport.level(state).value();
        return new Origin(state, yearly, level, ahead, new HashMap<>());
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
        for (int i = 0; i < figures.size(); i++) {
            Origin origin = origins.get(i);
            for (int h = 0; h < origin.ahead().size(); h++) {
                double time = reading(i).time() + TrackRecord.AHEAD[h];
                for (Measurement came :
                        yearly.getOrDefault(figures.get(i).figure().series(), List.of())) {
                    if (Math.abs(came.time() - time) <= AWAY_MAX) {
                        matured.add(row(i, h, came, others));
                    }
                }
            }
        }
        return List.copyOf(matured);
    }

    private PastProjection row(int from, int h, Measurement came, IntFunction<PooledSpeeds> others) {
        Origin origin = origins.get(from);
        Banded told = origin.ahead().get(h);
        double sd = Math.max(SD_MIN, (told.upper80() - told.lower80()) / (2 * StandardNormal.Z90));
        return new PastProjection(
                PoolMember.year(came),
                TrackRecord.AHEAD[h],
                (told.value() - origin.level()) / sd,
                (leaning(from, h, others.apply(PoolMember.year(reading(from)))) - origin.level()) / sd,
                (came.share() - origin.level()) / sd);
    }

    private double leaning(int from, int h, PooledSpeeds others) {
        Origin origin = origins.get(from);
        Leaning held = origin.leaning().get(h);
        if (held == null || !held.others().equals(others)) {
            double median = others.rows() == 0
                    ? origin.ahead().get(h).value()
                    : PenetrationReport.level(FilterBank.predict(origin.state(), TrackRecord.AHEAD[h], others))
                            .value();
            held = new Leaning(others, median);
            origin.leaning().put(h, held);
        }
        return held.median();
    }

    private Measurement reading(int i) {
        return Objects.requireNonNull(figures.get(i).reading());
    }
}
