package org.tidemark.engine.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tidemark.engine.table.Key;
import org.tidemark.estimate.Measurement;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/** Folding again from a kept state is folding all of it, bit for bit, and keeps the same states. */
class CellRunProperties {
    private static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");

    /** What is done to one day's figure: given a share, withdrawn (null), or forgotten. */
    record Edit(int day, @Nullable Double share, int since, boolean forgotten) {
        FigureId figure() {
            Period period =
                    Period.day(LocalDate.ofInstant(FIRST, ZoneOffset.UTC).plusDays(day));
            return new FigureId(new SeriesId("adoption.firms.any_use", "DE", "TOTAL", "RAMP"), period);
        }

        void applyTo(CellRun run) {
            Measurement reading =
                    share == null ? null : new Measurement(figure().period().midYear(), share, 0.01);
            Key unused = forgotten
                    ? run.remove(figure(), "percent")
                    : run.put(figure(), "percent", FIRST.plusSeconds(since), reading);
        }
    }

    @Property(tries = 60)
    void aFoldAfterAnyEditsIsTheFoldOfEverything(@ForAll("rounds") List<List<Edit>> rounds) {
        CellRun run = new CellRun("percent");
        Map<FigureId, Edit> all = new LinkedHashMap<>();
        for (List<Edit> round : rounds) {
            for (Edit edit : round) {
                edit.applyTo(run);
                all.put(edit.figure(), edit);
            }
            if (!run.isDirty()) {
                continue;
            }
            CellRun fresh = new CellRun("percent");
            all.values().stream().filter(edit -> !edit.forgotten()).forEach(edit -> edit.applyTo(fresh));

            CellRun.Result result = run.fold();

            if (fresh.isDirty()) {
                CellRun.Result whole = fresh.fold();
                assertThat(result.after()).isEqualTo(whole.after());
                assertThat(result.knownAt()).isEqualTo(whole.knownAt());
            } else {
                assertThat(result.after()).isNull();
            }
            assertThat(run.kept()).isEqualTo(fresh.kept());
        }
    }

    @Test
    void aStateIsKeptEvery32ReadingsAndAtTheNewest() {
        CellRun run = new CellRun("percent");
        for (int day = 0; day < 100; day++) {
            new Edit(day, 0.3, 0, false).applyTo(run);
        }
        CellRun.Result unused = run.fold();

        assertThat(run.kept()).extracting(CellRun.Folded::places).containsExactly(32, 64, 96, 100);
    }

    @Test
    void statesKeptOneByOneAreThoseOfOneFold() {
        CellRun atOnce = new CellRun("percent");
        CellRun oneByOne = new CellRun("percent");
        for (int day = 0; day < 70; day++) {
            new Edit(day, day / 100.0, 0, false).applyTo(atOnce);
            new Edit(day, day / 100.0, 0, false).applyTo(oneByOne);
            CellRun.Result unused = oneByOne.fold();
        }
        CellRun.Result unused = atOnce.fold();

        assertThat(oneByOne.kept()).isEqualTo(atOnce.kept());
    }

    @Test
    void whatChangesNothingHasNoPlace() {
        CellRun run = new CellRun("percent");
        FigureId figure = new Edit(0, 0.1, 0, false).figure();
        Measurement reading = new Measurement(figure.period().midYear(), 0.1, 0.01);

        assertThat(run.remove(figure, "percent")).isNull();
        assertThat(run.put(figure, "percent", FIRST, reading)).isNotNull();
        assertThat(run.put(figure, "percent", FIRST, reading)).isNull();
        assertThat(run.put(figure, "percent", FIRST.plusMillis(1), reading)).isNotNull();
        assertThat(run.put(figure, "percent", FIRST, null)).isNotNull();
        assertThat(run.remove(figure, "percent")).isNotNull();
        assertThat(run.size()).isZero();
    }

    @Test
    void ofTheUnitsOfItsIndicatorsACellHasTheFirstByName() {
        CellRun run = new CellRun("share");
        FigureId figure = new Edit(0, 0.1, 0, false).figure();
        Key unused = run.put(figure, "percent", FIRST, null);

        assertThat(run.unit()).isEqualTo("percent");
    }

    @Test
    void readingsAreFoldedInTheOrderOfTimeLengthAndSource() {
        List<FigureId> inOrder = Stream.of(
                        "EUROSTAT 1950",
                        "EUROSTAT 2022-06-20/2022-07-14",
                        "EUROSTAT 2022",
                        "RAMP 2022",
                        "EUROSTAT 2023")
                .map(text -> text.split(" "))
                .map(parts -> new FigureId(
                        new SeriesId("adoption.firms.any_use", "DE", "TOTAL", parts[0]), Period.parse(parts[1])))
                .toList();
        CellRun run = new CellRun("percent");
        for (int i : new int[] {3, 0, 4, 2, 1}) {
            FigureId figure = inOrder.get(i);
            Key unused = run.put(
                    figure, "percent", FIRST, new Measurement(figure.period().midYear(), 0.1 * i, 0.01));
        }

        assertThat(run.fold().read()).extracting(CellRun.Entry::figure).isEqualTo(inOrder);
    }

    @Provide
    Arbitrary<List<List<Edit>>> rounds() {
        // The first rounds fill some four stretches of 32 places; the others change a few.
        return Combinators.combine(
                        edit().list().ofSize(140),
                        edit().list().ofMaxSize(5).list().ofMaxSize(5))
                .as((many, few) -> {
                    List<List<Edit>> rounds = new ArrayList<>(List.of(many));
                    rounds.addAll(few);
                    return rounds;
                });
    }

    private static Arbitrary<Edit> edit() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 150),
                        Arbitraries.doubles().between(0, 1).injectNull(0.1),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.of(false, false, false, true))
                .as(Edit::new);
    }
}
