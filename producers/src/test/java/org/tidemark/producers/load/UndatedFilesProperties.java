package org.tidemark.producers.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
import org.tidemark.revise.FigureHistory;
import org.tidemark.revise.Vintage;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;

/** Whatever files come, dated or not and in whatever order, nothing of a doubtful date is lost. */
class UndatedFilesProperties {
    private static final int TRIES = 300;

    private Path folder = Path.of("");

    /** The figures of one month after the other, up to the last that the file reaches. */
    record Made(String date, List<Integer> values) {
        Path in(Toys toys, int number) {
            List<String> lines = new ArrayList<>();
            for (int month = 1; month <= values.size(); month++) {
                lines.add("LAGGED DE 2020-%02d %d".formatted(month, values.get(month - 1)));
            }
            return toys.file("f%d %s.toy".formatted(number, date), lines.toArray(new String[0]));
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
    void inOneRunNothingConflicts(@ForAll("files") List<Made> made) {
        assertNothingConflicts(Toys.loaded(written(made).toArray(new Path[0])));
    }

    @Property(tries = TRIES)
    void oneAfterTheOtherNothingConflicts(@ForAll("files") List<Made> made) {
        RecordingTarget target = new RecordingTarget();
        written(made).forEach(file -> Toys.live(target, file));

        assertNothingConflicts(target);
    }

    @Property(tries = TRIES)
    void sentAgainTheyAreDatedAsBefore(@ForAll("files") List<Made> made) {
        RecordingTarget target = new RecordingTarget();
        List<Path> files = written(made);
        files.forEach(file -> Toys.live(target, file));
        Set<String> first = new HashSet<>(Toys.figures(target));

        files.forEach(file -> Toys.live(target, file));
        Toys.live(target, files.toArray(new Path[0]));

        assertThat(new HashSet<>(Toys.figures(target))).isEqualTo(first);
    }

    @Property(tries = TRIES)
    void downloadedOneAfterTheOtherTheLastIsBelieved(@ForAll("growing") List<List<Integer>> downloads) {
        RecordingTarget oneByOne = new RecordingTarget();
        Toys toys = new Toys(folder);
        List<Path> files = new ArrayList<>();
        for (List<Integer> values : downloads) {
            Path file = new Made("undated", values).in(toys, files.size());
            files.add(file);
            Toys.live(oneByOne, file);
        }
        RecordingTarget atOnce = Toys.loaded(files.toArray(new Path[0]));

        List<Integer> last = downloads.get(downloads.size() - 1);
        for (RecordingTarget target : List.of(oneByOne, atOnce)) {
            Map<FigureId, FigureHistory> histories = assertNothingConflicts(target);
            histories.forEach((figure, history) -> {
                Vintage latest = Objects.requireNonNull(history.latest(0));
                int month = figure.period().start().getMonthValue();
                assertThat(latest.value()).isEqualTo((double) last.get(month - 1));
            });
        }
    }

    private List<Path> written(List<Made> made) {
        Toys toys = new Toys(folder);
        List<Path> files = new ArrayList<>();
        made.forEach(m -> files.add(m.in(toys, files.size())));
        return files;
    }

    private static Map<FigureId, FigureHistory> assertNothingConflicts(RecordingTarget target) {
        Map<FigureId, FigureHistory> histories = new HashMap<>();
        for (Observation o : target.observations()) {
            FigureHistory before = histories.getOrDefault(o.figure(), FigureHistory.empty());
            Vintage vintage = Vintage.of(o.published(), o.value(), o.standardError());
            histories.put(o.figure(), before.absorb(vintage, 0).history());
            assertThat(o.published()).isBeforeOrEqualTo(Toys.NOW.plus(java.time.Duration.ofSeconds(1)));
        }
        assertThat(histories.values())
                .allSatisfy(history -> assertThat(history.vintages()).noneMatch(Vintage::conflicting));
        return histories;
    }

    /** Of one date there is one file: what a publisher dates alike and says otherwise is a conflict of his own. */
    @Provide
    Arbitrary<List<Made>> files() {
        Arbitrary<String> dates = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just("undated")),
                Tuple.of(2, Arbitraries.integers().between(2, 9).map("2020-%02d"::formatted)));
        return Combinators.combine(dates, values(1))
                .as(Made::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .filter(files -> new HashSet<>(files).size() == files.size())
                .filter(files -> files.stream()
                        .map(Made::date)
                        .filter(date -> !date.equals("undated"))
                        .allMatch(new HashSet<>()::add));
    }

    /** Each reaches a month further than the one before. */
    @Provide
    Arbitrary<List<List<Integer>>> growing() {
        return Arbitraries.integers()
                .between(2, 4)
                .flatMap(count -> values(6).list().ofSize(count).map(all -> {
                    List<List<Integer>> growing = new ArrayList<>();
                    for (int i = 0; i < all.size(); i++) {
                        growing.add(all.get(i).subList(0, 2 + i));
                    }
                    return growing;
                }));
    }

    private static Arbitrary<List<Integer>> values(int minimum) {
        return Arbitraries.integers().between(1, 3).list().ofMinSize(minimum).ofMaxSize(Math.max(6, minimum));
    }
}
