package org.tidemark.alert;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    public static Step withoutRule(Standing standing, String rulesVersion, Instant since) {
        if (!standing.active()) {
            return Step.silent(standing);
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
        return new Step(standing.over(0, since), Optional.of(event.because(AlertEvent.Reason.RULES)));
    }

    /**
     * Reads all that was said of a cell.
     *
     * @param held how the rule's alerts in the cell stand
     * @param said every estimate of it, the latest last; at least one
     */
    public List<Step> read(List<Standing> held, List<Estimate> said) {
        SortedMap<AlertKey, Standing> before = new TreeMap<>();
        held.forEach(standing -> before.put(standing.key(), standing));
        SortedMap<AlertKey, Standing> folded = folded(counted(said));
        Estimate now = said.get(said.size() - 1);
        SortedMap<AlertKey, Ground> grounds = new TreeMap<>();
        new Grounds(rule, now, yearBefore(said, now)).all().forEach(g -> grounds.put(g.key(), g));
        folded.keySet().forEach(key -> before.putIfAbsent(key, Standing.quiet(key)));
        List<Step> steps = new ArrayList<>();
        before.forEach((key, standing) -> {
            Ground ground = grounds.get(key);
            steps.add(
                    standing.active()
                            ? active(standing, ground, now)
                            : quiet(standing, folded.getOrDefault(key, Standing.quiet(key)), ground, said));
        });
        return steps;
    }

    /** What is derived anew stands for the one before it, of the same figures: one release speaks once. */
    private List<Estimate> counted(List<Estimate> said) {
        int last = said.size() - 1;
        if (last < 1 || !said.get(last).asOf().equals(since)) {
            return said;
        }
        List<Estimate> counted = new ArrayList<>(said.subList(0, last - 1));
        counted.add(said.get(last));
        return counted;
    }

    /** As the rule would have been read from the first estimate on. */
    private SortedMap<AlertKey, Standing> folded(List<Estimate> said) {
        EstimateWatch watch = new EstimateWatch(rule, rulesVersion);
        List<Standing> standings = List.of();
        for (Estimate estimate : said) {
            EstimateWatch.Update update =
                    new EstimateWatch.Update(estimate, yearBefore(said, estimate), null, released(estimate));
            standings =
                    watch.read(standings, update).stream().map(Step::standing).toList();
        }
        SortedMap<AlertKey, Standing> folded = new TreeMap<>();
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

    private Step active(Standing standing, @Nullable Ground ground, Estimate now) {
        double probability = ground == null ? 0 : ground.probability();
        if (ground != null && probability > rule.clear()) {
            return Step.silent(standing.read(probability, standing.asOf(), standing.witnesses()));
        }
        AlertWords words = new AlertWords(rule, standing.key());
        String message = ground == null
                ? words.ended("cleared", "no number is given any more")
                : words.ended(ground, AlertEvent.Kind.CLEARED, "");
        return new Step(
                standing.over(probability, since),
                Optional.of(event(standing, AlertEvent.Kind.CLEARED, ground, now, message)));
    }

    private Step quiet(Standing standing, Standing folded, @Nullable Ground ground, List<Estimate> said) {
        // Of a cell that nothing was said of before, all that is stored speaks at once.
        boolean isNew = said.size() == 1 && said.get(0).asOf().equals(since);
        boolean holds = ground != null && (folded.active() || (isNew && ground.probability() >= rule.raise()));
        if (!holds || ground == null) {
            return Step.silent(standing.read(folded.probability(), folded.asOf(), folded.witnesses()));
        }
        List<Witness> witnesses = folded.witnesses().isEmpty()
                ? List.of(new Witness(since, ground.probability(), ANEW))
                : folded.witnesses();
        Standing after = standing.raised(ground.probability(), since, witnesses, ground.period());
        String message = new AlertWords(rule, standing.key()).raised(ground, witnesses.size(), "");
        return new Step(
                after, Optional.of(event(after, AlertEvent.Kind.RAISED, ground, said.get(said.size() - 1), message)));
    }

    private AlertEvent event(
            Standing standing, AlertEvent.Kind kind, @Nullable Ground ground, Estimate now, String message) {
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
