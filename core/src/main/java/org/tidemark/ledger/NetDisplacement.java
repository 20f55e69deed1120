package org.tidemark.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.StandardNormal;
import org.tidemark.estimate.Term;
import org.tidemark.estimate.Term.Basis;
import org.tidemark.figures.Evidence;
import org.tidemark.series.SeriesId;

/**
 * Displacement minus reinstatement, which are taken as independent: equiprobable nodes of the one, each less the normal
 * of the other.
 */
final class NetDisplacement {
    private static final String MODEL = "ledger-net/1";
    private static final int NODES = 201;
    private static final int HALVINGS = 60;
    /** Standard deviations beyond which nothing of a normal is left. */
    private static final double FAR = 9;

    private final Displacement.Entry entry;
    private final @Nullable Estimate reinstatement;

    NetDisplacement(Displacement.Entry entry, @Nullable Estimate reinstatement) {
        this.entry = entry;
        this.reinstatement = reinstatement;
    }

    /** Empty when there is neither the one nor the other. */
    Optional<Estimate> estimate() {
        boolean displaced = !entry.products().isEmpty();
        if (!displaced && reinstatement == null) {
            return Optional.empty();
        }
        Evidence evidence = Evidence.NONE.with(entry.estimate());
        if (reinstatement != null) {
            evidence = evidence.with(reinstatement);
        }
        String missing = missing();
        return Optional.of(
                missing == null
                        ? made(evidence, Objects.requireNonNull(reinstatement))
                        : evidence.withheld(key(), MODEL, Measures.PERCENT, missing));
    }

    private @Nullable String missing() {
        if (entry.estimate().withheld() != null) {
            return "displacement is withheld: " + entry.estimate().withheld();
        }
        EstimateKey key = entry.estimate().key();
        if (reinstatement == null) {
            return "reinstatement of %s is not held: %s%s"
                    .formatted(
                            key.sector().equals(SeriesId.TOTAL) ? key.economy() : key.sector(),
                            Measures.POSTINGS,
                            key.sector().equals(SeriesId.TOTAL) ? "" : " by sector");
        }
        return reinstatement.withheld() == null ? null : "reinstatement is withheld: " + reinstatement.withheld();
    }

    private Estimate made(Evidence evidence, Estimate reinstated) {
        Banded band = Measures.level(reinstated, Horizon.P0D).orElseThrow();
        double mean = band.value();
        double sd = Measures.deviation(band);
        List<HorizonValue> levels = new ArrayList<>();
        for (Map.Entry<Horizon, ShareProduct> at : entry.products().entrySet()) {
            levels.add(level(at.getKey(), at.getValue(), mean, sd));
        }
        ShareProduct today = Objects.requireNonNull(entry.products().get(Horizon.P0D));
        double displacedSd = 100 * today.sd();
        double variance = displacedSd * displacedSd + sd * sd;
        return evidence.estimate(
                key(),
                MODEL,
                Measures.PERCENT,
                levels,
                List.of(
                        term("displaced", 100 * today.mean(), displacedSd, variance, entry.estimate()),
                        term("reinstated", mean, sd, variance, reinstated)));
    }

    private static Term term(String name, double value, double sd, double variance, Estimate from) {
        Double part = variance > 0 ? Double.valueOf(sd * sd / variance) : null;
        String source = "estimate %s; implied, not an observation of jobs lost or made".formatted(from.key());
        return new Term(name, value, sd, part, Basis.ESTIMATED, Measures.PERCENT, source);
    }

    private static HorizonValue level(Horizon horizon, ShareProduct displaced, double mean, double sd) {
        double[] nodes = displaced.nodes(NODES);
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = 100 * nodes[i] - mean;
        }
        Banded band = new Banded(
                quantile(nodes, sd, 0.5),
                quantile(nodes, sd, 0.1),
                quantile(nodes, sd, 0.9),
                quantile(nodes, sd, 0.025),
                quantile(nodes, sd, 0.975));
        return new HorizonValue(horizon, band, below(nodes, sd, 0));
    }

    /** Halves an interval that holds it, always the same number of times: quantiles rise with their part. */
    private static double quantile(double[] nodes, double sd, double part) {
        double low = nodes[0] - FAR * sd;
        double high = nodes[nodes.length - 1] + FAR * sd;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (below(nodes, sd, middle) < part) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static double below(double[] nodes, double sd, double x) {
        double sum = 0;
        for (double node : nodes) {
            sum += sd > 0 ? StandardNormal.cdf((x - node) / sd) : node < x ? 1 : 0;
        }
        return sum / nodes.length;
    }

    private EstimateKey key() {
        EstimateKey key = entry.estimate().key();
        return new EstimateKey(key.economy(), key.sector(), Measures.NET, key.concept());
    }
}
