package org.tidemark.estimate;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.EventTime;

/**
 * Carries what an estimate of a share says on to a day on which nothing was published. An estimate has its level at the
 * period of its newest figure and at the instant it was known at; between that instant and the day asked for, the median
 * follows the medians that the estimate foretells, on the logit scale, and the band widens as that of the filters does: by
 * their noise, and by the doubt of the speed. A test holds it to the filters' own prediction.
 */
public final class Nowcast {
    /** Noise of the level of the bank's filters, logits squared a year: (.06)^2 by the mean square of their noise scales. */
    private static final double LEVEL_NOISE = 0.06 * 0.06 * (0.25 + 1 + 2.89 + 9) / 4;
    /** Variance of the speed while there is too little to tell it, logits a year squared: what the bank begins with. */
    private static final double SPEED_VARIANCE = 0.0625;
    /** Two levels nearer than this in time tell nothing of how the band widens, years. */
    private static final double APART_MIN = 0.1;

    private static final double EDGE = 1e-6;

    private final double scale;
    private final Banded then;
    private final Banded known;
    private final double from;
    private final double at;
    private final List<double[]> path = new ArrayList<>();
    private final @Nullable Trajectory trajectory;

    private Nowcast(Estimate e, Banded then, Banded known) {
        this.scale = PenetrationReport.scale(e.unit());
        this.then = then;
        this.known = known;
        this.trajectory = e.trajectory();
        from = e.period().midYear();
        at = Math.max(from, EventTime.ofInstant(e.asOf()));
        path.add(new double[] {from, logit(then.value())});
        if (at > from) {
            path.add(new double[] {at, logit(known.value())});
        }
        for (Horizon horizon : Horizon.values()) {
            double time = from + horizon.yearsAhead();
            if (horizon.isProjection() && time > at) {
                e.level(horizon).ifPresent(level -> path.add(new double[] {time, logit(level)}));
            }
        }
    }

    /**
     * The level on a day, at noon, in the unit of the estimate; empty where it has no level at the instant it was known
     * at. For a day before that instant the level is the one of that instant.
     *
     * @param e of a share: {@code percent}, or 0 to 1
     */
    public static Optional<Banded> of(Estimate e, LocalDate day) {
        Banded then = band(e, Horizon.P0D);
        Banded known = band(e, Horizon.NOW);
        if (then == null || known == null) {
            return Optional.empty();
        }
        double time = EventTime.ofInstant(day.atTime(12, 0).toInstant(ZoneOffset.UTC));
        return Optional.of(new Nowcast(e, then, known).at(time));
    }

    private static @Nullable Banded band(Estimate e, Horizon horizon) {
        for (HorizonValue level : e.levels()) {
            if (level.horizon() == horizon) {
                return level.band();
            }
        }
        return null;
    }

    private Banded at(double time) {
        if (time <= at) {
            return known;
        }
        double median = median(time);
        return new Banded(
                share(median),
                end(median, time, -1, Banded::lower80, StandardNormal.Z90),
                end(median, time, 1, Banded::upper80, StandardNormal.Z90),
                end(median, time, -1, Banded::lower95, StandardNormal.Z975),
                end(median, time, 1, Banded::upper95, StandardNormal.Z975));
    }

    /** On the line through the medians before and after; beyond the last on the last line, before a second one level. */
    private double median(double time) {
        int right = 1;
        while (right < path.size() - 1 && path.get(right)[0] < time) {
            right++;
        }
        if (path.size() == 1) {
            return path.get(0)[1];
        }
        double[] a = path.get(right - 1);
        double[] b = path.get(right);
        return a[1] + (b[1] - a[1]) * (time - a[0]) / (b[0] - a[0]);
    }

    /**
     * One end of a band. Its distance from the median grows as h^2 + b t + c t^2, with c from the doubt of the speed and b
     * from what it has grown by from the period to the instant.
     */
    private double end(double median, double time, int side, ToDoubleFunction<Banded> of, double z) {
        double h0 = distance(then, of);
        double h1 = distance(known, of);
        double before = at - from;
        double c = speedDoubt(of, z);
        double b = z * z * LEVEL_NOISE;
        if (before >= APART_MIN) {
            b = Math.max(0, (h1 * h1 - h0 * h0 - c * before * before) / before);
        }
        double after = time - from;
        double h = StrictMath.sqrt(h1 * h1 + b * (after - before) + c * (after * after - before * before));
        return share(median + side * h);
    }

    private double speedDoubt(ToDoubleFunction<Banded> of, double z) {
        if (trajectory == null) {
            return z * z * SPEED_VARIANCE;
        }
        Banded speed = trajectory.speedLogits();
        double half = of.applyAsDouble(speed) - speed.value();
        return half * half;
    }

    private double distance(Banded band, ToDoubleFunction<Banded> of) {
        return Math.abs(logit(of.applyAsDouble(band)) - logit(band.value()));
    }

    private double logit(double level) {
        double p = Math.min(1 - EDGE, Math.max(EDGE, level / scale));
        return StrictMath.log(p / (1 - p));
    }

    private double share(double logit) {
        return scale / (1 + StrictMath.exp(-logit));
    }
}
