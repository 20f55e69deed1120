package org.tidemark.engine.revise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.DeclaredBreak;
import org.tidemark.catalogue.Indicator;
import org.tidemark.catalogue.JudgingRules;
import org.tidemark.engine.revise.ReleasePart.Standing;
import org.tidemark.judge.Assessment;
import org.tidemark.judge.Assessment.Status;
import org.tidemark.judge.CheckResult;
import org.tidemark.judge.Judge;
import org.tidemark.judge.Measure;
import org.tidemark.judge.PartId;
import org.tidemark.judge.RevisionPair;
import org.tidemark.judge.RevisionScale;
import org.tidemark.judge.RevisionStatistics;
import org.tidemark.judge.Scores;
import org.tidemark.judge.Supersession;
import org.tidemark.revise.Vintage;
import org.tidemark.series.Observation;

/**
 * Judges a part of a release: against what was believed before it was published, and the scores of what its source did
 * before. A function of what was published earlier, so that it comes out the same whenever the release arrives.
 */
final class PartScreening implements Verdicts {
    private final JudgingRules rules;
    private final Catalogue catalogue;
    private final Vintages vintages;
    private final AssessmentBook docket;
    private final Consumer<PartId> believes;

    /**
     * Judges by these.
     *
     * @param believes takes a part that was held and is believed after all, since what came next says the same
     */
    PartScreening(
            JudgingRules rules,
            Catalogue catalogue,
            Vintages vintages,
            AssessmentBook docket,
            Consumer<PartId> believes) {
        this.rules = rules;
        this.catalogue = catalogue;
        this.vintages = vintages;
        this.docket = docket;
        this.believes = believes;
    }

    /** A part while it is judged. */
    private record Part(
            PartId id, ReleasePart statements, Indicator indicator, NewFigures.Screened screened, Scores scores) {
        RevisionScale scale() {
            return RevisionScale.of(indicator.transform());
        }
    }

    @Override
    public Optional<Assessment> judge(PartId part, ReleasePart statements, Standing standing) {
        Indicator indicator = catalogue.indicator(part.indicator()).orElse(null);
        if (indicator == null) {
            return Optional.empty();
        }
        NewFigures.Screened screened = screened(part, statements, indicator);
        RevisionStatistics facts = statements.facts(vintages, standing, screened);
        if (facts.sayNothing()) {
            return Optional.empty();
        }
        Scores scores = Scores.of(facts, RevisionScale.of(indicator.transform()), indicator.unit());
        return Optional.of(entered(new Part(part, statements, indicator, screened, scores)));
    }

    @Override
    public Optional<Assessment> judgeAgain(Assessment before, ReleasePart statements, Standing standing) {
        PartId part = before.part();
        Indicator indicator = catalogue.indicator(part.indicator()).orElse(null);
        if (indicator == null) {
            docket.drop(part);
            return Optional.empty();
        }
        NewFigures.Screened screened = screened(part, statements, indicator);
        RevisionStatistics facts = statements.facts(vintages, standing, screened);
        boolean known = before.decidedAt() != null
                || before.scores().refused() > 0
                || before.scores().disorder() > 0;
        if (facts.sayNothing() && !known) {
            docket.drop(part);
            return Optional.empty();
        }
        Scores scores = Scores.of(facts, RevisionScale.of(indicator.transform()), indicator.unit())
                .withFormOf(before.scores());
        return Optional.of(entered(new Part(part, statements, indicator, screened, scores)));
    }

    private NewFigures.Screened screened(PartId part, ReleasePart statements, Indicator indicator) {
        Instant published = part.batch().published();
        Instant heldAt = last(docket.before(part.indicator(), published))
                .filter(j -> j.status().isWithheld() && j.status() != Status.DISCARDED && j.isForNewFiguresAlone())
                .map(j -> j.part().batch().published())
                .orElse(null);
        return new NewFigures(rules, indicator, catalogue.recipes().releases().breaks(), vintages, published, heldAt)
                .screen(statements);
    }

    private static Optional<Assessment> last(List<Assessment> past) {
        return past.isEmpty() ? Optional.empty() : Optional.of(past.get(past.size() - 1));
    }

