package org.tidemark.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.tidemark.figures.HeldFigures;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/** The heap holds what the table holds, and tells of the same changes. */
class HeapBeliefsProperties {
    private static final Instant FIRST = Instant.parse("2024-01-31T23:59:59.999Z");
    private static final List<String> PERIODS =
            List.of("2019", "2020", "2020-Q1", "2020-03", "2020-03-02/2020-03-08", "2021", "1959-01");

    private static FigureId figure(Random random) {
        return new FigureId(
                new SeriesId(
                        "labour." + random.nextInt(2),
                        "US",
                        random.nextBoolean() ? "TOTAL" : "NAICS:51",
                        random.nextBoolean() ? "A" : "B"),
                Period.parse(PERIODS.get(random.nextInt(PERIODS.size()))));
    }

    private static List<Object> read(FigureBeliefs beliefs) {
        List<Object> read = new ArrayList<>();
        for (String indicator : List.of("labour.0", "labour.1")) {
            HeldFigures held = new HeldFigures("US");
            beliefs.read(indicator, held);
            for (String sector : held.sectors(indicator)) {
                read.addAll(held.sources(indicator, sector));
                read.add(held.series(indicator, sector));
            }
        }
        return read;
    }

    @Property(tries = 200)
    void theHeapHoldsWhatTheTableHolds(@ForAll Random random) {
        FigureBeliefs heap = new HeapBeliefs();
        FigureBeliefs table = new BeliefStore(new EncodedTables(), StorePlace.ECONOMIES);
        for (int i = 0; i < 60; i++) {
            FigureId figure = figure(random);
            if (random.nextInt(4) == 0) {
                assertThat(heap.remove(figure)).isEqualTo(table.remove(figure));
            } else {
                Double value = random.nextInt(5) == 0 ? null : (double) random.nextInt(3);
                Double error = random.nextInt(3) == 0 ? 0.5 : null;
                Instant since = FIRST.plusSeconds(random.nextInt(3));
                assertThat(heap.put(figure, value, error, since)).isEqualTo(table.put(figure, value, error, since));
            }
            assertThat(read(heap)).isEqualTo(read(table));
        }
        List<FigureId> kept = List.of(figure(random), figure(random), figure(random));
        heap.retain("US", kept);
        table.retain("US", kept);
        assertThat(read(heap)).isEqualTo(read(table));
    }

    @Property(tries = 100)
    void aSeriesThatIsHandedOnMayBeChangedThere(@ForAll Random random) {
        FigureBeliefs heap = new HeapBeliefs();
        for (int i = 0; i < 20; i++) {
            boolean unused = heap.put(figure(random), 1.0, null, FIRST);
        }
        List<Object> before = read(heap);
        HeldFigures held = new HeldFigures("US");
        heap.read("labour.0", held);
        for (int i = 0; i < 5; i++) {
            FigureId figure = figure(random);
            held.replace(figure, 9.0, null, FIRST.plusSeconds(9));
            assertThat(held.sources(figure.series().indicator(), figure.series().sector()))
                    .anySatisfy(series -> assertThat(series.figures())
                            .anySatisfy(f -> assertThat(f.value()).isEqualTo(9.0)));
        }
        assertThat(read(heap)).isEqualTo(before);
    }
}
