package org.tidemark.figures;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.InputsHash;
import org.tidemark.estimate.Term;
import org.tidemark.estimate.Trajectory;
import org.tidemark.series.Period;

/**
 * What an estimate rests on, in the order in which it was used. Immutable.
 *
 * @param hash of all that was used
 * @param inputs how many figures
 * @param asOf latest publication instant among them
 * @param newest latest reference period among them; null while there is none
 */
public record Evidence(InputsHash hash, int inputs, Instant asOf, @Nullable Period newest) {
    /** Before anything was used. */
    public static final Evidence NONE = new Evidence(InputsHash.NONE, 0, Instant.EPOCH, null);

    /** With one figure of a series. */
    public Evidence with(FigureSeries series, Figure figure) {
        return with(series, List.of(figure));
    }

    private static void addTo(InputsHash.Chain chain, Figure figure) {
        double standardError = figure.standardError() == null ? 0 : figure.standardError();
        chain.add(figure.period(), figure.value(), standardError);
    }

    /** With all figures of a series. */
    public Evidence with(FigureSeries series) {
        return new Evidence(
                series.appendTo(hash),
                inputs + series.figures().size(),
                later(series.knownAt()),
                series.newest().map(figure -> newer(figure.period())).orElse(newest));
    }

    /** With some figures of a series, in the order in which they are used. */
    public Evidence with(FigureSeries series, List<Figure> used) {
        if (used.isEmpty()) {
            return this;
        }
        Period latest = used.get(0).period();
        for (Figure figure : used) {
            latest = Period.BY_TIME.compare(figure.period(), latest) > 0 ? figure.period() : latest;
        }
        return new Evidence(
                hash.append(series.id(), chain -> used.forEach(figure -> addTo(chain, figure))),
                inputs + used.size(),
                later(series.knownAt()),
                newer(latest));
    }

    /** With an estimate that goes with it: hashed and dated, but neither counted nor the newest. */
    public Evidence besides(Estimate upstream) {
        return new Evidence(hash.append(upstream), inputs, later(upstream.asOf()), newest);
    }

    /** With figures that go with it: hashed and dated, but neither counted nor the newest. */
    public Evidence besides(FigureSeries series, List<Figure> used) {
        Evidence all = with(series, used);
        return new Evidence(all.hash, inputs, all.asOf, newest);
    }

    /** With an estimate that is used as it stands, and all that it rests on. */
    public Evidence with(Estimate upstream) {
        return new Evidence(
                hash.append(upstream), inputs + upstream.inputs(), later(upstream.asOf()), newer(upstream.period()));
    }

    /** Without anything of it, but dated no earlier than what is known of a series that could have been used. */
    public Evidence knowing(FigureSeries series) {
        return new Evidence(hash, inputs, later(series.knownAt()), newest);
    }

    private Instant later(Instant known) {
        return known.isAfter(asOf) ? known : asOf;
    }

    private Period newer(Period period) {
        return newest == null || Period.BY_TIME.compare(period, newest) > 0 ? period : newest;
    }

    /** The estimate that rests on this. */
    public Estimate estimate(EstimateKey key, String model, String unit, List<HorizonValue> levels, List<Term> terms) {
        return made(key, model, unit, levels, null, terms, null);
    }

    /** The estimate that rests on this, and where it is going; null while it is too early to say. */
    public Estimate estimate(
            EstimateKey key,
            String model,
            String unit,
            List<HorizonValue> levels,
            @Nullable Trajectory trajectory,
            List<Term> terms) {
        return made(key, model, unit, levels, trajectory, terms, null);
    }

    /** The statement that this gives no number, and why. */
    public Estimate withheld(EstimateKey key, String model, String unit, String reason) {
        return made(key, model, unit, List.of(), null, List.of(), reason);
    }

    private Estimate made(
            EstimateKey key,
            String model,
            String unit,
            List<HorizonValue> levels,
            @Nullable Trajectory trajectory,
            List<Term> terms,
            @Nullable String reason) {
        Period period = Objects.requireNonNull(newest, () -> key + " rests on nothing; return no estimate instead");
        return new Estimate(key, asOf, period, inputs, hash.hex(), model, unit, levels, trajectory, terms, reason);
    }
}
