package org.tidemark.alert.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.tidemark.alert.AlertEvent;
import org.tidemark.alert.AlertState;
import org.tidemark.alert.AlertTransition;
import org.tidemark.alert.HeldWatch;
import org.tidemark.catalogue.AlertRule;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.JudgingRules;
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
import org.tidemark.series.BatchId;

/**
 * A source that states all its figures again in each release and makes its ordinary revisions only: none in some of the
 * releases, else the whole history by a normal shift in logits, whose scale is drawn for each source from the prior of the
 * rules. Every release of it that is held is held in error.
 */
record HeldStory(Calendar calendar, double months, List<Judged> judged) implements Cell {
    private static final double PERCENT = 10;
    private static final int RESTATED_MAX = 20;

    HeldStory {
        judged = List.copyOf(judged);
    }

    /** What was made of a part at an instant. */
    record Judged(Assessment judgement, Instant asOf) {}

    @Override
    public Tally count(AlertRule rule) {
        HeldWatch watch = new HeldWatch(rule, "simulated");
        if (judged.isEmpty()) {
            return Tally.NONE;
        }
        AlertState standing = AlertState.quiet(watch.key(judged.get(0).judgement()));
        Tally tally = Tally.NONE;
        for (Judged one : judged) {
            AlertTransition step = watch.read(standing, one.judgement(), one.asOf());
            standing = step.standing();
            boolean raised =
                    step.said().filter(e -> e.kind() == AlertEvent.Kind.RAISED).isPresent();
            tally = raised ? tally.and(Tally.FALSE) : tally;
        }
        return tally;
    }

    /**
     * Draws one.
     *
     * @param unrevised part of the releases that revise nothing
     */
    static HeldStory draw(Catalogue catalogue, Calendar calendar, int years, double unrevised, Random random) {
        Docket docket = new Docket(catalogue.recipes().releases().judging().orElseThrow());
        double scale = docket.scale(random);
        List<Judged> judged = new ArrayList<>();
        double history = 0;
        int figures = 0;
        for (Calendar.Release release : calendar.releases(years, catalogue)) {
            history += random.nextDouble() < unrevised ? 0 : scale * random.nextGaussian();
            BatchId batch = new BatchId(calendar.source(), release.period().toString(), release.published(), "made");
            for (Assessment one : docket.judge(new PartId("US", "adoption.made", batch), history, figures)) {
                judged.add(new Judged(one, release.published()));
            }
            figures++;
        }
        return new HeldStory(calendar, 12.0 * years, judged);
    }

    /** Judges release after release as the topology does: what is held is not believed, until repeated or superseded. */
    private static final class Docket {
        private final JudgingRules rules;
        private final Judge judge;
        private final List<Scores> usual = new ArrayList<>();
        private final List<Assessment> waiting = new ArrayList<>();
        private double believed;
        private double heldAt;

        private Docket(JudgingRules rules) {
            this.rules = rules;
            this.judge = new Judge(rules, RevisionScale.LOGIT);
        }

        /** A draw from the scaled inverse chi-squared prior. */
        private double scale(Random random) {
            double squares = 0;
            for (int i = 0; i < rules.priorWeight(); i++) {
                double z = random.nextGaussian();
                squares += z * z;
            }
            return rules.shiftSd() * StrictMath.sqrt(rules.priorWeight() / squares);
        }

        private List<Assessment> judge(PartId part, double history, int figures) {
            if (figures == 0) {
                return List.of();
            }
            Scores scores = scores(believed, history, Math.min(figures, RESTATED_MAX));
            List<CheckResult> findings = judge.findings(scores, usual);
            if (findings.stream().noneMatch(CheckResult::outOfRange)) {
                return believed(part, scores, findings, Status.ACCEPTED, 0, history);
            }
            boolean repeats = !waiting.isEmpty()
                    && scores(heldAt, history, RESTATED_MAX).shift() <= judge.bound(Measure.SHIFT, usual);
            int confirms = repeats ? waiting.get(waiting.size() - 1).confirms() + 1 : 0;
            if (confirms >= rules.confirmations()) {
                return believed(part, scores, findings, Status.CONFIRMED, confirms, history);
            }
            Assessment held = judgement(part, scores, findings, Status.HELD, confirms);
            waiting.add(held);
            heldAt = history;
            return List.of(held);
        }

        private List<Assessment> believed(
                PartId part, Scores scores, List<CheckResult> findings, Status status, int confirms, double history) {
            List<Assessment> all = new ArrayList<>(waiting.stream()
                    .map(w -> w.with(Status.SUPERSEDED, w.reason()))
                    .toList());
            all.add(judgement(part, scores, findings, status, confirms));
            waiting.clear();
            usual.add(scores);
            believed = history;
            return all;
        }

        private static Assessment judgement(
                PartId part, Scores scores, List<CheckResult> findings, Status status, int confirms) {
            return new Assessment(part, scores, findings, status, confirms, "", List.of(), null);
        }

        private static Scores scores(double before, double now, int figures) {
            RevisionPair pair = new RevisionPair(percent(before), percent(now));
            RevisionStatistics facts =
                    new RevisionStatistics(figures, Collections.nCopies(figures, pair), figures, 0, 0, 0, 0);
            return Scores.of(facts, RevisionScale.LOGIT, "percent");
        }

        private static double percent(double logits) {
            double odds = PERCENT / (100 - PERCENT) * StrictMath.exp(logits);
            return 100 * odds / (1 + odds);
        }
    }
}
