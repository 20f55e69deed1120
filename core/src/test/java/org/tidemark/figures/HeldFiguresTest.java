package org.tidemark.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidemark.estimate.InputsHash;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

class HeldFiguresTest {
    private static final Instant EARLY = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant LATE = Instant.parse("2024-06-01T00:00:00Z");

    private final HeldFigures held = new HeldFigures("US");

    @Test
    void answersInTheOrderOfTimeWhateverTheOrderOfFilling() {
        held.put(id("A", "2024-02"), 2.0, null, LATE).put(id("A", "2024-01"), 1.0, 0.1, EARLY);
        FigureSeries series = held.series("labour.x", "NAICS:51").orElseThrow();
        assertThat(series.figures())
                .containsExactly(
                        new Figure(Period.parse("2024-01"), 1.0, 0.1, EARLY),
                        new Figure(Period.parse("2024-02"), 2.0, null, LATE));
        assertThat(series.knownAt()).isEqualTo(LATE);
        assertThat(held.sectors("labour.x")).containsExactly("NAICS:51");
    }

    @Test
    void aWithdrawalLeavesNoFigureButIsKnown() {
        held.put(id("A", "2024-01"), 1.0, null, EARLY).put(id("A", "2024-02"), null, null, LATE);
        FigureSeries series = held.series("labour.x", "NAICS:51").orElseThrow();
        assertThat(series.figures()).hasSize(1);
        assertThat(series.knownAt()).isEqualTo(LATE);
    }

    @Test
    void ofSeveralSourcesTheFirstThatHasAnythingAnswers() {
        held.put(id("B", "2024-01"), 2.0, null, EARLY).put(id("A", "2024-01"), null, null, LATE);
        assertThat(held.series("labour.x", "NAICS:51").orElseThrow().id().source())
                .isEqualTo("B");
    }

    @Test
    void everySourceAnswersInTheOrderOfTheIdsAlsoOneOfWhichAllWasWithdrawn() {
        held.put(id("B", "2024-01"), 2.0, null, EARLY).put(id("A", "2024-01"), null, null, LATE);
        assertThat(held.sources("labour.x", "NAICS:51"))
                .extracting(FigureSeries::toString)
                .containsExactly(
                        "labour.x|US|NAICS:51|A: 0 figures, known at " + LATE,
                        "labour.x|US|NAICS:51|B: 1 figures, known at " + EARLY);
        assertThat(held.sources("labour.x", "TOTAL")).isEmpty();
        assertThat(held.sources("labour.y", "TOTAL")).isEmpty();
    }

    @Test
    void aSeriesThatHasChangedIsHashedAsANewOneOfTheSameFigures() {
        for (int year = 1700; year < 1900; year++) {
            held.put(id("A", String.valueOf(year)), (double) year, null, EARLY);
        }
        for (String changed : List.of("1899", "1900", "1800", "1763", "1764", "1700")) {
            FigureSeries before = held.series("labour.x", "NAICS:51").orElseThrow();
            InputsHash unused = before.appendTo(InputsHash.NONE);
            held.replace(id("A", changed), changed.equals("1800") ? null : 1.5, null, LATE);

            FigureSeries now = held.series("labour.x", "NAICS:51").orElseThrow();
            FigureSeries anew = new FigureSeries(now.id(), now.figures(), now.knownAt());

            assertThat(now.appendTo(InputsHash.NONE))
                    .isEqualTo(anew.appendTo(InputsHash.NONE))
                    .isNotEqualTo(before.appendTo(InputsHash.NONE));
        }
    }

    @Test
    void whatIsNotHeldIsEmptyAndNotZero() {
        assertThat(held.series("labour.x", "TOTAL")).isEmpty();
        assertThat(held.sectors("labour.y")).isEmpty();
    }

    @Test
    void refusesTheFigureOfAnotherEconomy() {
        FigureId foreign = new FigureId(new SeriesId("labour.x", "DE", "TOTAL", "A"), Period.parse("2024"));
        assertThatThrownBy(() -> held.put(foreign, 1.0, null, EARLY)).hasMessageContaining("US");
    }

    private static FigureId id(String source, String period) {
        return new FigureId(new SeriesId("labour.x", "US", "NAICS:51", source), Period.parse(period));
    }
}
