package org.tidemark.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tidemark.estimate.CeilingPrior;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.FilterState;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.Measurement;
import org.tidemark.estimate.PenetrationReport;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/** What a projection that leans on others must be, whatever the figures. */
class ProjectionPoolProperties {
    private static final List<String> ECONOMIES = List.of("DE", "FR", "IT", "ES");
    private static final String CONCEPT = "firms.cloud";

    private static PoolFigure figure(String economy, int year, double share) {
        Period period = Period.parse(Integer.toString(year));
        Instant since = Instant.parse((year + 1) + "-01-31T00:00:00Z");
        FigureId id = new FigureId(new SeriesId("adoption." + CONCEPT, economy, "TOTAL", "MADE"), period);
        return new PoolFigure(id, since, new Measurement(period.midYear(), share, 0.01));
    }

    /** Rising, each at its own pace, with noise; now and then a year is missing. */
    private static List<PoolFigure> made(Random random, String economy, int years) {
        List<PoolFigure> figures = new ArrayList<>();
        double x = -4 + 3 * random.nextDouble();
        double speed = 0.1 + 0.4 * random.nextDouble();
        for (int year = 2010; year < 2010 + years; year++) {
            x += speed + 0.1 * random.nextGaussian();
            if (random.nextInt(8) > 0) {
                figures.add(figure(economy, year, 1 / (1 + Math.exp(-x))));
            }
        }
        return figures;
    }

    private static ProjectionPool pool() {
        return new ProjectionPool("TOTAL", CONCEPT, "EU27"::equals);
    }

    private static void take(ProjectionPool pool, List<PoolFigure> figures) {
        for (PoolFigure figure : figures) {
            pool.take(figure.figure().series().economy(), List.of(figure), List.of(), "percent");
        }
    }

    private static Map<String, Optional<Estimate>> all(ProjectionPool pool) {
        Map<String, Optional<Estimate>> all = new TreeMap<>();
        pool.economies().forEach(economy -> all.put(economy, pool.projected(economy)));
        return all;
    }

    private static List<PoolFigure> world(Random random, int years) {
        List<PoolFigure> world = new ArrayList<>();
        ECONOMIES.forEach(economy -> world.addAll(made(random, economy, years)));
        return world;
    }

    @Property(tries = 40)
    void theLatestFiguresDecideAndNotTheirOrder(@ForAll Random random, @ForAll @IntRange(min = 3, max = 12) int years) {
        List<PoolFigure> world = world(random, years);
        ProjectionPool straight = pool();
        take(straight, world);
        ProjectionPool winding = pool();
        List<PoolFigure> mixed = new ArrayList<>(world);
        Collections.shuffle(mixed, random);
        for (PoolFigure figure : mixed) {
            Measurement other = new Measurement(figure.figure().period().midYear(), random.nextDouble(), 0);
            take(winding, List.of(new PoolFigure(figure.figure(), figure.since(), other)));
        }
        PoolFigure stranger = figure("DE", 2030, 0.5);
        take(winding, List.of(stranger));
        take(winding, mixed);
        winding.take("DE", List.of(), List.of(stranger.figure()), "percent");

        assertThat(all(winding)).isEqualTo(all(straight));
    }

    /** Bit for bit what penetration says of the same figures. */
    @Property(tries = 40)
    void oneEconomyAloneIsProjectedByItself(@ForAll Random random, @ForAll @IntRange(min = 6, max = 15) int years) {
        List<PoolFigure> figures = made(random, "DE", years);
        ProjectionPool pool = pool();
        take(pool, figures);

        Optional<Estimate> projected = pool.projected("DE");

        if (figures.size() < 3) {
            assertThat(projected).isEmpty();
            return;
        }
        for (HorizonValue level : projected.orElseThrow().levels()) {
            assertThat(penetration(figures).levels()).contains(level);
        }
    }

