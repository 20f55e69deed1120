package org.tidemark.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.AlertRule;
import org.tidemark.estimate.Estimate;
import org.tidemark.news.News;
import org.tidemark.news.NewsInWords;
import org.tidemark.news.NewsLine;
import org.tidemark.series.Period;

/**
 * One rule on one update of one estimate. Quiet, it counts the instants in a row that speak for it; with enough of them it
 * is raised, and stays so until its probability falls to {@code clear}:
 *
 * <pre>
 * quiet --(releases in a row at raise or above)--&gt; active --(clear or below)--&gt; cleared: later figures ended it
 *                                                        \-------------------&gt; retracted: what it rested on was revised
 * </pre>
 */
public final class EstimateRule {
    /** An alert ends by revision when revisions are more than this part of the move that ended it. */
    private static final double REVISED_SHARE = 0.5;

    private final AlertRule rule;
    private final String rulesVersion;

    public EstimateRule(AlertRule rule, String rulesVersion) {
        this.rule = rule;
        this.rulesVersion = rulesVersion;
    }

    /** Whether a rule compares with what was said a year before. */
    public static boolean looksBack(AlertRule rule) {
        return switch (rule.condition().kind()) {
            case SPEED_UP, SPEED_DOWN -> true;
            case LEVEL_ABOVE, LEVEL_BELOW, NEGATIVE, STAGE, DIVERGING, CONVERGING, DRIFT, PROBABLE, HELD -> false;
        };
    }

    /**
     * What there is to read.
     *
     * @param now the update
     * @param yearBefore what was said a year before it; null where nothing was
     * @param news why it moved; null where it did not, or was not there before
     * @param releases what was published at this instant, for people; of an update with news its own releases are told
     */
    public record Update(Estimate now, @Nullable Estimate yearBefore, @Nullable News news, String releases) {
        Instant asOf() {
            return now.asOf();
        }

        /** The releases that moved it, or all of the instant. */
        String movedBy() {
            if (news == null) {
                return releases;
            }
            String own = String.join(
                    ", ",
                    news.lines().stream()
                            .filter(l -> l.source() != null && l.release() != null)
                            .map(l -> SupportingRelease.release(
                                    Objects.requireNonNull(l.source()), Objects.requireNonNull(l.release())))
                            .distinct()
                            .sorted()
                            .toList());
            return own.isEmpty() ? releases : own;
        }
    }

    /**
     * Reads an update.
     *
     * @param held how the rule's alerts in this cell stand; those of subjects that the estimate no longer names too
     * @return one for each of those and each new one, in the order of the keys
     */
    public List<AlertTransition> read(List<AlertState> held, Update update) {
        SortedMap<AlertKey, AlertState> standings = new TreeMap<>();
        held.forEach(s -> standings.put(s.key(), s));
        SortedMap<AlertKey, RuleEvaluation> grounds = new TreeMap<>();
        new RuleEvaluations(rule, update.now(), update.yearBefore()).all().forEach(g -> grounds.put(g.key(), g));
        grounds.keySet().forEach(key -> standings.putIfAbsent(key, AlertState.quiet(key)));
        List<AlertTransition> steps = new ArrayList<>();
        standings.forEach((key, standing) -> {
            RuleEvaluation ground = grounds.get(key);
            steps.add(ground == null ? withoutGround(standing, update) : step(standing, ground, update));
        });
        return steps;
    }

    private AlertTransition withoutGround(AlertState standing, Update update) {
        AlertState after = standing.over(0, update.asOf());
        if (!standing.active()) {
            return AlertTransition.silent(after);
        }
        AlertMessage words = new AlertMessage(rule, standing.key());
        String withheld = update.now().withheld();
        String why = withheld == null ? "nothing is left to read it from" : "no number is given any more: " + withheld;
        return new AlertTransition(
                after,
                Optional.of(event(standing, AlertEvent.Kind.RETRACTED, null, update, words.ended("retracted", why))));
    }

