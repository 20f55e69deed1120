package org.tidemark.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.estimate.GaussianState;
import org.tidemark.series.Period;

/**
 * Filter and smoother against statsmodels 0.15.0, which was given the same matrices, and of the gated run the variances after
 * the gate. The figures are made, not observed; some months are missing.
 */
class GapVectorsTest {
    private static final double EXACT = 1e-9;

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void filterAndSmootherAgreeWithStatsmodels(int which) throws IOException {
        JsonNode vector = vector(which);

        GapPath path = GapPath.of(
                GapModel.CAPACITY, moments(vector), vector.get("gated").booleanValue());

        List<GaussianState> smoothed = path.smoothed();
        assertThat(path.steps()).hasSize(vector.get("periods").size());
        for (int i = 0; i < path.steps().size(); i++) {
            assertSame(path.steps().get(i).filtered(), vector.get("filtered").get(i));
            assertSame(smoothed.get(i), vector.get("smoothed").get(i));
            for (int j = 0; j < 2; j++) {
                assertThat(path.steps().get(i).gates().get(j))
                        .isCloseTo(vector.get("gates").get(i).get(j).doubleValue(), within(EXACT));
            }
        }
    }

    private static void assertSame(GaussianState own, JsonNode theirs) {
        for (int i = 0; i < own.size(); i++) {
            assertThat(own.mean(i)).isCloseTo(theirs.get("mean").get(i).doubleValue(), within(EXACT));
            assertThat(own.covariance(i, i))
                    .isCloseTo(theirs.get("variance").get(i).doubleValue(), within(EXACT));
        }
    }

    private static List<Moment> moments(JsonNode vector) {
        List<Moment> moments = new ArrayList<>();
        for (int i = 0; i < vector.get("periods").size(); i++) {
            moments.add(new Moment(
                    Period.parse(vector.get("periods").get(i).textValue()),
                    List.of(
                            new Moment.Measurement(vector.get("supply").get(i).doubleValue(), GapModel.SUPPLY_VARIANCE),
                            new Moment.Measurement(
                                    vector.get("demand").get(i).doubleValue(), GapModel.DEMAND_VARIANCE))));
        }
        return moments;
    }

    private static JsonNode vector(int which) throws IOException {
        try (InputStream in = GapVectorsTest.class.getResourceAsStream("/gap/capacity-vectors.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in)).get(which);
        }
    }
}
