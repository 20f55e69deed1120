package org.tidemark.awaited;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tidemark.awaited.NextRelease.NEXT;
import static org.tidemark.awaited.NextRelease.NO_ALERTS;
import static org.tidemark.awaited.NextRelease.TODAY;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.Measurement;
import org.tidemark.estimate.ReleaseWorth;
import org.tidemark.projection.EconomyProjection;
import org.tidemark.projection.PoolFigure;
import org.tidemark.projection.ProjectionPool;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/** What a release is worth to pooled projections: those of its own economies, and those that lean on them. */
class AwaitedPoolTest {
    private static final Catalogue CATALOGUE = ShippedCatalogue.with(List.of());
    private static final List<String> MEMBERS = List.of("AT", "BE", "CZ", "DE", "DK", "ES");
    private static final String OUTSIDE = "GB";
    private static final String LONG_SILENT = "NO";
    private static final Instant SINCE = Instant.parse("2025-12-11T00:00:00Z");

    private static PoolFigure figure(String economy, String source, int year, double share) {
        Period period = Period.parse(Integer.toString(year));
        return new PoolFigure(
                new FigureId(new SeriesId("adoption.firms.any_use", economy, SeriesId.TOTAL, source), period),
                SINCE,
                new Measurement(period.midYear(), share, 0.005));
    }

    private static List<PoolFigure> figures() {
        List<PoolFigure> all = new ArrayList<>();
        for (int m = 0; m < MEMBERS.size(); m++) {
            for (int year = 2021; year <= 2025; year++) {
                double logit = -2.6 + 0.15 * m + 0.25 * (year - 2021) + 0.04 * ((year + m) % 3);
                all.add(figure(MEMBERS.get(m), "EUROSTAT", year, 1 / (1 + Math.exp(-logit))));
            }
        }
        for (int year = 2024; year <= 2026; year++) {
            all.add(figure(OUTSIDE, "ONS_BICS", year, 0.12 + 0.03 * (year - 2024)));
        }
        for (int year = 2020; year <= 2022; year++) {
            all.add(figure(LONG_SILENT, "ONS_BICS", year, 0.05 + 0.02 * (year - 2020)));
        }
        return all;
    }

    private static ProjectionPool pool() {
        ProjectionPool pool = new ProjectionPool(SeriesId.TOTAL, "firms.any_use", economy -> false);
        figures().forEach(f -> pool.take(f.figure().series().economy(), List.of(f), List.of(), "percent"));
        return pool;
    }

    private static List<Awaited> awaited(ProjectionPool pool, Predicate<String> economies) {
        List<Awaited> all = new ArrayList<>();
        new AwaitedPool(CATALOGUE, pool, figures()).of("EUROSTAT", NEXT, TODAY, economies, all::add);
        return all;
    }

    /** Two thousand random courses of all members at once, each read by the pool as it would read the one that comes. */
    @Test
    void theWorthIsThatOfRandomCourses() {
        drawn(List.of("DE", OUTSIDE)).forEach((economy, drawn) -> {
            ReleaseWorth worth =
                    awaited(pool(), economy::equals).get(0).prospect(NO_ALERTS).worth();

            assertThat(worth.before()).as(economy).isEqualTo(drawn.before());
            assertThat(worth.after()).as(economy).isCloseTo(drawn.after(), within(0.03 * drawn.after()));
            assertThat(worth.move()).as(economy).isCloseTo(drawn.move(), within(0.1 * drawn.move()));
        });
    }

    private static Map<String, ReleaseWorth> drawn(List<String> economies) {
        ProjectionPool pool = pool();
        List<Banded> projected = MEMBERS.stream()
                .map(member -> pool.outlook(member).orElseThrow().projected(1))
                .toList();
        Random random = new Random(11);
        Map<String, List<Banded>> after = new TreeMap<>();
        Map<String, Double> times = new TreeMap<>();
        for (int i = 0; i < 2000; i++) {
            for (int m = 0; m < MEMBERS.size(); m++) {
                double share = ComingReadings.share(projected.get(m), random.nextGaussian());
                PoolFigure coming = figure(MEMBERS.get(m), "EUROSTAT", 2026, share);
                pool.take(MEMBERS.get(m), List.of(coming), List.of(), "percent");
            }
            for (String economy : economies) {
                EconomyProjection then = pool.outlook(economy).orElseThrow();
                times.put(economy, then.time());
                after.computeIfAbsent(economy, e -> new ArrayList<>())
                        .add(then.projected(1).times(100));
            }
        }
        Map<String, ReleaseWorth> drawn = new TreeMap<>();
        after.forEach((economy, its) -> {
            EconomyProjection before = pool().outlook(economy).orElseThrow();
            double ahead = 1 + times.getOrDefault(economy, Double.NaN) - before.time();
            drawn.put(economy, ReleaseWorth.of(before.projected(ahead).times(100), its));
        });
        return drawn;
    }

    @Test
    void aMemberIsMovedMostByItsOwnFigureAndSurerOfTheYearThereafter() {
        List<Awaited> all = awaited(pool(), economy -> true);

        assertThat(all)
                .extracting(a -> a.release().cell().economy())
                .containsAll(MEMBERS)
                .contains(OUTSIDE);
        assertThat(all).allSatisfy(a -> {
            assertThat(a.release().figures()).isEqualTo(MEMBERS.size());
            assertThat(a.release().cell().measure()).isEqualTo(ProjectionPool.MEASURE);
        });
        ReleaseWorth own = worthOf(all, "DE");
        ReleaseWorth outside = worthOf(all, OUTSIDE);
        assertThat(own.varianceReduction()).isBetween(0.1, 1.0);
        assertThat(own.move()).isGreaterThan(5 * outside.move());
    }

    private static ReleaseWorth worthOf(List<Awaited> all, String economy) {
        return all.stream()
                .filter(a -> a.release().cell().economy().equals(economy))
                .findFirst()
                .orElseThrow()
                .prospect(NO_ALERTS)
                .worth();
    }

    /** It reads the others up to the year of its own newest figure. */
    @Test
    void anEconomyThatFellSilentBeforeThePoolSpeaksIsNotMoved() {
        assertThat(awaited(pool(), LONG_SILENT::equals)).isEmpty();
    }

    @Test
    void thePoolIsAfterwardsAsItWas() {
        ProjectionPool pool = pool();
        List<Estimate> before = projected(pool);

        List<Awaited> once = awaited(pool, economy -> true);

        assertThat(projected(pool)).isEqualTo(before).isEqualTo(projected(pool()));
        assertThat(awaited(pool, economy -> true)).isEqualTo(once);
    }

    private static List<Estimate> projected(ProjectionPool pool) {
        return pool.economies().stream()
                .flatMap(economy -> pool.projected(economy).stream())
                .toList();
    }
}