    private AlertTransition step(AlertState before, RuleEvaluation ground, Update update) {
        if (before.active()) {
            return ground.probability() > rule.clear()
                    ? AlertTransition.silent(before.read(ground.probability(), update.asOf(), before.witnesses()))
                    : ended(before, ground, update);
        }
        if (ground.probability() < rule.raise()) {
            return AlertTransition.silent(before.read(ground.probability(), update.asOf(), List.of()));
        }
        List<SupportingRelease> witnesses = with(before.witnesses(), ground, update);
        if (witnesses.size() < rule.releases()) {
            return AlertTransition.silent(before.read(ground.probability(), update.asOf(), witnesses));
        }
        AlertState after = before.raised(ground.probability(), update.asOf(), witnesses, ground.period());
        String message = new AlertMessage(rule, before.key()).raised(ground, witnesses.size(), moved(update));
        return new AlertTransition(after, Optional.of(event(after, AlertEvent.Kind.RAISED, ground, update, message)));
    }

    /** An instant counts once, however often it brings another figure, and none counts that came after this one. */
    private List<SupportingRelease> with(List<SupportingRelease> before, RuleEvaluation ground, Update update) {
        List<SupportingRelease> all = new ArrayList<>(before.stream()
                .filter(w -> w.published().isBefore(update.asOf()))
                .toList());
        all.add(new SupportingRelease(update.asOf(), ground.probability(), update.movedBy()));
        all.sort(Comparator.comparing(SupportingRelease::published));
        return all.subList(Math.max(0, all.size() - rule.releases()), all.size());
    }

    private AlertTransition ended(AlertState before, RuleEvaluation ground, Update update) {
        boolean revised = isRevisedAway(before, ground, update.news());
        AlertEvent.Kind kind = revised ? AlertEvent.Kind.RETRACTED : AlertEvent.Kind.CLEARED;
        String message = new AlertMessage(rule, before.key()).ended(ground, kind, moved(update));
        return new AlertTransition(
                before.over(ground.probability(), update.asOf()),
                Optional.of(event(before, kind, ground, update, message)));
    }

    /** Whether figures that it was raised on have changed, and not what came after them. */
    private static boolean isRevisedAway(AlertState before, RuleEvaluation ground, @Nullable News news) {
        Period raisedOn = before.raisedPeriod();
        Period now = ground.period();
        if (raisedOn != null && now != null && !now.end().isAfter(raisedOn.end())) {
            return true;
        }
        if (news == null || news.change() == 0) {
            return false;
        }
        double revised = news.lines().stream()
                .filter(line -> isRevision(line.kind()))
                .mapToDouble(NewsLine::impact)
                .sum();
        return revised / news.change() > REVISED_SHARE;
    }

    private static boolean isRevision(NewsLine.Kind kind) {
        return switch (kind) {
            case REVISIONS, WITHDRAWALS, BREAK, PARAMETERS, MODEL, CATALOGUE -> true;
            case UPSTREAM, POOL, PASSING_OF_TIME, NEW_FIGURES, REWEIGHTING, OTHERS -> false;
        };
    }

    private static String moved(Update update) {
        News news = update.news();
        return news == null ? "" : new NewsInWords(news).text();
    }

    private AlertEvent event(
            AlertState standing, AlertEvent.Kind kind, @Nullable RuleEvaluation ground, Update update, String message) {
        return new AlertEvent(
                standing.key(),
                kind,
                update.asOf(),
                ground == null ? 0 : ground.probability(),
                ground == null ? null : Double.valueOf(ground.value()),
                ground == null ? update.now().unit() : ground.unit(),
                ground == null ? null : ground.period(),
                standing.witnesses(),
                rule.severity(),
                rule.audience(),
                message,
                rulesVersion,
                AlertEvent.Attribution.NOT_ASKED);
    }
}
