package org.tidemark.streams.revise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.DeclaredBreak;
import org.tidemark.catalogue.Indicator;
import org.tidemark.catalogue.JudgingRules;
import org.tidemark.judge.Facts;
import org.tidemark.judge.Finding;
import org.tidemark.judge.Judge;
import org.tidemark.judge.Judgement;
import org.tidemark.judge.Judgement.Status;
import org.tidemark.judge.Measure;
import org.tidemark.judge.PartId;
import org.tidemark.judge.Restated;
import org.tidemark.judge.Scale;
import org.tidemark.judge.Scores;
import org.tidemark.judge.Succession;
import org.tidemark.revise.Vintage;
import org.tidemark.series.Observation;
import org.tidemark.streams.revise.Statements.Standing;

/**
 * Judges a part of a release: against what was believed before it was published, and the scores of what its source did
 * before. A function of what was published earlier, so that it comes out the same whenever the release arrives.
 */
final class Judging {
    private final JudgingRules rules;
    private final Catalogue catalogue;
    private final Vintages vintages;
    private final Docket docket;

    Judging(JudgingRules rules, Catalogue catalogue, Vintages vintages, Docket docket) {
        this.rules = rules;
        this.catalogue = catalogue;
        this.vintages = vintages;
        this.docket = docket;
    }

    /** Judges a part and enters what was made of it; empty where there is nothing to judge it by. */
    Optional<Judgement> judge(PartId part, Statements statements, Standing standing) {
        Indicator indicator = catalogue.indicator(part.indicator()).orElse(null);
        Facts facts = statements.facts(vintages, standing);
        if (indicator == null || facts.sayNothing()) {
            return Optional.empty();
        }
        Scale scale = Scale.of(indicator.transform());
        Scores scores = Scores.of(facts, scale, indicator.unit());
        return Optional.of(entered(part, statements, scores, scale, indicator));
    }

    /** Judges a part again whose refusals and order are known from before; empty where nothing is left to judge it by. */
    Optional<Judgement> judgeAgain(Judgement before, Statements statements, Standing standing) {
        Indicator indicator = catalogue.indicator(before.part().indicator()).orElse(null);
        Facts facts = statements.facts(vintages, standing);
        boolean known = before.decidedAt() != null
                || before.scores().refused() > 0
                || before.scores().disorder() > 0;
        if (indicator == null || (facts.sayNothing() && !known)) {
            docket.drop(before.part());
            return Optional.empty();
        }
        Scale scale = Scale.of(indicator.transform());
        Scores scores = Scores.of(facts, scale, indicator.unit()).withFormOf(before.scores());
        return Optional.of(entered(before.part(), statements, scores, scale, indicator));
    }

    private Judgement entered(PartId part, Statements statements, Scores scores, Scale scale, Indicator indicator) {
        List<Judgement> past = docket.before(part.indicator(), part.batch().published());
        List<Finding> findings = new Judge(rules, scale)
                .findings(
                        scores,
                        past.stream()
                                .filter(j -> j.status().isUsual())
                                .map(Judgement::scores)
                                .toList());
        Judgement judgement = judgement(part, statements, scores, findings, past, scale, indicator.unit());
        Judgement decided = docket.of(part)
                .filter(j -> j.decidedAt() != null)
                .map(j -> new Judgement(
                        part,
                        scores,
                        findings,
                        j.status(),
                        judgement.confirms(),
                        j.reason(),
                        j.effects(),
                        j.decidedAt()))
                .orElse(judgement);
        docket.enter(decided);
        supersede(part.indicator());
        return docket.of(part).orElse(decided);
    }

    private Judgement judgement(
            PartId part,
            Statements statements,
            Scores scores,
            List<Finding> findings,
            List<Judgement> past,
            Scale scale,
            String unit) {
        List<Finding> out = findings.stream().filter(Finding::outOfRange).toList();
        if (out.isEmpty()) {
            return judged(part, scores, findings, Status.ACCEPTED, 0, "");
        }
        String what = out.stream().map(Finding::sentence).collect(Collectors.joining("; "));
        Optional<DeclaredBreak> known = declared(part, past);
        if (known.isPresent()) {
            String why = "%s: declared break %s (%s)"
                    .formatted(what, known.get().id(), known.get().note());
            return judged(part, scores, findings, Status.DECLARED, 0, why);
        }
        int confirms = confirms(statements, past, findings, scale, unit);
        if (confirms >= rules.confirmations()) {
            String why = "%s: repeated by %d releases, so it is what the source stands by".formatted(what, confirms);
            return judged(part, scores, findings, Status.CONFIRMED, confirms, why);
        }
        return judged(part, scores, findings, Status.HELD, confirms, what + form(scores));
    }

    private static Judgement judged(
            PartId part, Scores scores, List<Finding> findings, Status status, int confirms, String why) {
        return new Judgement(part, scores, findings, status, confirms, why, List.of(), null);
    }

    /** What a shift looks like: the ratio and the offset tell a unit from a rewrite. */
    private static String form(Scores scores) {
        return scores.ratio() == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        "; of %d figures stated again %.0f %% changed, in the median by x%.4g or %+.4g",
                        scores.restated(),
                        100 * scores.changedShare(),
                        scores.ratio(),
                        scores.offset());
    }

    private Optional<DeclaredBreak> declared(PartId part, List<Judgement> past) {
        Instant now = part.batch().published();
        Instant before = past.isEmpty()
                ? Instant.EPOCH
                : past.get(past.size() - 1).part().batch().published();
        return catalogue.recipes().releases().breaks().stream()
                .filter(b -> b.isOf(part.batch().source(), part.indicator()) && b.isBetween(before, now))
                .findFirst();
    }

    /** How many releases in a row, this one included, repeat what the last one before it is held for. */
    private int confirms(
            Statements statements, List<Judgement> past, List<Finding> findings, Scale scale, String unit) {
        if (past.isEmpty()) {
            return 0;
        }
        Judgement last = past.get(past.size() - 1);
        if (!last.status().isWithheld() || last.status() == Status.DISCARDED) {
            return 0;
        }
        List<Restated> pairs = new ArrayList<>();
        for (Observation o : statements.observed()) {
            Vintage held = vintages.heldAt(o.figure(), last.part().batch().published());
            if (held != null && held.value() != null && o.value() != null) {
                pairs.add(new Restated(held.value(), o.value()));
            }
        }
        double bound = findings.stream()
                .filter(f -> f.measure() == Measure.SHIFT)
                .mapToDouble(Finding::bound)
                .findFirst()
                .orElse(0);
        return pairs.size() >= rules.figuresMin() && Scores.shift(pairs, scale, unit) <= bound
                ? last.confirms() + 1
                : 0;
    }

    /** Lets those that were held be superseded by those that are believed, or no longer. */
    void supersede(String indicator) {
        new Succession(rules).settled(docket.of(indicator)).forEach(docket::enter);
    }
}
