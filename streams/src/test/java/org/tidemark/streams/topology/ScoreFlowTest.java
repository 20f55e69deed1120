package org.tidemark.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tidemark.accuracy.MaturedProjection;
import org.tidemark.engine.store.EstimateStore;
import org.tidemark.engine.store.MaturedProjectionStore;
import org.tidemark.engine.store.StorePlace;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.series.PublicationDate;
import org.tidemark.series.Watermark;
import org.tidemark.streams.state.StoreAccess;

/** Projections are frozen as they were said, and scored by the first word of their figures. */
class ScoreFlowTest {
    private static final Instant EVER = Instant.ofEpochMilli(Long.MAX_VALUE);
    private static final Map<String, double[]> SHARES = new TreeMap<>(Map.of(
            "DE", new double[] {4, 6, 9, 13, 18, 24, 31},
            "DK", new double[] {8, 12, 17, 24, 33, 41, 50},
            "FR", new double[] {3, 4, 6, 8, 11, 15, 20}));

    private final Flow flow = new Flow(StoreKind.MEMORY);

    @AfterEach
    void close() {
        flow.close();
    }

    private static String day(int year) {
        return (2016 + year) + "-02-01";
    }

    private void year(Flow into, int year) {
        SHARES.forEach((economy, percent) -> into.send(ReleaseSent.of("EUROSTAT", day(year))
                .in(economy)
                .figure(Integer.toString(2015 + year), percent[year])));
        Instant published = PublicationDate.parse(day(year));
        Watermark over = new Watermark("run", published, 0, 1, false);
        into.send(null, Flow.CODECS.instantClosings().encode(over), published.toEpochMilli());
    }

    private static StoreAccess panels(Flow of) {
        return name -> of.tables().store(StorePlace.PANELS.of(name));
    }

    private static List<MaturedProjection> matured(Flow of) {
        List<MaturedProjection> all = new ArrayList<>();
        MaturedProjectionStore.reading(panels(of)).each("firms.any_use", EVER, (concept, its) -> all.addAll(its));
        return all;
    }

    @Test
    void eachIsWhatTheEstimateSaidThen() {
        for (int year = 0; year < 7; year++) {
            year(flow, year);
        }

        List<MaturedProjection> projected = matured(flow).stream()
                .filter(one -> one.measure().equals("penetration.projected") && one.months() == 12)
                .toList();
        assertThat(projected).hasSize(3 * 4);
        for (MaturedProjection one : projected) {
            int year = (int) one.target() - 2015;
            Estimate said = EstimateStore.reading(panels(flow), Flow.CODECS)
                    .asOf(
                            new EstimateKey(one.economy(), "TOTAL", one.measure(), "firms.any_use"),
                            PublicationDate.parse(day(year - 1)));
            assertThat(said).isNotNull();
            double median = said.levels().stream()
                    .filter(level -> level.horizon() == Horizon.P1Y)
                    .findFirst()
                    .orElseThrow()
                    .band()
                    .value();
            double came = SHARES.getOrDefault(one.economy(), new double[7])[year];
            assertThat(100 * one.error()).isCloseTo(median - came, within(1e-9));
        }
    }

    @Test
    void aRevisionAndARestartMoveNoScore() {
        for (int year = 0; year < 6; year++) {
            year(flow, year);
        }
        List<MaturedProjection> before = matured(flow);
        flow.send(ReleaseSent.of("EUROSTAT", "2021-09-01").in("DK").figure("2019", 39));
        assertThat(before).isNotEmpty();
        assertThat(matured(flow)).isEqualTo(before);

        try (Flow next = flow.restarted()) {
            year(next, 6);
            assertThat(matured(next)).containsAll(before).hasSizeGreaterThan(before.size());
        }
    }
}
