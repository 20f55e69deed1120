package org.tidemark.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The bank seen from its end. */
class SmoothedBankTest {
    private static final String VECTORS = "/org/tidemark/estimate/smoothed.json";

    private static JsonNode vectors() throws IOException {
        try (InputStream in = SmoothedBankTest.class.getResourceAsStream(VECTORS)) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in, VECTORS));
        }
    }

    private static List<Measurement> readings(JsonNode vector) {
        List<Measurement> readings = new ArrayList<>();
        for (JsonNode figure : vector.get("figures")) {
            readings.add(new Measurement(
                    figure.get(0).doubleValue(),
                    figure.get(1).doubleValue(),
                    figure.get(2).doubleValue()));
        }
        return readings;
    }

    /** smoothed.py, beside the vectors, conditions all levels and speeds on all figures at once: no step back is in it. */
    @Test
    void levelsAndSpeedsAreThoseOfAllFiguresAtOnce() throws IOException {
        for (JsonNode vector : vectors()) {
            List<BankState> smoothed = SmoothedBank.of(readings(vector));
            for (int i = 0; i < smoothed.size(); i++) {
                JsonNode point = vector.get("points").get(i);
                BankState state = smoothed.get(i);
                assertThat(state.meanShare())
                        .as("%s, point %d", vector.get("name"), i)
                        .isCloseTo(point.get("mean_share").doubleValue(), within(1e-9));
                for (JsonNode model : point.get("models")) {
                    sameModel(state, model);
                }
            }
        }
    }

    private static void sameModel(BankState state, JsonNode model) {
        int m = model.get("model").intValue();
        List<String> names = List.of("x", "v", "P11", "P12", "P22");
        for (int offset = 0; offset < names.size(); offset++) {
            assertThat(state.number(m, offset))
                    .as("model %d, %s", m, names.get(offset))
                    .isCloseTo(model.get(names.get(offset)).doubleValue(), within(1e-9));
        }
    }

    /** A dip between two figures that go on is smoothed; told at the time it stood as it fell. */
    @Test
    void whatCameLaterMovesWhatIsBelievedOfBefore() throws IOException {
        List<Measurement> readings = readings(vectors().get(1));
        BankState then = Readings.fold(readings.subList(0, 3));

        BankState hindsight = SmoothedBank.of(readings).get(2);

        assertThat(hindsight.time()).isEqualTo(then.time());
        assertThat(hindsight.meanShare()).isGreaterThan(then.meanShare());
    }

    @Test
    void noReadingsHaveNoPath() {
        assertThat(SmoothedBank.of(List.of())).isEmpty();
    }

    @Property(tries = 200)
    void atTheLastReadingItIsTheFilterBitForBit(@ForAll("ordinary") List<Measurement> readings) {
        List<BankState> smoothed = SmoothedBank.of(readings);

        assertThat(smoothed).hasSameSizeAs(readings);
        assertThat(smoothed.get(smoothed.size() - 1)).isEqualTo(Readings.fold(readings));
    }

    /** More is known: no model is less sure of a level than the filter was at the time. */
    @Property(tries = 200)
    void hindsightIsNeverLessSure(@ForAll("ordinary") List<Measurement> readings) {
        List<BankState> smoothed = SmoothedBank.of(readings);
        for (int i = 0; i < readings.size(); i++) {
            BankState filtered = Readings.fold(readings.subList(0, i + 1));
            for (int m = 0; m < BankModel.MODELS; m++) {
                double then = filtered.number(m, OuStep.P11);
                assertThat(smoothed.get(i).number(m, OuStep.P11)).isBetween(-1e-12, then + 1e-9 * then + 1e-12);
            }
        }
    }

    /** The general smoother of normal beliefs, which the pool uses, says the same of a single model. */
    @Property(tries = 100)
    void theSmootherOfNormalBeliefsSaysTheSame(@ForAll("ordinary") List<Measurement> readings) {
        List<BankState> smoothed = SmoothedBank.of(readings);
        int m = 5;
        for (int i = readings.size() - 2; i >= 0; i--) {
            BankState filtered = Readings.fold(readings.subList(0, i + 1));
            double years = smoothed.get(i + 1).time() - filtered.time();
            if (years > 0) {
                OuStep step = BankModel.DYNAMICS.over(years);
                GaussianState hindsight = belief(filtered, m)
                        .smoothed(
                                new double[] {1, step.reach(), 0, step.decay()},
                                belief(FilterBank.predict(filtered, years), m),
                                belief(smoothed.get(i + 1), m));
                assertThat(smoothed.get(i).number(m, OuStep.X)).isCloseTo(hindsight.mean(0), within(1e-7));
                assertThat(smoothed.get(i).number(m, OuStep.P11)).isCloseTo(hindsight.covariance(0, 0), within(1e-7));
            }
        }
    }

    @Property(tries = 200)
    void whateverIsReadTheNumbersAreFinite(@ForAll("extreme") List<Measurement> readings) {
        for (BankState state : SmoothedBank.of(readings)) {
            Banded level = PenetrationReport.level(state);
            assertThat(level.value()).isBetween(0.0, 1.0);
            assertThat(level.lower80()).isLessThanOrEqualTo(level.upper80());
        }
    }

    private static GaussianState belief(BankState state, int m) {
        double p12 = state.number(m, OuStep.P12);
        return GaussianState.of(
                new double[] {state.number(m, OuStep.X), state.number(m, OuStep.V)},
                new double[] {state.number(m, OuStep.P11), p12, p12, state.number(m, OuStep.P22)});
    }

    @Provide
    Arbitrary<List<Measurement>> ordinary() {
        return Readings.ordinary();
    }

    @Provide
    Arbitrary<List<Measurement>> extreme() {
        return Readings.extreme();
    }
}
