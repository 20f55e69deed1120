package org.tidemark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;

/** Every kind against numpy and scipy: {@code vectors.py} beside {@code vectors.json} makes the cases. */
class MeasureVectorsTest {
    @TestFactory
    Stream<DynamicTest> agreesWithAnIndependentImplementation() {
        return Made.vectors().stream()
                .map(v -> DynamicTest.dynamicTest(v.get("name").asText(), () -> check(v)));
    }

    private static void check(JsonNode v) {
        Estimate e = Made.estimate(Made.catalogue("made", v.get("recipe")), "made", Made.rows(v.get("figures")));
        double relative = v.get("tolerance").asDouble();
        assertThat(e.withheld()).isNull();
        Banded band = e.levels().get(0).band();
        if (!v.get("value").isNull()) {
            near("value", band.value(), v.get("value").asDouble(), relative);
        }
        if (!v.get("band").isNull()) {
            near("lower95", band.lower95(), v.get("band").get(0).asDouble(), relative);
            near("lower80", band.lower80(), v.get("band").get(1).asDouble(), relative);
            near("upper80", band.upper80(), v.get("band").get(2).asDouble(), relative);
            near("upper95", band.upper95(), v.get("band").get(3).asDouble(), relative);
        }
        if (!v.get("negative").isNull()) {
            near(
                    "P(negative)",
                    java.util.Objects.requireNonNull(e.levels().get(0).pNegative()),
                    v.get("negative").asDouble(),
                    relative);
        }
        for (Map.Entry<String, JsonNode> term : v.get("terms").properties()) {
            near(term.getKey(), Made.term(e, term.getKey()), term.getValue().asDouble(), relative);
        }
    }

    private static void near(String what, Double actual, double expected, double relative) {
        assertThat(actual).as(what).isCloseTo(expected, within(relative * Math.max(1, Math.abs(expected))));
    }
}
