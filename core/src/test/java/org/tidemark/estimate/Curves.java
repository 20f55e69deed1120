package org.tidemark.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Diffusions whose truth is known. */
final class Curves {
    private Curves() {}

    /** A curve through 1/2 (logistic) or 1/e (Gompertz) at {@code centre}, one figure in the middle of each year. */
    record Curve(Link link, double speed, double centre, double ceiling) {
        double share(double time) {
            return ceiling * link.share(speed * (time - centre));
        }

        List<Measurement> readings(int fromYear, int toYear) {
            List<Measurement> readings = new ArrayList<>();
            for (int year = fromYear; year <= toYear; year++) {
                readings.add(new Measurement(year + 0.5, share(year + 0.5), 0));
            }
            return readings;
        }

        /** The same with normal errors of a standard deviation, in shares. */
        List<Measurement> readings(int fromYear, int toYear, double error, Random random) {
            return readings(fromYear, toYear).stream()
                    .map(r -> {
                        double share = r.share() + error * random.nextGaussian();
                        return new Measurement(r.time(), Math.max(0, Math.min(1, share)), error);
                    })
                    .toList();
        }
    }
}
