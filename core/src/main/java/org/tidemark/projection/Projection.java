package org.tidemark.projection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.BankModel;
import org.tidemark.estimate.BankState;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.FilterBank;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.InputsHash;
import org.tidemark.estimate.Measurement;
import org.tidemark.estimate.PenetrationReport;
import org.tidemark.estimate.PooledSpeeds;
import org.tidemark.estimate.StartSpeed;
import org.tidemark.estimate.Term;

/** Where one economy goes by its figures and by the speeds of others. */
final class Projection implements EconomyProjection {
    static final String MODEL = BankModel.VERSION + "+pool/4";

    /** From so many figures on others can tell a speed that the own ones cannot. */
    private static final int POOLED_MIN = 2;

    private final List<PoolFigure> figures;
    private final MemberFolds folds;
    private final PooledSpeeds others;
    private final TrackRecord record;
    private final BankState level;
    private final double believed;
    private final BankState leaning;
    /** By years ahead: a projection is told, scored and compared, and each of them asks. */
    private final Map<Double, Banded> alone = new HashMap<>();

    private final Map<Double, Banded> projected = new HashMap<>();
    private final Map<Double, Double> medians = new HashMap<>();

    /**
     * Folds the figures, at least one and all of them read, in the order of folding.
     *
     * @param folds of this economy
     * @param others as known in the year of the last one
     * @param record of the others' projections, as known in that year
     */
    Projection(List<PoolFigure> figures, MemberFolds folds, PooledSpeeds others, TrackRecord record) {
        this.figures = figures;
        this.folds = folds;
        this.others = others;
        this.record = record;
        double first = Objects.requireNonNull(figures.get(0).reading()).share();
        this.level = folds.state(StartSpeed.atLevel(first), figures);
        this.believed = PenetrationReport.level(level).value();
        this.leaning = others.rows() == 0 ? level : folds.state(others.start(first), figures);
    }

    /** Whether it rests on these figures and on this of others. */
    boolean isOf(List<PoolFigure> figures, PooledSpeeds others, TrackRecord record) {
        return this.figures.equals(figures) && this.others.equals(others) && this.record.equals(record);
    }

    /** The median of the level at a time not before the last figure's, as a share. */
    double median(double time) {
        return medians.computeIfAbsent(time - leaning.time(), this::medianAhead);
    }

    private double medianAhead(double years) {
        Banded leaning = PenetrationReport.level(ahead(years));
        Banded leant = record.leaning(years) == 1
                ? leaning
                : record.leant(PenetrationReport.level(FilterBank.predict(level, years)), leaning, years);
        return record.median(believed, leant.value(), years);
    }

    private BankState ahead(double years) {
        return FilterBank.predict(leaning, years, others);
    }

    @Override
    public List<Measurement> figures() {
        return figures.stream()
                .map(figure -> Objects.requireNonNull(figure.reading()))
                .toList();
    }

    @Override
    public Banded alone(double years) {
        return alone.computeIfAbsent(
                years, ahead -> PenetrationReport.figure(FilterBank.predict(level, ahead), newestError()));
    }

    /** With the standard error of the newest. */
    @Override
    public Banded projected(double years) {
        return projected.computeIfAbsent(years, this::projectedAhead);
    }

    private Banded projectedAhead(double years) {
        Banded leaning = PenetrationReport.figure(ahead(years), newestError());
        Banded leant = record.leaning(years) == 1 ? leaning : record.leant(alone(years), leaning, years);
        return record.applied(believed, leant, years);
    }

    private double newestError() {
        return Objects.requireNonNull(figures.get(figures.size() - 1).reading()).standardError();
    }

    Optional<Estimate> estimate(EstimateKey key, String unit, Instant knownAt) {
        PoolFigure newest = figures.get(figures.size() - 1);
        List<HorizonValue> levels = levels(unit);
        return levels.size() == 1
                ? Optional.empty()
                : Optional.of(new Estimate(
                        key,
                        knownAt,
                        newest.figure().period(),
                        figures.size(),
                        hash(newest).hex(),
                        MODEL,
                        unit,
                        levels,
                        null,
                        terms(),
                        null));
    }

    private List<HorizonValue> levels(String unit) {
        double factor = PenetrationReport.scale(unit);
        List<HorizonValue> levels = new ArrayList<>();
        levels.add(new HorizonValue(Horizon.P0D, PenetrationReport.level(level).times(factor), null));
        for (Horizon horizon : Horizon.values()) {
            if (horizon.isProjection() && isTold(horizon)) {
                levels.add(new HorizonValue(
                        horizon, projected(horizon.yearsAhead()).times(factor), null));
            }
        }
        return levels;
    }

    private boolean isTold(Horizon horizon) {
        int early = others.rows() == 0 ? BankModel.EARLY_MIN : POOLED_MIN;
        return figures.size() >= (horizon == Horizon.P1Y ? early : BankModel.OBSERVATIONS_MIN);
    }

    /** Of its own figures and of what was read of others. */
    private InputsHash hash(PoolFigure newest) {
        InputsHash hash = folds.hash(figures);
        if (others.rows() == 0 && record.rows() == 0) {
            return hash;
        }
        return hash.append(newest.figure().series(), chain -> {
            others.each((reliability, weighted) -> chain.add(newest.figure().period(), weighted, reliability));
            record.each((part, spread) -> chain.add(newest.figure().period(), part, spread));
        });
    }

    private List<Term> terms() {
        List<Term> terms = new ArrayList<>();
        terms.add(estimated(
                "pool_weight",
                others.reliability(believed),
                "share",
                "how far it leans on other economies at its level"));
        terms.add(new Term(
                "pool_changes",
                (double) others.rows(),
                null,
                null,
                Term.Basis.MEASURED,
                "changes",
                "yearly changes of other economies, up to the year of the newest figure"));
        if (others.reliability(believed) > 0) {
            terms.add(estimated("pool_speed", others.speed(believed), "logits_per_year", "of the others at its level"));
        }
        if (record.rows() > 0) {
            double year = Horizon.P1Y.yearsAhead();
            terms.add(estimated(
                    "came_true",
                    record.cameTrue(year),
                    "share",
                    "of a change projected of others one year ahead, by %d that have come".formatted(record.rows())));
            terms.add(
                    estimated("leaning", record.leaning(year), "share", "of what others add one year ahead, likewise"));
            terms.add(estimated("band_factor", record.spread(year), "factor", "on the band one year ahead, likewise"));
        }
        if (figures.size() < BankModel.OBSERVATIONS_MIN) {
            terms.add(new Term(
                    "early",
                    (double) figures.size(),
                    null,
                    null,
                    Term.Basis.MEASURED,
                    "figures",
                    "one year ahead only: later years need %d figures".formatted(BankModel.OBSERVATIONS_MIN)));
        }
        return terms;
    }

    private static Term estimated(String name, double value, String unit, String said) {
        return new Term(name, value, null, null, Term.Basis.ESTIMATED, unit, said);
    }
}
