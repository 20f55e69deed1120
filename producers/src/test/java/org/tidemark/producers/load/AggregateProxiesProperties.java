package org.tidemark.producers.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.tidemark.release.Load;
import org.tidemark.series.Observation;

/** The toy catalogue lets the world stand for Germany and France. */
class AggregateProxiesProperties {
    private static final int TRIES = 100;
    private static final List<String> OTHERS = List.of("DE", "FR");

    private Path folder = Path.of("");

    @BeforeTry
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("copies");
    }

    @AfterTry
    void removeFolder() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private RecordingTarget loaded(List<String> lines) {
        return Toys.loaded(new Toys(folder).file("f 2020-06.toy", lines.toArray(new String[0])));
    }

    private static String content(Observation o) {
        return "%s %s %s %s %s %s %s"
                .formatted(
                        o.figure().series().source(),
                        o.figure().series().sector(),
                        o.figure().period(),
                        o.value(),
                        o.standardError(),
                        o.status(),
                        o.batch());
    }

    private static List<String> contents(RecordingTarget target, String economy) {
        return target.observations().stream()
                .filter(o -> o.economy().equals(economy))
                .map(AggregateProxiesProperties::content)
                .toList();
    }

    @Property(tries = TRIES)
    void anEconomySaysWhatTheWorldSaysUnlessItSpeaksForItself(@ForAll("lines") List<String> lines) {
        RecordingTarget target = loaded(lines);
        Set<String> speak = new HashSet<>();
        lines.forEach(line -> speak.add(line.split(" ", 3)[0] + line.split(" ", 3)[1] + sector(line)));

        for (String economy : OTHERS) {
            List<String> told = target.observations().stream()
                    .filter(o -> o.economy().equals(economy) && o.note() != null)
                    .map(AggregateProxiesProperties::content)
                    .toList();
            List<String> due = target.observations().stream()
                    .filter(o -> o.economy().equals("WORLD"))
                    .filter(o -> !speak.contains(o.figure().series().source()
                            + economy
                            + o.figure().series().sector()))
                    .map(AggregateProxiesProperties::content)
                    .toList();
            assertThat(told).isEqualTo(due);
        }
    }

    private static String sector(String line) {
        return line.contains("sector=NAICS:51") ? "NAICS:51" : "TOTAL";
    }

    @Property(tries = TRIES)
    void whatTheFileItselfSaysIsSentAsWithoutCopies(@ForAll("lines") List<String> lines) {
        List<String> plain =
                lines.stream().map(l -> l.replace("shared.level", "toy.level")).toList();

        List<String> own = loaded(lines).observations().stream()
                .filter(o -> o.note() == null)
                .map(o -> Toys.said(o))
                .toList();

        assertThat(own).isEqualTo(Toys.figures(loaded(plain)));
    }

    @Property(tries = TRIES)
    void readIsWhatTheFileHoldsAndWhatWasCopied(@ForAll("lines") List<String> lines) {
        RecordingTarget target = new RecordingTarget();
        LoadReport report = Toys.load(
                target, LoadSettings.ALL, new Toys(folder).file("f 2020-06.toy", lines.toArray(new String[0])));

        long copies =
                target.observations().stream().filter(o -> o.note() != null).count();
        assertThat(report.copied()).isEqualTo(copies);
        assertThat(report.loads().stream().mapToLong(Load::read).sum()).isEqualTo(lines.size() + copies);
        assertThat(report.sent()).isEqualTo(lines.size() + copies);
        assertThat(report.loads().stream().flatMap(l -> l.economies().stream()).collect(Collectors.toSet()))
                .isEqualTo(
                        target.observations().stream().map(Observation::economy).collect(Collectors.toSet()));
    }

    @Property(tries = TRIES)
    void whereNobodyElseSpeaksAllEconomiesSayTheSame(@ForAll("world") List<String> lines) {
        RecordingTarget target = loaded(lines);

        assertThat(contents(target, "WORLD")).hasSameSizeAs(lines);
        OTHERS.forEach(economy -> assertThat(contents(target, economy)).isEqualTo(contents(target, "WORLD")));
    }

    @Provide
    Arbitrary<List<String>> lines() {
        return lines("WORLD", "WORLD", "DE", "FR", "US").list().ofMinSize(1).ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<String>> world() {
        return lines("WORLD").list().ofMinSize(1).ofMaxSize(6);
    }

    private static Arbitrary<String> lines(String... economies) {
        return Combinators.combine(
                        Arbitraries.of("LAGGED", "WHOLE", "TABLED"),
                        Arbitraries.of(economies),
                        Arbitraries.of("2019-12", "2020-01", "2020-Q1"),
                        Arbitraries.of("1", "2", "-"),
                        Arbitraries.of("", " se=0.5", " sector=NAICS:51", " stated=2020-04-15", " release=R1"))
                .as((s, e, p, v, more) -> "%s %s %s %s indicator=shared.level%s".formatted(s, e, p, v, more));
    }
}
