package org.tidemark.wire;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.StageOdds;
import org.tidemark.estimate.Term;
import org.tidemark.estimate.Trajectory;
import org.tidemark.estimate.TurningDate;

/** Estimates as they go on the wire, from the barest to the fullest. */
final class GeneratedEstimates {
    private GeneratedEstimates() {}

    static Arbitrary<Estimate> estimates() {
        Arbitrary<EstimateKey> keys = Combinators.combine(
                        Arbitraries.of("DE", "US-CA"), Arbitraries.of("TOTAL", "NAICS:51"), Generated.prose())
                .as((economy, sector, concept) -> new EstimateKey(economy, sector, "penetration", concept));
        return Combinators.combine(
                        keys,
                        Generated.instants(),
                        Generated.periods(),
                        Arbitraries.integers(),
                        Generated.prose(),
                        levels(),
                        trajectories().injectNull(0.3),
                        terms().list().ofMaxSize(3))
                .as((key, asOf, period, inputs, text, levels, trajectory, terms) -> new Estimate(
                        key,
                        asOf,
                        period,
                        inputs,
                        text,
                        text,
                        text,
                        levels,
                        trajectory,
                        terms,
                        levels.isEmpty() ? text : null));
    }

    private static Arbitrary<Term> terms() {
        return Combinators.combine(
                        Generated.prose(),
                        Generated.finite().injectNull(0.3),
                        Generated.finite().injectNull(0.3),
                        shares().injectNull(0.5),
                        Arbitraries.of(Term.Basis.MEASURED, Term.Basis.ESTIMATED, Term.Basis.ASSUMED))
                .as((text, value, deviation, share, basis) -> value == null
                        ? Term.unavailable(text, text, text)
                        : new Term(text, value, deviation, share, basis, text, text));
    }

    private static Arbitrary<List<HorizonValue>> levels() {
        return Combinators.combine(
                        Arbitraries.of(Horizon.class),
                        bands(),
                        Generated.finite().injectNull(0.5))
                .as(HorizonValue::new)
                .list()
                .ofMaxSize(5);
    }

    private static Arbitrary<Banded> bands() {
        return Generated.finite()
                .list()
                .ofSize(5)
                .map(numbers -> numbers.stream().sorted().toList())
                .map(n -> new Banded(n.get(2), n.get(1), n.get(3), n.get(0), n.get(4)));
    }

    private static Arbitrary<Trajectory> trajectories() {
        Arbitrary<StageOdds> stages = Combinators.combine(shares(), shares())
                .as((germination, later) -> new StageOdds(
                        germination, (1 - germination) * later, 1 - germination - (1 - germination) * later));
        return Combinators.combine(
                        bands(), Generated.finite(), stages, turnings().list().ofMaxSize(4))
                .as(Trajectory::new);
    }

    private static Arbitrary<TurningDate> turnings() {
        Arbitrary<List<Double>> years = Arbitraries.doubles()
                .between(1900, 2300)
                .list()
                .ofSize(3)
                .map(list -> list.stream().sorted().toList());
        return Combinators.combine(
                        Arbitraries.of(TurningDate.Turning.class),
                        shares().injectNull(0.5),
                        shares(),
                        years.injectNull(0.5),
                        shares())
                .as((turning, ceiling, passed, y, prior) -> y == null
                        ? new TurningDate(turning, ceiling, passed, null, null, null, prior)
                        : new TurningDate(turning, ceiling, passed, y.get(0), y.get(1), y.get(2), prior));
    }

    private static Arbitrary<Double> shares() {
        // Sixteenths and the like, so that three stages can sum to 1.
        return Arbitraries.integers().between(0, 1 << 20).map(i -> i / (double) (1 << 20));
    }
}
