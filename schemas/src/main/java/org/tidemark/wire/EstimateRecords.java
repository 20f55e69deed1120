package org.tidemark.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.avro.Band;
import org.tidemark.avro.HorizonLevel;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.StageOdds;
import org.tidemark.estimate.Term;
import org.tidemark.estimate.Trajectory;
import org.tidemark.estimate.TurningDate;
import org.tidemark.series.Period;

/** Estimates between core and Avro. */
final class EstimateRecords {
    private EstimateRecords() {}

    static org.tidemark.avro.Estimate toRecord(Estimate e) {
        List<HorizonLevel> levels = e.levels().stream()
                .map(l -> new HorizonLevel(l.horizon().name(), band(l.band()), l.pNegative()))
                .toList();
        return new org.tidemark.avro.Estimate(
                e.key().economy(),
                e.key().sector(),
                e.key().measure(),
                e.key().concept(),
                e.asOf(),
                e.period().start(),
                e.period().end(),
                e.inputs(),
                e.inputsHash(),
                e.model(),
                e.unit(),
                levels,
                trajectory(e.trajectory()),
                e.terms().stream().map(EstimateRecords::term).toList(),
                e.withheld());
    }

    private static org.tidemark.avro.Term term(Term t) {
        return new org.tidemark.avro.Term(
                t.name(),
                t.value(),
                t.standardDeviation(),
                t.varianceShare(),
                t.basis().name(),
                t.unit(),
                t.source());
    }

    private static Term term(org.tidemark.avro.Term t) {
        return new Term(
                t.getName(),
                t.getValue(),
                t.getStandardDeviation(),
                t.getVarianceShare(),
                Term.Basis.valueOf(t.getBasis()),
                t.getUnit(),
                t.getSource());
    }

    static Estimate fromRecord(org.tidemark.avro.Estimate r) {
        List<HorizonValue> levels = r.getLevels().stream()
                .map(l -> new HorizonValue(Horizon.valueOf(l.getHorizon()), banded(l.getBand()), l.getPNegative()))
                .toList();
        return new Estimate(
                new EstimateKey(r.getEconomy(), r.getSector(), r.getMeasure(), r.getConcept()),
                r.getAsOf(),
                new Period(r.getPeriodStart(), r.getPeriodEnd()),
                r.getInputs(),
                r.getInputsHash(),
                r.getModel(),
                r.getUnit(),
                levels,
                trajectory(r.getTrajectory()),
                r.getTerms().stream().map(EstimateRecords::term).toList(),
                r.getWithheld());
    }

    private static org.tidemark.avro.@Nullable Trajectory trajectory(@Nullable Trajectory t) {
        if (t == null) {
            return null;
        }
        List<org.tidemark.avro.TurningDate> turnings = t.turnings().stream()
                .map(d -> new org.tidemark.avro.TurningDate(
                        d.turning().name(),
                        d.ceiling(),
                        d.passed(),
                        d.year10(),
                        d.year50(),
                        d.year90(),
                        d.priorShare()))
                .toList();
        return new org.tidemark.avro.Trajectory(
                band(t.speedLogits()),
                t.speedPoints(),
                t.stage().germination(),
                t.stage().growth(),
                t.stage().maturity(),
                turnings);
    }

    private static @Nullable Trajectory trajectory(org.tidemark.avro.@Nullable Trajectory t) {
        if (t == null) {
            return null;
        }
        List<TurningDate> turnings = t.getTurnings().stream()
                .map(d -> new TurningDate(
                        TurningDate.Turning.valueOf(d.getTurning()),
                        d.getCeiling(),
                        d.getPassed(),
                        d.getYear10(),
                        d.getYear50(),
                        d.getYear90(),
                        d.getPriorShare()))
                .toList();
        return new Trajectory(
                banded(t.getSpeedLogits()),
                t.getSpeedPoints(),
                new StageOdds(t.getGermination(), t.getGrowth(), t.getMaturity()),
                turnings);
    }

    private static Band band(Banded b) {
        return new Band(b.value(), b.lower80(), b.upper80(), b.lower95(), b.upper95());
    }

    private static Banded banded(Band b) {
        return new Banded(b.getValue(), b.getLower80(), b.getUpper80(), b.getLower95(), b.getUpper95());
    }
}
