package org.tidemark.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.InputsHash;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

class EvidenceTest {
    private static final Instant EARLY = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant LATE = Instant.parse("2024-06-01T00:00:00Z");
    private static final EstimateKey KEY = new EstimateKey("US", "TOTAL", "m", "c");

    private final FigureSeries series = new FigureSeries(
            new SeriesId("labour.x", "US", "TOTAL", "A"),
            List.of(
                    new Figure(Period.parse("2023"), 1, null, EARLY),
                    new Figure(Period.parse("2023-12"), 2, 0.1, EARLY)),
            LATE);

    @Test
    void isOfTheSameFiguresThroughout() {
        Evidence evidence = Evidence.NONE.with(series);

        assertThat(evidence.hash()).isEqualTo(series.appendTo(InputsHash.NONE));
        assertThat(evidence.inputs()).isEqualTo(2);
        assertThat(evidence.asOf()).isEqualTo(LATE);
        assertThat(evidence.newest()).isEqualTo(Period.parse("2023-12"));
    }

    @Test
    void anEstimateBringsAllThatItRestsOn() {
        Estimate upstream = Evidence.NONE.with(series).withheld(KEY, "v", "percent", "too few");

        Evidence evidence = Evidence.NONE.with(series, series.figures().get(0)).with(upstream);

        assertThat(upstream.withheld()).isEqualTo("too few");
        assertThat(upstream.inputs()).isEqualTo(2);
        assertThat(evidence.inputs()).isEqualTo(3);
        assertThat(evidence.newest()).isEqualTo(Period.parse("2023-12"));
        assertThat(evidence.hash()).isNotEqualTo(Evidence.NONE.with(series).hash());
    }

    @Test
    void nothingGivesNoEstimateNotEvenAWithheldOne() {
        assertThatThrownBy(() -> Evidence.NONE.withheld(KEY, "v", "percent", "x"))
                .hasMessageContaining("rests on nothing");
    }

    @Test
    void whatGoesWithItIsHashedAndDatedButNeitherCountedNorTheNewest() {
        FigureSeries later = new FigureSeries(
                new SeriesId("labour.y", "US", "TOTAL", "A"),
                List.of(new Figure(Period.parse("2025"), 3, null, LATE)),
                LATE.plusSeconds(1));
        Evidence alone = Evidence.NONE.with(series);

        Evidence both = alone.besides(later, later.figures());

        assertThat(both.hash()).isNotEqualTo(alone.hash());
        assertThat(both.asOf()).isEqualTo(LATE.plusSeconds(1));
        assertThat(both.inputs()).isEqualTo(alone.inputs());
        assertThat(both.newest()).isEqualTo(alone.newest());
        Estimate upstream = Evidence.NONE.with(later).withheld(KEY, "v", "percent", "too few");
        assertThat(alone.besides(upstream).newest()).isEqualTo(alone.newest());
        assertThat(alone.besides(upstream).hash()).isNotEqualTo(alone.hash());
    }
}