    private Assessment entered(Part part) {
        List<Assessment> past =
                docket.before(part.id().indicator(), part.id().batch().published());
        List<CheckResult> findings = new Judge(rules, part.scale())
                .findings(
                        part.scores(),
                        past.stream()
                                .filter(j -> j.status().isUsual())
                                .map(Assessment::scores)
                                .toList());
        Assessment judgement = judgement(part, findings, past);
        Assessment decided = docket.of(part.id())
                .filter(j -> j.decidedAt() != null)
                .map(j -> new Assessment(
                        part.id(),
                        part.scores(),
                        findings,
                        j.status(),
                        judgement.confirms(),
                        j.reason(),
                        j.effects(),
                        j.decidedAt(),
                        null,
                        j.decidedBy()))
                .orElse(judgement);
        docket.enter(decided);
        if (part.screened().repeats() && decided.status() == Status.CONFIRMED) {
            confirm(last(past).orElseThrow(), part.id().batch().published());
        }
        supersede(part.id().indicator());
        return docket.of(part.id()).orElse(decided);
    }

    private void confirm(Assessment held, Instant by) {
        docket.enter(held.confirmed(by));
        believes.accept(held.part());
    }

    private Assessment judgement(Part part, List<CheckResult> findings, List<Assessment> past) {
        List<CheckResult> out =
                findings.stream().filter(CheckResult::outOfRange).toList();
        Scores scores = part.scores();
        if (out.isEmpty()) {
            return judged(part.id(), scores, findings, Status.ACCEPTED, 0, "");
        }
        String what = out.stream().map(scores::sentence).collect(Collectors.joining("; "));
        boolean newAlone = out.stream().allMatch(f -> f.measure() == Measure.INNOVATION);
        Optional<DeclaredBreak> known = newAlone ? Optional.empty() : declared(part.id(), past);
        if (known.isPresent()) {
            String why = "%s: declared break %s (%s)"
                    .formatted(what, known.get().id(), known.get().note());
            return judged(part.id(), scores, findings, Status.DECLARED, 0, why);
        }
        if (newAlone && part.screened().repeats()) {
            String why = what + ": near what was held before it, so the source stands by it";
            return judged(part.id(), scores, findings, Status.CONFIRMED, rules.confirmations(), why);
        }
        int confirms = confirms(part, past, findings, newAlone);
        if (confirms >= rules.confirmations()) {
            String why = "%s: repeated by %d releases, so it is what the source stands by".formatted(what, confirms);
            return judged(part.id(), scores, findings, Status.CONFIRMED, confirms, why);
        }
        return judged(part.id(), scores, findings, Status.HELD, confirms, newAlone ? what : what + form(scores));
    }

    private static Assessment judged(
            PartId part, Scores scores, List<CheckResult> findings, Status status, int confirms, String why) {
        return new Assessment(part, scores, findings, status, confirms, why, List.of(), null);
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

    private Optional<DeclaredBreak> declared(PartId part, List<Assessment> past) {
        Instant now = part.batch().published();
        Instant before = past.isEmpty()
                ? Instant.EPOCH
                : past.get(past.size() - 1).part().batch().published();
        return catalogue.recipes().releases().breaks().stream()
                .filter(b -> b.isOf(part.batch().source(), part.indicator()) && b.isBetween(before, now))
                .findFirst();
    }

    /** How many releases in a row, this one included, repeat what the last one before it is held for. */
    private int confirms(Part part, List<Assessment> past, List<CheckResult> findings, boolean newAlone) {
        if (past.isEmpty()) {
            return 0;
        }
        Assessment last = past.get(past.size() - 1);
        if (!last.status().isWithheld() || last.status() == Status.DISCARDED) {
            return 0;
        }
        List<RevisionPair> pairs = new ArrayList<>();
        for (Observation o : part.statements().observed()) {
            Vintage held = vintages.heldAt(o.figure(), last.part().batch().published());
            if (held != null && held.value() != null && o.value() != null) {
                pairs.add(new RevisionPair(held.value(), o.value()));
            }
        }
        Measure measure = newAlone ? Measure.INNOVATION : Measure.SHIFT;
        double bound = findings.stream()
                .filter(f -> f.measure() == measure)
                .mapToDouble(CheckResult::bound)
                .findFirst()
                .orElse(0);
        int needed = newAlone ? 1 : rules.figuresMin();
        return pairs.size() >= needed
                        && Scores.shift(pairs, part.scale(), part.indicator().unit()) <= bound
                ? last.confirms() + 1
                : 0;
    }

    @Override
    public boolean depends() {
        return true;
    }

    @Override
    public void supersede(String indicator) {
        List<Assessment> before = docket.of(indicator);
        List<Assessment> settled = new Supersession(rules).settled(before);
        for (int i = 0; i < before.size(); i++) {
            if (!settled.get(i).equals(before.get(i))) {
                docket.enter(settled.get(i));
            }
        }
    }
}