    private static Estimate penetration(List<PoolFigure> figures) {
        FilterState track = FilterState.begin(figures.get(0).figure(), reading(figures.get(0)));
        for (PoolFigure figure : figures.subList(1, figures.size())) {
            track = track.append(figure.figure(), reading(figure));
        }
        FigureId newest = figures.get(figures.size() - 1).figure();
        PenetrationReport.Basis basis = new PenetrationReport.Basis(
                new EstimateKey("DE", "TOTAL", "penetration", CONCEPT),
                figures.get(figures.size() - 1).since(),
                newest.period(),
                "percent",
                0.01);
        return PenetrationReport.of(track, basis, CeilingPrior.EQUAL);
    }

    private static Measurement reading(PoolFigure figure) {
        return Objects.requireNonNull(figure.reading());
    }

    @Property(tries = 40)
    void aRevisionOfOneMovesOnlyProjectionsOfTheOthersAndNeverALevel(@ForAll Random random) {
        List<PoolFigure> world = world(random, 10);
        ProjectionPool pool = pool();
        take(pool, world);
        take(pool, List.of(figure("FR", 2014, 0.05), figure("FR", 2015, 0.06)));
        Map<String, Optional<Estimate>> before = all(pool);

        take(pool, List.of(figure("FR", 2015, 0.5)));

        for (String economy : List.of("DE", "IT", "ES")) {
            Objects.requireNonNull(before.get(economy)).ifPresent(was -> {
                Estimate is = pool.projected(economy).orElseThrow();
                assertThat(is.level(Horizon.P0D)).isEqualTo(was.level(Horizon.P0D));
                assertThat(is.levels().get(0)).isEqualTo(was.levels().get(0));
                if (is.period().midYear() > 2016 && (leaning(is) > 0 || leaning(was) > 0)) {
                    assertThat(is.level(Horizon.P1Y)).isNotEqualTo(was.level(Horizon.P1Y));
                }
            });
        }
    }

    /** How far it leans on the others one year ahead: not at all where what they added in the past was wrong. */
    private static double leaning(Estimate estimate) {
        return estimate.terms().stream()
                .filter(term -> term.name().equals("leaning"))
                .mapToDouble(term -> Objects.requireNonNull(term.value()))
                .findFirst()
                .orElse(1);
    }

    /** A run that stops at a year says what the longer one would have said of that year. */
    @Property(tries = 40)
    void whatOthersPublishOfLaterYearsIsNotRead(@ForAll Random random) {
        List<PoolFigure> world = world(random, 8);
        ProjectionPool pool = pool();
        take(pool, world);
        Optional<Estimate> stopped = pool.projected("DE");
        int year = stopped.map(e -> (int) e.period().midYear()).orElse(2010);

        take(pool, List.of(figure("FR", year + 1, 0.4), figure("IT", year + 2, 0.6)));

        assertThat(pool.projected("DE")).isEqualTo(stopped);
    }

    @Test
    void twoFiguresAreEnoughWhereOthersAreHeld() {
        ProjectionPool pool = pool();
        take(pool, List.of(figure("DE", 2015, 0.10), figure("DE", 2016, 0.12)));

        assertThat(pool.projected("DE")).isEmpty();

        take(pool, List.of(figure("FR", 2015, 0.10), figure("FR", 2016, 0.15)));
        assertThat(pool.projected("DE").orElseThrow().levels())
                .extracting(HorizonValue::horizon)
                .containsExactly(Horizon.P0D, Horizon.P1Y);
        assertThat(pool.projected("DE").orElseThrow().terms())
                .extracting(term -> term.name())
                .containsExactly("pool_weight", "pool_changes", "pool_speed", "early");
    }

    /** What all of them do together is no news of one more economy. */
    @Test
    void anAggregateLeansOnItsMembersAndTheyNotOnIt() {
        ProjectionPool pool = pool();
        take(pool, List.of(figure("EU27", 2014, 0.10), figure("EU27", 2015, 0.11), figure("EU27", 2016, 0.14)));
        take(pool, List.of(figure("DE", 2014, 0.10), figure("DE", 2015, 0.12), figure("DE", 2016, 0.15)));

        assertThat(pool.projected("DE").orElseThrow().terms().get(0).value()).isEqualTo(0);
        assertThat(pool.projected("EU27").orElseThrow().terms().get(1).value()).isEqualTo(2);
    }
}
