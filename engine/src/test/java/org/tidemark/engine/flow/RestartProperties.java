package org.tidemark.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueYaml;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.engine.listen.FlowListener;
import org.tidemark.engine.output.Output;
import org.tidemark.engine.rederive.Rederivation;
import org.tidemark.engine.rederive.Task;
import org.tidemark.engine.store.EncodedTables;
import org.tidemark.engine.table.MemoryTables;
import org.tidemark.engine.table.Tables;
import org.tidemark.engine.validate.FutureGuard;
import org.tidemark.series.BatchId;
import org.tidemark.series.Event;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;
import org.tidemark.series.ObservationStatus;
import org.tidemark.series.Period;
import org.tidemark.series.PublishedBasis;
import org.tidemark.series.ReleaseEnd;
import org.tidemark.series.SeriesId;
import org.tidemark.wire.Codecs;

/** What the engine keeps in the heap is worked out of its tables, so that it says the same wherever it begins anew. */
class RestartProperties {
    /** With measures of what is made here. */
    private static final Catalogue CATALOGUE = ShippedCatalogue.with(
            List.of(
                    new CatalogueYaml.Text(
                            "own.yaml",
                            """
            measures:
              use_less_growth:
                kind: compare
                indicators: { use: adoption.firms.any_use, growth: supply.gdp.real_growth }
                fewest: 2
                unit: percentage_points
              use_of_both:
                kind: shares
                indicators: { use: adoption.firms.any_use, growth: supply.gdp.real_growth }
                unit: percent
                settings: { tell: share, of: use }
            """)));

    private static final Codecs CODECS = Codecs.singleObject();
    private static final Instant FIRST = Instant.parse("2020-01-31T23:59:59.999Z");
    private static final List<String> INDICATORS =
            List.of("adoption.firms.any_use", "labour.postings.index", "supply.gdp.real_growth");
    private static final String SOURCE = "MADE";

    /** The engine with its tables, which outlive it. */
    private static final class Run {
        private final Tables tables;
        private final List<String> said = new ArrayList<>();
        private EconomyEngine engine;

        private Run(Tables tables) {
            this.tables = tables;
            this.engine = started();
        }

        private EconomyEngine started() {
            return new EconomyEngine(
                    new EngineParts(CATALOGUE, CODECS, FlowListener.NONE, Rederivation.none()),
                    tables,
                    new Task("economies", 0),
                    FutureGuard.NONE,
                    () -> Instant.EPOCH,
                    output -> said.add(text(output)));
        }

        private void restart() {
            engine = started();
        }
    }

    private static boolean isOfMeasure(String said) {
        return said.startsWith("Estimated") && (said.contains("use_less_growth") || said.contains("use_of_both"));
    }

    /** All of it but the bytes of a refusal, which are no equal of their copy. */
    private static String text(Output output) {
        return output instanceof Output.Refused refused
                ? "%s %s %s"
                        .formatted(
                                refused.rejection().id(),
                                refused.rejection().place(),
                                refused.rejection().detail())
                : output.toString();
    }

    /** Releases of an economy: new figures, revisions, withdrawals, conflicts, closings of instants in two parts. */
    private static List<Event> history(Random random) {
        List<Event> events = new ArrayList<>();
        int releases = 4 + random.nextInt(8);
        for (int r = 0; r < releases; r++) {
            Instant published = FIRST.plus(31L * random.nextInt(12), ChronoUnit.DAYS);
            BatchId batch = new BatchId(SOURCE, "r" + r, published, "load" + r);
            int sent = 1 + random.nextInt(6);
            for (int ordinal = 0; ordinal < sent; ordinal++) {
                events.add(observation(random, batch, ordinal));
            }
            events.add(new ReleaseEnd("DE", batch, sent, random.nextInt(3) == 0, random.nextInt(4) == 0));
        }
        return events;
    }

    private static Observation observation(Random random, BatchId batch, int ordinal) {
        String indicator = INDICATORS.get(random.nextInt(INDICATORS.size()));
        Double value = random.nextInt(8) == 0 ? null : 5.0 + random.nextInt(30);
        return new Observation(
                new FigureId(
                        new SeriesId(indicator, "DE", "TOTAL", SOURCE),
                        Period.parse(Integer.toString(2010 + random.nextInt(9)))),
                value,
                null,
                CATALOGUE.indicator(indicator).map(i -> i.unit()).orElse("percent"),
                PublishedBasis.STATED,
                value == null ? ObservationStatus.MISSING : ObservationStatus.NORMAL,
                batch,
                ordinal,
                batch.published(),
                null);
    }

    @Property(tries = 60)
    void begunAnewAtEveryRecordItSaysTheSame(@ForAll Random random) {
        List<Event> history = history(random);
        Run whole = new Run(new MemoryTables());
        history.forEach(whole.engine::accept);

        Run restarted = new Run(new MemoryTables());
        for (Event event : history) {
            restarted.restart();
            restarted.engine.accept(event);
        }

        Statistics.collect(whole.said.stream().anyMatch(RestartProperties::isOfMeasure));
        Statistics.coverage(measured -> measured.check(true).percentage(p -> p > 5));
        assertThat(whole.said).isNotEmpty();
        assertThat(restarted.said).isEqualTo(whole.said);
    }

    @Property(tries = 40)
    void overTablesOfBytesItSaysTheSame(@ForAll Random random) {
        List<Event> history = history(random);
        Run objects = new Run(new MemoryTables());
        history.forEach(objects.engine::accept);

        Run bytes = new Run(new EncodedTables());
        for (Event event : history) {
            if (random.nextInt(5) == 0) {
                bytes.restart();
            }
            bytes.engine.accept(event);
        }

        assertThat(bytes.said).isEqualTo(objects.said);
    }
}
