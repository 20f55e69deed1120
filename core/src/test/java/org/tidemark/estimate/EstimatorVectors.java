package org.tidemark.estimate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The reference figures of {@code estimator-vectors.json}: A to E by statsmodels, G by two programs of the bank. */
final class EstimatorVectors {
    private EstimatorVectors() {}

    /** The vector whose name begins with this letter. */
    static JsonNode vector(String letter) {
        try (InputStream in = EstimatorVectors.class.getResourceAsStream("/estimator-vectors.json")) {
            for (JsonNode vector : new ObjectMapper().readTree(Objects.requireNonNull(in))) {
                if (vector.get("name").textValue().startsWith(letter + " ")) {
                    return vector;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalArgumentException("no vector " + letter);
    }

    static double[] numbers(JsonNode array) {
        double[] numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.get(i).isNull() ? Double.NaN : array.get(i).doubleValue();
        }
        return numbers;
    }
}
