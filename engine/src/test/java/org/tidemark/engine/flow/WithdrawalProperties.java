package org.tidemark.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.engine.listen.FlowListener;
import org.tidemark.engine.output.Output;
import org.tidemark.engine.rederive.Rederivation;
import org.tidemark.engine.rederive.Task;
import org.tidemark.engine.store.CurrentValues;
import org.tidemark.engine.store.FigureStore;
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
import org.tidemark.series.Withdrawal;
import org.tidemark.wire.Codecs;

/**
 * A number stays as long as one release that was not withdrawn states it: what is believed after any withdrawals by hand is
 * what a system believes that never heard of what was withdrawn.
 */
class WithdrawalProperties {
    private static final Catalogue CATALOGUE = ShippedCatalogue.with(List.of());
    private static final Codecs CODECS = Codecs.singleObject();
    private static final Instant FIRST = Instant.parse("2015-01-31T23:59:59.999Z");
    private static final Instant HAND = Instant.parse("2026-06-30T12:00:00Z");
    private static final String INDICATOR = "adoption.firms.any_use";
    private static final String SOURCE = "MADE";
    private static final int YEARS = 8;

    /** One file of a release, with what it says of each year; no value: the source withdraws the figure. */
    private record File(BatchId batch, boolean complete, SortedMap<Integer, Double> values) {
        /** As it is sent; what was withdrawn of it alone as a statement that was refused, since its release spoke of it. */
        private List<Event> events(Set<Integer> refused) {
            List<Event> events = new ArrayList<>();
            values.forEach((year, value) -> {
                String unit = refused.contains(year) ? "furlongs" : "percent";
                events.add(observation(year, value, unit, events.size()));
            });
            events.add(new ReleaseEnd("DE", batch, values.size(), complete, false));
            return events;
        }

        private Observation observation(int year, double value, String unit, int ordinal) {
            boolean none = Double.isNaN(value);
            return new Observation(
                    figure(year),
                    none ? null : value,
                    null,
                    unit,
                    PublishedBasis.STATED,
                    none ? ObservationStatus.MISSING : ObservationStatus.NORMAL,
                    batch,
                    ordinal,
                    batch.published(),
                    null);
        }
    }

    /** A word on a file: of one year, or null of all. */
    private record Word(File file, @Nullable Integer year) {
        private Withdrawal event(Withdrawal.Action action, int after) {
            FigureId figure = year == null ? null : figure(year);
            return new Withdrawal("DE", file.batch(), figure, action, "anna", "a slip", HAND.plusSeconds(after));
        }
    }

    private static FigureId figure(int year) {
        return new FigureId(
                new SeriesId(INDICATOR, "DE", "TOTAL", SOURCE), Period.parse(Integer.toString(2010 + year)));
    }

    /** Releases of a source, each in one to three files, which mostly say the same; some slip by a hundred. */
    private static List<File> files(Random random) {
        List<File> files = new ArrayList<>();
        boolean complete = random.nextBoolean();
        int releases = 2 + random.nextInt(4);
        for (int r = 0; r < releases; r++) {
            Instant published = FIRST.plus(200L * r, ChronoUnit.DAYS);
            SortedMap<Integer, Double> truth = release(random, r);
            int copies = 1 + random.nextInt(4) % 3;
            for (int copy = 0; copy < copies; copy++) {
                BatchId batch =
                        new BatchId(SOURCE, "r" + r, published, "load-%03d-%d".formatted(random.nextInt(1000), copy));
                files.add(new File(batch, complete, copy(random, truth)));
            }
        }
        Collections.shuffle(files, random);
        return files;
    }

    private static SortedMap<Integer, Double> release(Random random, int r) {
        double slip = random.nextInt(5) == 0 ? 0.01 : 1;
        SortedMap<Integer, Double> values = new TreeMap<>();
        for (int year = 0; year < YEARS; year++) {
            if (random.nextInt(4) > 0) {
                double revised = random.nextInt(6) == 0 ? 1 + random.nextInt(3) : 0;
                values.put(year, random.nextInt(15) == 0 ? Double.NaN : slip * (10 + 2 * year + revised + 0.1 * r));
            }
        }
        return values;
    }

