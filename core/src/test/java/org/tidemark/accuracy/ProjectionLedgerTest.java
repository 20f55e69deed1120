package org.tidemark.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tidemark.estimate.Banded;
import org.tidemark.projection.EconomyProjection;
import org.tidemark.projection.PoolFigure;
import org.tidemark.projection.ProjectionPool;

class ProjectionLedgerTest {
    private static final double[] SHARES = {0.05, 0.08, 0.12, 0.18, 0.26, 0.35, 0.44, 0.52, 0.6};

    private final ProjectionPool pool = new ProjectionPool("TOTAL", "firms.cloud", economy -> false);
    private final ProjectionLedger ledger = new ProjectionLedger("DK", PendingProjections.NONE);

    private static Instant known(int year) {
        return Instant.parse("%d-01-31T00:00:00Z".formatted(2001 + year));
    }

    private List<MaturedProjection> year(int year, double share) {
        PoolFigure figure = Made.figure("DK", 2000 + year, share, 0.01);
        pool.take("DK", List.of(figure), List.of(), "share");
        List<MaturedProjection> matured = ledger.came(known(year), Objects.requireNonNull(figure.reading()));
        ledger.project(pool.outlook("DK").orElseThrow());
        return matured;
    }

    @Test
    void aProjectionIsScoredOnceByTheFirstWordOfItsFigure() {
        List<MaturedProjection> all = new ArrayList<>();
        for (int i = 0; i < SHARES.length; i++) {
            all.addAll(year(i, SHARES[i]));
        }

        assertThat(all.stream().filter(one -> one.measure().equals("penetration") && one.months() == 12))
                .hasSize(SHARES.length - 3);
        assertThat(all.stream().filter(one -> one.measure().equals("penetration.projected") && one.months() == 60))
                .hasSize(SHARES.length - 8);
        assertThat(ledger.came(
                        known(20),
                        Objects.requireNonNull(
                                Made.figure("DK", 2008, 0.9, 0.01).reading())))
                .isEmpty();
    }

    @Test
    void whatWasSaidIsScoredWhateverIsSaidLater() {
        for (int i = 0; i < 3; i++) {
            year(i, SHARES[i]);
        }
        EconomyProjection then = pool.outlook("DK").orElseThrow();
        double said = then.projected(1).value();
        // A revision of all that it rested on.
        pool.take(
                "DK",
                List.of(Made.figure("DK", 2001, 0.3, 0.01), Made.figure("DK", 2002, 0.5, 0.01)),
                List.of(),
                "share");
        ledger.project(pool.outlook("DK").orElseThrow());

        assertThat(year(3, 0.18))
                .filteredOn(one -> one.measure().equals("penetration.projected"))
                .singleElement()
                .satisfies(one -> assertThat(one.error()).isEqualTo(said - 0.18));
    }

    @Test
    void whatWaitsStaysSmallHoweverOftenFiguresCome() {
        PendingProjections waiting = PendingProjections.NONE;
        for (int week = 0; week < 520; week++) {
            double from = 2010 + week / 52.0;
            List<PendingProjection> made = new ArrayList<>();
            for (int months : new int[] {0, 12, 36, 60}) {
                double years = months == 0 ? 1 / 52.0 : months / 12.0;
                made.add(new PendingProjection(
                        "penetration", months, from, from + years, new Banded(0.3, 0.2, 0.4, 0.1, 0.5), 0.3, 0.3));
            }
            waiting = waiting.with(from, made);
            assertThat(waiting.waiting()).hasSizeLessThan(4 * 16);
        }
    }
}
