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
        return vector("/estimator-vectors.json", letter);
    }

    /** G2: G made anew by plain Python, where the bank begins at the speed of its first level. */
    static JsonNode begunByLevel() {
        return vector("/bank-start-vector.json", "G2");
    }

    private static JsonNode vector(String file, String letter) {
        try (InputStream in = EstimatorVectors.class.getResourceAsStream(file)) {
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
