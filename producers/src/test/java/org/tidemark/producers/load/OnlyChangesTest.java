package org.tidemark.producers.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.release.Load;
import org.tidemark.series.Event;
import org.tidemark.series.Observation;

/** Of a source that repeats itself with every vintage only what is new or changed is sent. */
class OnlyChangesTest {
    @TempDir
    private Path folder = Path.of("");

    private Toys toys = new Toys(folder);

    @BeforeEach
    void useTheFolder() {
        toys = new Toys(folder);
    }

    private Path june() {
        return toys.file("2024-06.toy", "CHANGES US 2024-01 1", "CHANGES US 2024-02 2");
    }

    private Path july() {
        return toys.file("2024-07.toy", "CHANGES US 2024-01 1", "CHANGES US 2024-02 3", "CHANGES US 2024-03 4");
    }

    private Path august() {
        return toys.file("2024-08.toy", "CHANGES US 2024-01 1", "CHANGES US 2024-02 2", "CHANGES US 2024-03 4");
    }

    @Test
    void whatIsUnchangedSinceTheVintageBeforeIsSkipped() {
        RecordingTarget target = new RecordingTarget();

        LoadReport report = Toys.load(target, LoadSettings.ALL, august(), june(), july());

        assertThat(values(target))
                .containsExactly("2024-01 1.0", "2024-02 2.0", "2024-02 3.0", "2024-03 4.0", "2024-02 2.0");
        assertThat(report.loads()).extracting(Load::sent).containsExactly(2L, 2L, 1L);
        assertThat(report.loads())
                .extracting(load -> load.skipped().get("UNCHANGED"))
                .containsExactly(null, 1L, 2L);
        assertThat(report.loads()).extracting(Load::read).containsExactly(2L, 3L, 3L);
    }

    @Test
    void theVintageBeforeMayBeOfAnEarlierRun() {
        RecordingTarget target = Toys.loaded(june());
        target.events.removeIf(e -> !(e instanceof Observation));

        Toys.load(target, LoadSettings.ALL, july());

        assertThat(values(target)).containsExactly("2024-01 1.0", "2024-02 2.0", "2024-02 3.0", "2024-03 4.0");
        assertThat(target.asked).containsOnly(Set.of("CHANGES"));
    }

    @Test
    void nobodyIsAskedForWhatWasSaidBeforeWhenNoSourceNeedsIt() {
        assertThat(Toys.loaded(toys.file("2024-06.toy", "LAGGED US 2024-01 1")).asked)
                .isEmpty();
    }

    @Test
    void sentAgainInAnyCompanyAVintageIsTheSame() {
        RecordingTarget target = Toys.loaded(june(), july(), august());
        List<Event> first = List.copyOf(target.events);

        target.events.clear();
        target.events.addAll(first);
        Toys.load(target, LoadSettings.ALL, july());

        String load = target.notes.get(1).load();
        assertThat(target.events.subList(first.size(), target.events.size()))
                .hasSize(3)
                .isEqualTo(first.stream()
                        .filter(e -> e.batch().load().equals(load))
                        .toList());
    }

    @Test
    void aVintageSaysAgainWhatAnOlderOneThatCameAfterItHasMadeNoNews() {
        RecordingTarget target = Toys.loaded(june(), august());
        assertThat(values(target)).endsWith("2024-03 4.0").hasSize(3);
        Toys.load(target, LoadSettings.ALL, july());
        int before = values(target).size();

        Toys.load(target, LoadSettings.ALL, august());

        assertThat(values(target).subList(before, values(target).size())).containsExactly("2024-02 2.0", "2024-03 4.0");
    }

    @Test
    void aWithdrawalIsAChangeOnce() {
        Path withdrawn = toys.file("2024-07.toy", "CHANGES US 2024-01 -");
        Path still = toys.file("2024-08.toy", "CHANGES US 2024-01 -");
        Path back = toys.file("2024-09.toy", "CHANGES US 2024-01 1");

        assertThat(values(Toys.loaded(june(), withdrawn, still, back)))
                .containsExactly("2024-01 1.0", "2024-02 2.0", "2024-01 null", "2024-01 1.0");
    }

    @Test
    void newsDependsOnWhatWasSaidBeforeItsInstantAndNotOnTheOrderOfTheFiles() {
        Path july = toys.file("2024-07.toy", "CHANGES US 2024-01 1");
        Path august = toys.file("2024-08.toy", "CHANGES US 2024-01 9 stated=2024-07-15");

        assertThat(values(Toys.loaded(june(), july, august)))
                .containsExactly("2024-01 1.0", "2024-02 2.0", "2024-01 9.0", "2024-01 1.0");
    }

    @Test
    void afterAContradictionThatNobodyBelievesEverythingIsNews() {
        Path one = toys.file("one-2024-07.toy", "CHANGES US 2024-01 5", "CHANGES US 2024-02 6");
        Path other = toys.file("other-2024-07.toy", "CHANGES US 2024-01 6", "CHANGES US 2024-02 5");
        Path next = toys.file("2024-08.toy", "CHANGES US 2024-01 5", "CHANGES US 2024-02 5");

        assertThat(values(Toys.loaded(june(), one, other, next)))
                .endsWith("2024-01 5.0", "2024-02 5.0")
                .hasSize(8);
    }

    @Test
    void whatIsRejectedAsTooEarlyHasNotBeenSaid() {
        Path file = toys.file("f.toy", "CHANGES US 1959-01 1 stated=1960-01", "CHANGES US 1959-01 1 stated=1980-01");

        assertThat(values(Toys.loaded(file))).containsExactly("1959-01 1.0");
    }

    private static List<String> values(RecordingTarget target) {
        return target.observations().stream()
                .map(o -> o.figure().period() + " " + o.value())
                .toList();
    }
}
