package org.tidemark.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueYaml;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.engine.listen.FlowListener;
import org.tidemark.engine.rederive.Rederivation;
import org.tidemark.engine.rederive.Task;
import org.tidemark.engine.store.EncodedTables;
import org.tidemark.engine.table.MemoryTables;
import org.tidemark.engine.table.Tables;
import org.tidemark.revise.CurrentValue;
import org.tidemark.revise.ValueChange;
import org.tidemark.series.BatchId;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;
import org.tidemark.series.Watermark;
import org.tidemark.wire.Codecs;

/** Measures across economies: which partition was ahead of which, and where the engine began anew, changes no byte of them. */
class PanelMeasureProperties {
    private static final Catalogue CATALOGUE = ShippedCatalogue.with(
            List.of(
                    new CatalogueYaml.Text(
                            "own.yaml",
                            """
            measures:
              part_of_one:
                kind: shares
                scope: panel WORLD
                indicators: { robots: robots.installations }
                unit: percent
                settings: { tell: share, of: CN }
              mean_of_all:
                kind: across
                scope: panel WORLD
                indicators: { value: adoption.people.any_use }
                unit: percent
                settings: { tell: mean }
            """)));
    private static final List<String> ECONOMIES = List.of("CN", "DE", "FR", "IN", "JP", "US");
    private static final List<String> INDICATORS = List.of("robots.installations", "adoption.people.any_use");
    private static final Instant FIRST = Instant.parse("2020-01-31T00:00:00Z");
    private static final String RUN = "run";

    /** The engine of panels with its tables, which outlive it. */
    private static final class Panels {
        private final Tables tables;
        private final List<String> said = new ArrayList<>();
        private PanelEngine engine;

        private Panels(Tables tables) {
            this.tables = tables;
            this.engine = started();
        }

        private PanelEngine started() {
            return new PanelEngine(
                    new EngineParts(CATALOGUE, Codecs.singleObject(), FlowListener.NONE, Rederivation.none()),
                    tables,
                    new Task("panels", 0),
                    output -> said.add(output.toString()));
        }

        /** Takes what the partitions have sent, whichever of them the supplier names next. */
        private Panels taking(List<List<Runnable>> partitions, Supplier<Integer> next) {
            List<List<Runnable>> left = new ArrayList<>();
            partitions.forEach(p -> left.add(new ArrayList<>(p)));
            while (left.stream().anyMatch(p -> !p.isEmpty())) {
                List<Runnable> partition = left.get(next.get() % left.size());
                if (!partition.isEmpty()) {
                    partition.remove(0).run();
                }
            }
            return this;
        }
    }

    /** What each partition sends, in its order: changes of its economies, and behind each instant that it is over. */
    private static List<List<Runnable>> sent(Random random, Panels[] to) {
        List<List<Runnable>> partitions = new ArrayList<>();
        for (int partition = 0; partition < 3; partition++) {
            List<Runnable> one = new ArrayList<>();
            for (int instant = 0; instant < 6; instant++) {
                Instant published = FIRST.plus(180L * instant, ChronoUnit.DAYS);
                for (int e = partition; e < ECONOMIES.size(); e += 3) {
                    for (String indicator : INDICATORS) {
                        ValueChange change = change(random, indicator, ECONOMIES.get(e), instant, published);
                        one.add(() -> to[0].engine.accept(change));
                    }
                }
                Watermark closing = new Watermark(RUN, published, partition, 3, instant == 5);
                one.add(() -> to[0].engine.accept(closing));
            }
            partitions.add(one);
        }
        return partitions;
    }

    private static ValueChange change(Random random, String indicator, String economy, int instant, Instant published) {
        return new ValueChange(
                new FigureId(
                        new SeriesId(indicator, economy, "TOTAL", "MADE"),
                        Period.parse(Integer.toString(2014 + instant))),
                CurrentValue.NONE,
                new CurrentValue(1.0 + random.nextInt(60), null, published),
                new BatchId("MADE", "r" + instant, published, "load"),
                false);
    }

    @Property(tries = 30)
    void whicheverPartitionIsAheadTheySayTheSame(@ForAll Random random) {
        Panels[] to = {new Panels(new MemoryTables())};
        List<List<Runnable>> sent = sent(random, to);
        List<String> inTurn = to[0].taking(sent, turns()).said;

        to[0] = new Panels(new EncodedTables());
        List<String> mixed = to[0].taking(sent, () -> {
                    if (random.nextInt(4) == 0) {
                        to[0].engine = to[0].started();
                    }
                    return random.nextInt(3);
                })
                .said;

        Statistics.collect(
                inTurn.stream().anyMatch(said -> said.startsWith("Explained") && said.contains("part_of_one")));
        Statistics.coverage(explained -> explained.check(true).percentage(p -> p > 90));
        assertThat(inTurn).anyMatch(said -> said.contains("mean_of_all") && said.startsWith("Estimated"));
        assertThat(inTurn).anyMatch(said -> said.startsWith("Explained") && said.contains("kind=POOL"));
        assertThat(mixed).isEqualTo(inTurn);
    }

    private static Supplier<Integer> turns() {
        int[] turn = {0};
        return () -> turn[0]++;
    }
}
