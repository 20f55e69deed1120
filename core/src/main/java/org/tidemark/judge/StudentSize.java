package org.tidemark.judge;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tidemark.estimate.IncompleteBeta;

/** The size that a Student t exceeds, in either direction, with a probability. Remembered, since the same few are asked for. */
final class StudentSize {
    private static final int HALVINGS = 60;
    private static final double SIZE_MAX = 1e6;
    private static final int KEPT_MAX = 1_000;

    private static final Map<Asked, Double> KEPT = new ConcurrentHashMap<>();

    private record Asked(double tail, double degrees) {}

    private StudentSize() {}

    static double of(double tail, double degrees) {
        Asked asked = new Asked(tail, degrees);
        Double kept = KEPT.get(asked);
        if (kept != null) {
            return kept;
        }
        double size = search(tail, degrees);
        if (KEPT.size() < KEPT_MAX) {
            KEPT.put(asked, size);
        }
        return size;
    }

    private static double search(double tail, double degrees) {
        double low = 0;
        double high = SIZE_MAX;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            double beyond = IncompleteBeta.regularised(degrees / 2, 0.5, degrees / (degrees + middle * middle));
            if (beyond > tail) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
