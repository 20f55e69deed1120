package org.tidemark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.catalogue.ContrastFilter;
import org.tidemark.estimate.GaussianSpeed;
import org.tidemark.series.Period;

/** The path of a made gap with outliers and pauses is that of statsmodels, which filters by matrices. */
class ContrastPathOracleTest {
    private static final double EXACT = 1e-9;

    @ParameterizedTest
    @CsvSource({"plain, 0", "gated, 5"})
    void beliefsAreThoseOfStatsmodels(String which, double gate) throws IOException {
        JsonNode vector = vector();
        JsonNode expected = vector.get(which);

        List<ContrastPath.State> states =
                ContrastPath.fold(gaps(vector), filter(vector, gate)).states();

        assertThat(states).hasSize(expected.size()).hasSize(60);
        for (int i = 0; i < states.size(); i++) {
            GaussianSpeed b = states.get(i).belief();
            double[] own = {b.level(), b.speed(), b.p11(), b.p12(), b.p22()};
            assertThat(own).as("after gap %d", i).containsExactly(numbers(expected.get(i)), within(EXACT));
        }
    }

    private static List<Point> gaps(JsonNode vector) {
        List<Point> gaps = new ArrayList<>();
        Period any = Period.day(LocalDate.of(2020, 1, 1));
        double[] time = numbers(vector.get("time"));
        double[] gap = numbers(vector.get("gap"));
        double[] variance = numbers(vector.get("published_variance"));
        for (int i = 0; i < time.length; i++) {
            gaps.add(new Point(any, time[i], gap[i], variance[i]));
        }
        return gaps;
    }

    private static ContrastFilter filter(JsonNode vector, double gate) {
        JsonNode f = vector.get("filter");
        return new ContrastFilter(
                f.get("reversion").doubleValue(),
                f.get("speed_noise").doubleValue(),
                f.get("level_noise").doubleValue(),
                f.get("noise").doubleValue(),
                gate);
    }

    private static double[] numbers(JsonNode array) {
        double[] numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.get(i).doubleValue();
        }
        return numbers;
    }

    private static JsonNode vector() throws IOException {
        try (InputStream in = ContrastPathOracleTest.class.getResourceAsStream("/contrast/path-vector.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in));
        }
    }
}
