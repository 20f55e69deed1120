package org.tidemark.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObservationTest {
    private static final Instant PUBLISHED = Instant.parse("2025-01-31T23:59:59.999Z");
    private static final FigureId FIGURE =
            new FigureId(new SeriesId("adoption.firms.any_use", "DE", "TOTAL", "EUROSTAT"), Period.parse("2024"));
    private static final String NAME = "adoption.firms.any_use|DE|TOTAL|EUROSTAT|2024";

    @Test
    void anObservationIsKnownFromItsBatchAndKeyedByItsEconomy() {
        Observation o = observation(19.75, 0.5, "EUROSTAT", 0);

        assertThat(o.published()).isEqualTo(PUBLISHED);
        assertThat(o.economy()).isEqualTo("DE");
    }

    @Test
    void aWithdrawalHasNoValue() {
        assertThat(observation(null, null, "EUROSTAT", 7).value()).isNull();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE})
    void anyFiniteValueIsHeldAsItIs(double value) {
        assertThat(observation(value, 0.0, "EUROSTAT", 0).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aValueThatIsNoNumberIsRefused(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> observation(value, null, "EUROSTAT", 0))
                .withMessage("%s: value %s is not a finite number; leave it out to withdraw", NAME, value);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e-9, -Double.MIN_VALUE, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aStandardErrorThatIsNegativeOrNoNumberIsRefused(double standardError) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> observation(19.75, standardError, "EUROSTAT", 0))
                .withMessage("%s: standard error %s; it must be finite and not negative", NAME, standardError);
    }

    @Test
    void aFigureInABatchOfAnotherSourceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> observation(19.75, null, "OECD", 0))
                .withMessage("%s comes in a batch of OECD; a batch has one source", NAME);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE})
    void aPositionBeforeTheFirstIsRefused(int ordinal) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> observation(19.75, null, "EUROSTAT", ordinal))
                .withMessage("%s: ordinal %d; it counts from 0", NAME, ordinal);
    }

    @Test
    void aClosingThatCountsBelowNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReleaseEnd("DE", batch("EUROSTAT"), -1, false, false))
                .withMessageContaining("DE")
                .withMessageContaining("sent -1");
    }

    private static Observation observation(
            @Nullable Double value, @Nullable Double standardError, String source, int ordinal) {
        return new Observation(
                FIGURE,
                value,
                standardError,
                "percent",
                PublishedBasis.STATED,
                ObservationStatus.NORMAL,
                batch(source),
                ordinal,
                PUBLISHED,
                null);
    }

    private static BatchId batch(String source) {
        return new BatchId(source, "2024-first", PUBLISHED, "00ff");
    }
}