    private static SortedMap<Integer, Double> copy(Random random, SortedMap<Integer, Double> truth) {
        SortedMap<Integer, Double> values = new TreeMap<>();
        truth.forEach((year, value) -> {
            if (random.nextInt(5) > 0) {
                values.put(year, random.nextInt(12) == 0 ? value + 1 : value);
            }
        });
        return values;
    }

    private static Set<Word> words(Random random, List<File> files) {
        Set<Word> words = new LinkedHashSet<>();
        int count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            File file = files.get(random.nextInt(files.size()));
            List<Integer> years = new ArrayList<>(file.values().keySet());
            // A release of which nothing is left but what was refused is judged all the same; one that said nothing is
            // not.
            long said = words.stream().filter(w -> w.file().equals(file)).count();
            boolean whole = years.size() <= said + 1 || random.nextInt(3) == 0;
            words.add(new Word(file, whole ? null : years.get(random.nextInt(years.size()))));
        }
        return words;
    }

    /** An engine and what it believes. */
    private static final class Run {
        private final Tables tables = new MemoryTables();
        private final List<Output> said = new ArrayList<>();
        private final EconomyEngine engine = new EconomyEngine(
                new EngineParts(CATALOGUE, CODECS, FlowListener.NONE, Rederivation.none()),
                tables,
                new Task("economies", 0),
                FutureGuard.NONE,
                () -> Instant.EPOCH,
                said::add);

        private Run send(List<? extends Event> events) {
            events.forEach(engine::accept);
            return this;
        }

        /** The values that are believed; a figure that is withdrawn, or of which nothing is believed, has none. */
        private SortedMap<String, Double> believed() {
            SortedMap<String, Double> believed = new TreeMap<>();
            new CurrentValues(CATALOGUE, new FigureStore(tables, CODECS)).each("DE", (figure, belief) -> {
                if (belief.value() != null) {
                    believed.put(figure.period().toString(), belief.value());
                }
            });
            return believed;
        }

        private long held() {
            return said.stream()
                    .filter(o -> o instanceof Output.Assessed assessed
                            && assessed.judgement().status().isWithheld())
                    .count();
        }
    }

    private static Run withoutWhatWasWithdrawn(List<File> files, Set<Word> words) {
        Run fresh = new Run();
        for (File file : files) {
            Set<Integer> refused = new LinkedHashSet<>();
            words.stream()
                    .filter(w -> w.file().equals(file) && w.year() != null)
                    .forEach(w -> refused.add(w.year()));
            if (!words.contains(new Word(file, null))) {
                fresh.send(file.events(refused));
            }
        }
        return fresh;
    }

    @Property(tries = 80)
    void whatIsBelievedIsWhatASystemBelievesThatNeverHeardOfWhatWasWithdrawn(@ForAll Random random) {
        List<File> files = files(random);
        Set<Word> words = words(random, files);
        Run run = new Run();
        files.forEach(file -> run.send(file.events(Set.of())));
        int after = 0;
        for (Word word : words) {
            run.send(List.of(word.event(Withdrawal.Action.WITHDRAW, after++)));
        }

        Statistics.label("something is held").collect(run.held() > 0);
        Statistics.label("something is held")
                .coverage(coverage -> coverage.check(true).percentage(p -> p > 5));
        SortedMap<String, Double> believed = run.believed();
        assertThat(believed).isEqualTo(withoutWhatWasWithdrawn(files, words).believed());

        files.forEach(file -> run.send(file.events(Set.of())));
        assertThat(run.believed()).as("sent again").isEqualTo(believed);
    }

    @Property(tries = 40)
    void whatIsRestoredIsBelievedAsIfItHadNeverBeenWithdrawn(@ForAll Random random) {
        List<File> files = files(random);
        Set<Word> words = words(random, files);
        Run run = new Run();
        files.forEach(file -> run.send(file.events(Set.of())));
        SortedMap<String, Double> before = run.believed();

        List<Word> order = new ArrayList<>(words);
        order.forEach(word -> run.send(List.of(word.event(Withdrawal.Action.WITHDRAW, 0))));
        Collections.shuffle(order, random);
        order.forEach(word -> run.send(List.of(word.event(Withdrawal.Action.RESTORE, 60))));

        assertThat(run.believed()).isEqualTo(before);
    }
}
