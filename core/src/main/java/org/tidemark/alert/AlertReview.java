package org.tidemark.alert;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.AlertRule;
import org.tidemark.estimate.Estimate;

/**
 * One rule on one cell when something else than a figure has changed: the rule itself, or how the estimate is made. An
 * active alert goes on unless the rule clears it on what is said now; a quiet one is raised when the rule, read over all that
 * was said, would have it raised now.
 */
public final class AlertReview {
    private static final String ANEW = "all that is stored, derived anew";

    private final AlertRule rule;
    private final String rulesVersion;
    private final Instant since;
    private final AlertEvent.Reason reason;

    /**
     * One for a rule.
     *
     * @param since the instant of the change, at which its alerts are raised or cleared
     * @param reason what has changed
     */
    public AlertReview(AlertRule rule, String rulesVersion, Instant since, AlertEvent.Reason reason) {
        this.rule = rule;
        this.rulesVersion = rulesVersion;
        this.since = since;
        this.reason = reason;
    }

    /** An alert of a rule that is there no more, or that no longer watches the cell. */
    public static AlertTransition withoutRule(AlertState standing, String rulesVersion, Instant since) {
        if (!standing.active()) {
            return AlertTransition.silent(standing);
        }
        String message = "%s, %s: cleared; the rule is switched off or no longer watches this"
                .formatted(standing.key().rule(), standing.key().economy());
        AlertEvent event = new AlertEvent(
                standing.key(),
                AlertEvent.Kind.CLEARED,
                since,
                0,
                null,
                "",
                null,
                standing.witnesses(),
                AlertRule.Severity.INFO,
                "analysts",
                message,
                rulesVersion,
                AlertEvent.Attribution.NOT_ASKED);
        return new AlertTransition(standing.over(0, since), Optional.of(event.because(AlertEvent.Reason.RULES)));
    }

    /**
     * Reads all that was said of a cell.
     *
     * @param held how the rule's alerts in the cell stand
     * @param said every estimate of it, the latest last; at least one
     * @param anew at which instants it was said on other grounds than figures
     */
    public List<AlertTransition> read(List<AlertState> held, List<Estimate> said, Set<Instant> anew) {
        SortedMap<AlertKey, AlertState> before = new TreeMap<>();
        held.forEach(standing -> before.put(standing.key(), standing));
        SortedMap<AlertKey, AlertState> folded = folded(counted(said, anew));
        Estimate now = said.get(said.size() - 1);
        SortedMap<AlertKey, RuleEvaluation> grounds = new TreeMap<>();
        new RuleEvaluations(rule, now, yearBefore(said, now)).all().forEach(g -> grounds.put(g.key(), g));
        folded.keySet().forEach(key -> before.putIfAbsent(key, AlertState.quiet(key)));
        List<AlertTransition> steps = new ArrayList<>();
        before.forEach((key, standing) -> {
            RuleEvaluation ground = grounds.get(key);
            steps.add(
                    standing.active()
                            ? active(standing, ground, now)
                            : quiet(standing, folded.getOrDefault(key, AlertState.quiet(key)), ground, said));
        });
        return steps;
    }

    /** What is derived anew stands for the one before it, of the same figures: one release speaks once. */
    private List<Estimate> counted(List<Estimate> said, Set<Instant> anew) {
        List<Estimate> counted = new ArrayList<>();
        for (Estimate estimate : said) {
            boolean again = estimate.asOf().equals(since) || anew.contains(estimate.asOf());
            if (again && !counted.isEmpty()) {
                counted.remove(counted.size() - 1);
            }
            counted.add(estimate);
        }
        return counted;
    }

    /** As the rule would have been read from the first estimate on. */
    private SortedMap<AlertKey, AlertState> folded(List<Estimate> said) {
        EstimateRule watch = new EstimateRule(rule, rulesVersion);
        List<AlertState> standings = List.of();
        for (Estimate estimate : said) {
            EstimateRule.Update update =
                    new EstimateRule.Update(estimate, yearBefore(said, estimate), null, released(estimate));
            standings = watch.read(standings, update).stream()
                    .map(AlertTransition::standing)
                    .toList();
        }
        SortedMap<AlertKey, AlertState> folded = new TreeMap<>();
        standings.forEach(standing -> folded.put(standing.key(), standing));
        return folded;
    }

    private String released(Estimate estimate) {
        return estimate.asOf().equals(since)
                ? ANEW
                : "as said on " + estimate.asOf().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static @Nullable Estimate yearBefore(List<Estimate> said, Estimate of) {
        Instant then = of.asOf().atOffset(ZoneOffset.UTC).minusYears(1).toInstant();
        Estimate found = null;
        for (Estimate estimate : said) {
            found = estimate.asOf().isAfter(then) ? found : estimate;
        }
        return found;
    }

    private AlertTransition active(AlertState standing, @Nullable RuleEvaluation ground, Estimate now) {
        double probability = ground == null ? 0 : ground.probability();
        if (ground != null && probability > rule.clear()) {
            return AlertTransition.silent(standing.read(probability, standing.asOf(), standing.witnesses()));
        }
        AlertMessage words = new AlertMessage(rule, standing.key());
        String message = ground == null
                ? words.ended("cleared", "no number is given any more")
                : words.ended(ground, AlertEvent.Kind.CLEARED, "");
        return new AlertTransition(
                standing.over(probability, since),
                Optional.of(event(standing, AlertEvent.Kind.CLEARED, ground, now, message)));
    }

    private AlertTransition quiet(
            AlertState standing, AlertState folded, @Nullable RuleEvaluation ground, List<Estimate> said) {
        // Of a cell that nothing was said of before, all that is stored speaks at once.
        boolean isNew = said.size() == 1 && said.get(0).asOf().equals(since);
        boolean holds = ground != null && (folded.active() || (isNew && ground.probability() >= rule.raise()));
        if (!holds || ground == null) {
            return AlertTransition.silent(standing.read(folded.probability(), folded.asOf(), folded.witnesses()));
        }
        List<SupportingRelease> witnesses = folded.witnesses().isEmpty()
                ? List.of(new SupportingRelease(since, ground.probability(), ANEW))
                : folded.witnesses();
        AlertState after = standing.raised(ground.probability(), since, witnesses, ground.period());
        String message = new AlertMessage(rule, standing.key()).raised(ground, witnesses.size(), "");
        return new AlertTransition(
                after, Optional.of(event(after, AlertEvent.Kind.RAISED, ground, said.get(said.size() - 1), message)));
    }

    private AlertEvent event(
            AlertState standing, AlertEvent.Kind kind, @Nullable RuleEvaluation ground, Estimate now, String message) {
        return new AlertEvent(
                        standing.key(),
                        kind,
                        since,
                        ground == null ? 0 : ground.probability(),
                        ground == null ? null : Double.valueOf(ground.value()),
                        ground == null ? now.unit() : ground.unit(),
                        ground == null ? null : ground.period(),
                        standing.witnesses(),
                        rule.severity(),
                        rule.audience(),
                        message,
                        rulesVersion,
                        AlertEvent.Attribution.NOT_ASKED)
                .because(reason);
    }
}
