package org.tidemark.producers.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.tidemark.release.Load;
import org.tidemark.series.Event;
import org.tidemark.series.Observation;
import org.tidemark.series.PublicationDate;
import org.tidemark.series.ReleaseEnd;
import org.tidemark.series.SeriesId;

/** What holds of every run, over all kinds of source, file and line. */
class LoaderProperties {
    private static final int TRIES = 200;

    private Path folder = Path.of("");

    /** What is in one file. */
    record Made(String date, List<String> lines) {
        boolean isDated() {
            return !date.equals("undated");
        }

        Instant filed() {
            return PublicationDate.parse(date);
        }
    }

    @BeforeTry
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("loads");
    }

    @AfterTry
    void removeFolder() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Property(tries = TRIES)
    void theOrderInWhichFilesAreGivenChangesNothing(@ForAll("files") List<Made> made, @ForAll Random random) {
        List<Path> files = written(made);
        RecordingTarget inOrder = new RecordingTarget();
        LoadReport report = load(inOrder, LoadSettings.ALL, files);
        List<Path> shuffled = new ArrayList<>(files);
        Collections.shuffle(shuffled, random);

        RecordingTarget other = new RecordingTarget();
        LoadReport otherReport = load(other, LoadSettings.ALL, shuffled);

        assertThat(other.events).isEqualTo(inOrder.events);
        assertThat(other.notes).isEqualTo(inOrder.notes);
        assertThat(otherReport).isEqualTo(report);
    }

    @Property(tries = TRIES)
    void theSameFilesAgainSendTheSame(@ForAll("files") List<Made> made) {
        List<Path> files = written(made);
        RecordingTarget target = new RecordingTarget();
        load(target, LoadSettings.ALL, files);
        List<Event> first = List.copyOf(target.events);

        load(target, LoadSettings.ALL, files);

        assertThat(target.events.subList(first.size(), target.events.size())).isEqualTo(first);
    }

    @Property(tries = TRIES)
    void oneOfTheFilesAgainSendsItsFiguresAgain(@ForAll("files") List<Made> made, @ForAll Random random) {
        List<Path> files = written(made);
        RecordingTarget target = new RecordingTarget();
        load(target, LoadSettings.ALL, files);
        List<Observation> first = target.observations();

        LoadReport again = load(target, LoadSettings.ALL, List.of(files.get(random.nextInt(files.size()))));

        Set<String> hashes = new HashSet<>();
        again.loads().forEach(load -> hashes.add(load.load()));
        assertThat(target.observations().stream().skip(first.size()))
                .isEqualTo(first.stream()
                        .filter(o -> hashes.contains(o.batch().load()))
                        .toList());
    }

    @Property(tries = TRIES)
    void whatIsSentAsOfADayIsWhatTheWholeRunSendsThatWasPublishedByThen(
            @ForAll("files") List<Made> made, @ForAll("days") String day) {
        List<Path> files = written(made);
        RecordingTarget whole = Toys.loaded(files.toArray(new Path[0]));
        Instant asOf = PublicationDate.parse(day);

        RecordingTarget cut = new RecordingTarget();
        load(cut, Toys.asOf(day), files);

        assertThat(cut.events)
                .isEqualTo(whole.events.stream()
                        .filter(e -> !e.batch().published().isAfter(asOf))
                        .toList());
    }

    /** Whatever a later file adds to a series that had been delivered, it adds after its own date; undated files depend on others. */
    @Property(tries = TRIES)
    void asOfADayNoLaterFileOfASeriesThatHadBeenDeliveredChangesAnything(
            @ForAll("datedFiles") List<Made> made, @ForAll("days") String day) {
        Instant asOf = PublicationDate.parse(day);
        List<Path> all = written(made);
        List<Path> byThen = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (!made.get(i).filed().isAfter(asOf)) {
                byThen.add(all.get(i));
            }
        }
        RecordingTarget withLater = new RecordingTarget();
        load(withLater, Toys.asOf(day), all);
        RecordingTarget without = new RecordingTarget();
        load(without, Toys.asOf(day), byThen);

        Set<SeriesId> delivered = new HashSet<>();
        without.observations().forEach(o -> delivered.add(o.figure().series()));
        assertThat(said(withLater, delivered)).isEqualTo(said(without, delivered));
    }

    private static List<String> said(RecordingTarget target, Set<SeriesId> series) {
        return target.observations().stream()
                .filter(o -> series.contains(o.figure().series()))
                .map(o -> o.figure() + " " + Toys.said(o) + " " + o.batch().load())
                .toList();
    }

    @Property(tries = TRIES)
    void historyIsInOrderAndEachReleaseIsClosedOnceWithItsCount(@ForAll("files") List<Made> made) {
        RecordingTarget target = Toys.loaded(written(made).toArray(new Path[0]));

        assertThat(target.closings())
                .isSortedAccordingTo(
                        Comparator.comparing((ReleaseEnd c) -> c.batch().published())
                                .thenComparing(ReleaseEnd::economy)
                                .thenComparing(c -> c.batch().source())
                                .thenComparing(c -> c.batch().release())
                                .thenComparing(c -> c.batch().load()));
        int open = 0;
        Set<String> closed = new HashSet<>();
        for (Event event : target.events) {
            if (event instanceof Observation o) {
                assertThat(o.ordinal()).isEqualTo(open++);
            } else if (event instanceof ReleaseEnd c) {
                assertThat(c.sent()).isEqualTo(open);
                open = 0;
                assertThat(closed.add(c.economy() + c.batch())).isTrue();
            }
        }
        assertThat(open).isZero();
    }

    @Property(tries = TRIES)
    void everyFigureIsClosedByTheClosingOfItsBatchAndEconomy(@ForAll("files") List<Made> made) {
        RecordingTarget target = Toys.loaded(written(made).toArray(new Path[0]));

        List<String> open = new ArrayList<>();
        for (Event event : target.events) {
            String address = event.economy() + " " + event.batch();
            if (event instanceof ReleaseEnd) {
                assertThat(open).allMatch(address::equals);
                open.clear();
            } else {
                open.add(address);
            }
        }
    }

    @Property(tries = TRIES)
    void onlyTheLastClosingOfAnEconomysInstantSaysThatNoMoreFollows(@ForAll("files") List<Made> made) {
        List<ReleaseEnd> closings =
                Toys.loaded(written(made).toArray(new Path[0])).closings();

        TreeMap<String, ReleaseEnd> last = new TreeMap<>();
        closings.forEach(c -> last.put(c.batch().published() + c.economy(), c));
        assertThat(closings).allSatisfy(c -> assertThat(c.moreAtInstant())
                .isEqualTo(!c.equals(last.get(c.batch().published() + c.economy()))));
    }

    @Property(tries = TRIES)
    void whatIsReadIsSentOrHasAReason(@ForAll("files") List<Made> made, @ForAll("days") String day) {
        RecordingTarget target = new RecordingTarget();
        LoadReport report = load(target, Toys.asOf(day), written(made));

        long lines = made.stream().mapToLong(m -> m.lines().size()).sum();
        assertThat(report.loads().stream().mapToLong(Load::read).sum()).isEqualTo(lines + report.copied());
        assertThat(report.sent()).isEqualTo(target.observations().size());
        long rejected = report.loads().stream()
                .flatMap(load -> load.rejected().values().stream())
                .mapToLong(Long::longValue)
                .sum();
        assertThat(rejected).isEqualTo(target.rejections.size());
        report.loads().forEach(load -> assertThat(load.sent())
                .isEqualTo(target.observations().stream()
                        .filter(o -> o.batch().load().equals(load.load())
                                && o.batch().source().equals(load.source()))
                        .count()));
    }

    @Property(tries = TRIES)
    void whatIsLoadedHalfAndThenWholeIsTheSame(@ForAll("files") List<Made> made, @ForAll Random random) {
        List<Path> files = written(made);
        RecordingTarget whole = Toys.loaded(files.toArray(new Path[0]));
        if (whole.events.isEmpty()) {
            return;
        }
        RecordingTarget target = new RecordingTarget().breaksAfterEvents(random.nextInt(whole.events.size()));
        try {
            load(target, Toys.SKIP_LOADED, files);
        } catch (IllegalStateException broken) {
            assertThat(target.notes).noneMatch(Load::closed);
        }
        int before = target.events.size();
        assertThat(target.events).isEqualTo(whole.events.subList(0, before));

        load(target.mended(), Toys.SKIP_LOADED, files);

        assertThat(target.events.subList(before, target.events.size())).isEqualTo(whole.events);
    }

    private static LoadReport load(RecordingTarget target, LoadSettings settings, List<Path> files) {
        return Toys.load(target, settings, files.toArray(new Path[0]));
    }

    /** Names that do not sort by date. */
    private List<Path> written(List<Made> made) {
        Toys toys = new Toys(folder);
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < made.size(); i++) {

            String[] lines = made.get(i).lines().toArray(new String[0]);
            files.add(toys.file("f%d %s.toy".formatted(i, made.get(i).date()), lines));
        }
        return files;
    }

    @Provide
    Arbitrary<String> days() {
        return Arbitraries.integers().between(1, 12).map("2020-%02d"::formatted);
    }

    @Provide
    Arbitrary<List<Made>> files() {
        return files(true);
    }

    @Provide
    Arbitrary<List<Made>> datedFiles() {
        return files(false).filter(files -> files.stream().allMatch(Made::isDated));
    }

    private static Arbitrary<List<Made>> files(boolean stated) {
        Arbitrary<String> dates = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just("undated")),
                Tuple.of(6, Arbitraries.integers().between(3, 9).map("2020-%02d"::formatted)));
        Arbitrary<List<String>> lines = lines(stated).list().ofMinSize(1).ofMaxSize(8);
        return Combinators.combine(dates, lines)
                .as(Made::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .filter(LoaderProperties::holdsNoCopy);
    }

    private static boolean holdsNoCopy(List<Made> files) {
        return new HashSet<>(files).size() == files.size();
    }

    private static Arbitrary<String> lines(boolean stated) {
        Arbitrary<String> source = Arbitraries.of("LAGGED", "WHOLE", "CHANGES", "TABLED", "BOTH", "UNHEARD");
        Arbitrary<String> economy = Arbitraries.of("DE", "FR", "US", "WORLD");
        Arbitrary<String> period = Arbitraries.of("1959-01", "2019-12", "2020-01", "2020-02", "2020-Q1", "2020-05");
        Arbitrary<String> value = Arbitraries.of("1", "2", "-");
        Arbitrary<String> figure = Combinators.combine(source, economy, period, value, more(stated))
                .as((s, e, p, v, m) -> "%s %s %s %s%s".formatted(s, e, p, v, m));
        return Arbitraries.frequencyOf(Tuple.of(12, figure), Tuple.of(1, Arbitraries.of("skip", "bad")));
    }

    private static Arbitrary<String> more(boolean stated) {
        Arbitrary<String> usual = Arbitraries.of(
                "", "", "", " usual=2020-03-10", " release=R1", " indicator=slow.level", " indicator=shared.level");
        return stated ? Arbitraries.oneOf(usual, Arbitraries.of("", " stated=2020-04-15", " stated=1965-01")) : usual;
    }
}
