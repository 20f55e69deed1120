package org.tidemark.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.judge.Assessment;
import org.tidemark.judge.CheckResult;
import org.tidemark.judge.Effect;
import org.tidemark.judge.Innovation;
import org.tidemark.judge.Measure;
import org.tidemark.judge.PartId;
import org.tidemark.judge.Scores;
import org.tidemark.series.BatchId;
import org.tidemark.series.Period;
import org.tidemark.series.QuarantineDecision;

/** Judgements of releases, and decisions on them, between core and Avro. */
final class JudgementRecords {
    private JudgementRecords() {}

    static org.tidemark.avro.Judgement toRecord(Assessment j) {
        BatchId batch = j.part().batch();
        Scores s = j.scores();
        Map<String, Double> bounds = new TreeMap<>();
        j.findings().forEach(f -> bounds.put(f.measure().name(), f.bound()));
        return new org.tidemark.avro.Judgement(
                j.part().economy(),
                j.part().indicator(),
                batch.source(),
                batch.release(),
                batch.published(),
                batch.load(),
                j.status().name(),
                j.confirms(),
                j.reason(),
                s.stated(),
                s.restated(),
                s.changedShare(),
                s.shift(),
                s.drift(),
                s.ratio(),
                s.offset(),
                s.lost(),
                s.refused(),
                s.disorder(),
                bounds,
                j.effects().stream().map(JudgementRecords::toRecord).toList(),
                j.decidedAt(),
                s.innovation() == null ? null : toRecord(s.innovation()),
                s.answers(),
                j.confirmedAt(),
                j.decidedBy());
    }

    private static org.tidemark.avro.Innovation toRecord(Innovation i) {
        return new org.tidemark.avro.Innovation(
                i.sector(), i.period().start(), i.period().end(), i.value(), i.forecast(), i.size(), i.bound());
    }

    private static Innovation fromRecord(org.tidemark.avro.Innovation i) {
        return new Innovation(
                i.getSector(),
                new Period(i.getPeriodStart(), i.getPeriodEnd()),
                i.getValue(),
                i.getForecast(),
                i.getSize(),
                i.getBound());
    }

    private static org.tidemark.avro.Effect toRecord(Effect e) {
        return new org.tidemark.avro.Effect(
                e.key().sector(), e.key().measure(), e.key().concept(), e.unit(), e.without(), e.with());
    }

    static Assessment fromRecord(org.tidemark.avro.Judgement r) {
        Scores scores = new Scores(
                r.getStated(),
                r.getRestated(),
                r.getChangedShare(),
                r.getShift(),
                r.getDrift(),
                r.getRatio(),
                r.getOffset(),
                r.getLost(),
                r.getRefused(),
                r.getDisorder(),
                r.getInnovation() == null ? null : fromRecord(r.getInnovation()),
                r.getAnswers());
        return new Assessment(
                new PartId(
                        r.getEconomy(),
                        r.getIndicator(),
                        new BatchId(r.getSource(), r.getRelease(), r.getPublished(), r.getLoad())),
                scores,
                findings(scores, r.getBounds()),
                Assessment.Status.valueOf(r.getStatus()),
                r.getConfirms(),
                r.getReason(),
                r.getEffects().stream().map(e -> effect(r.getEconomy(), e)).toList(),
                r.getDecidedAt(),
                r.getConfirmedAt(),
                r.getDecidedBy());
    }

    private static List<CheckResult> findings(Scores scores, Map<String, Double> bounds) {
        List<CheckResult> findings = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            Double bound = bounds.get(measure.name());
            if (bound != null) {
                findings.add(CheckResult.of(measure, scores, bound));
            }
        }
        return findings;
    }

    private static Effect effect(String economy, org.tidemark.avro.Effect e) {
        return new Effect(
                new EstimateKey(economy, e.getSector(), e.getMeasure(), e.getConcept()),
                e.getUnit(),
                e.getWithout(),
                e.getWith());
    }

    static org.tidemark.avro.QuarantineDecision toRecord(QuarantineDecision d) {
        BatchId batch = d.batch();
        return new org.tidemark.avro.QuarantineDecision(
                d.economy(),
                d.indicator(),
                batch.source(),
                batch.release(),
                batch.published(),
                batch.load(),
                d.action().name(),
                d.decidedAt(),
                d.note(),
                d.by());
    }

    static QuarantineDecision fromRecord(org.tidemark.avro.QuarantineDecision r) {
        return new QuarantineDecision(
                r.getEconomy(),
                r.getIndicator(),
                new BatchId(r.getSource(), r.getRelease(), r.getPublished(), r.getLoad()),
                QuarantineDecision.Action.valueOf(r.getAction()),
                r.getDecidedAt(),
                r.getNote(),
                r.getBy());
    }
}
