package org.tidemark.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FilterBankTest {
    private static final double EXACT = 1e-9;
    private static final JsonNode G = EstimatorVectors.vector("G");

    @Test
    void everyModelFollowsTheReferenceAtEveryStep() {
        follows(G, foldG());
    }

    /** The bank begins at the speed that technologies had at its first level; G itself begins at .35 on every link. */
    @Test
    void everyModelFollowsTheReferenceThatBeginsAtTheSpeedOfItsLevel() {
        double y = G.get("inputs").get("y").get(0).doubleValue();

        follows(EstimatorVectors.begunByLevel(), foldG(StartSpeed.atLevel(y)));
    }

    private static void follows(JsonNode vector, List<FilterBank.Step> steps) {
        for (int i = 0; i < steps.size(); i++) {
            BankState state = steps.get(i).state();
            JsonNode expected = vector.get("steps").get(i);
            assertThat(state.time()).isEqualTo(expected.get("t").doubleValue());
            assertThat(state.meanShare()).isCloseTo(expected.get("mean").doubleValue(), within(EXACT));
            for (int m = 0; m < BankModel.MODELS; m++) {
                double[] belief = EstimatorVectors.numbers(
                        expected.get("states_x_v_P11_P12_P22").get(m));
                assertThat(beliefOf(state, m)).as("step %d, model %d", i, m).containsExactly(belief, within(EXACT));
                assertThat(state.weight(m))
                        .isCloseTo(expected.get("weights").get(m).doubleValue(), within(EXACT));
            }
        }
    }

    @Test
    void logLikelihoodOfTheReferenceIsMet() {
        double sum =
                foldG().stream().mapToDouble(FilterBank.Step::logLikelihood).sum();

        assertThat(sum).isCloseTo(2.876332737361, within(EXACT));
        assertThat(sum).isCloseTo(G.get("loglik").doubleValue(), within(EXACT));
    }

    @Test
    void referenceIsMetOneYearAhead() {
        BankState last = foldG().get(4).state();

        BankState ahead = FilterBank.predict(last, 1);

        assertThat(last.meanShare()).isCloseTo(0.3877743495830, within(EXACT));
        assertThat(ahead.time()).isEqualTo(5);
        assertThat(ahead.number(0, OuStep.X)).isCloseTo(-0.731842118278, within(EXACT));
        assertThat(ahead.number(0, OuStep.V)).isCloseTo(0.310871302406, within(EXACT));
        assertThat(ahead.number(0, OuStep.P11)).isCloseTo(0.007856615953, within(EXACT));
        assertThat(ahead.weight(0)).isEqualTo(last.weight(0));
    }

    @Test
    void readingsAreCounted() {
        BankState last = foldG().get(4).state();

        assertThat(last.readings()).isEqualTo(5);
        assertThat(FilterBank.predict(last, 3).readings()).isEqualTo(5);
    }

    @Test
    void twoReadingsOfOneTimeBothCount() {
        BankState first = FilterBank.begin(new Measurement(2024, 0.10, 0.02));

        BankState both = FilterBank.update(first, new Measurement(2024, 0.12, 0.02));

        assertThat(both.time()).isEqualTo(2024);
        assertThat(both.readings()).isEqualTo(2);
        assertThat(both.meanShare()).isBetween(0.105, 0.115);
    }

    @Test
    void earlierReadingIsRefusedWithTheRemedy() {
        BankState state = FilterBank.begin(new Measurement(2024, 0.10, 0));

        assertThatThrownBy(() -> FilterBank.update(state, new Measurement(2023.5, 0.08, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("replay from a checkpoint");
        assertThatThrownBy(() -> FilterBank.predict(state, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void storedStateOfAnotherShapeIsRefused() {
        assertThatThrownBy(() -> BankState.fromArray(new double[96]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("98 numbers, got 96");
    }

    private static double[] beliefOf(BankState state, int model) {
        double[] belief = new double[5];
        for (int i = 0; i < belief.length; i++) {
            belief[i] = state.number(model, i);
        }
        return belief;
    }

    private static List<FilterBank.Step> foldG() {
        return foldG(StartSpeed.STATED);
    }

    private static List<FilterBank.Step> foldG(StartSpeed start) {
        double[] t = EstimatorVectors.numbers(G.get("inputs").get("t"));
        double[] y = EstimatorVectors.numbers(G.get("inputs").get("y"));
        List<FilterBank.Step> steps = new ArrayList<>();
        steps.add(new FilterBank.Step(FilterBank.begin(new Measurement(t[0], y[0], 0), start), 0));
        for (int i = 1; i < t.length; i++) {
            steps.add(FilterBank.step(steps.get(i - 1).state(), new Measurement(t[i], y[i], 0)));
        }
        return steps;
    }
}
