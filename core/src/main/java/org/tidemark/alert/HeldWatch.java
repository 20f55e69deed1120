package org.tidemark.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tidemark.catalogue.AlertRule;
import org.tidemark.judge.Assessment;
import org.tidemark.series.BatchId;
import org.tidemark.series.SeriesId;

/** A rule on releases in quarantine: active while one of an indicator waits, whatever the rule's number of releases. */
public final class HeldWatch {
    private final AlertRule rule;
    private final String rulesVersion;

    public HeldWatch(AlertRule rule, String rulesVersion) {
        this.rule = rule;
        this.rulesVersion = rulesVersion;
    }

    /** The alert that a judgement bears on. */
    public AlertKey key(Assessment judgement) {
        return new AlertKey(
                rule.id(),
                judgement.part().economy(),
                SeriesId.TOTAL,
                "",
                judgement.part().batch().source() + "/" + judgement.part().indicator());
    }

    /**
     * Reads what was made of a part of a release.
     *
     * @param asOf publication instant of what brought it about
     */
    public AlertTransition read(AlertState before, Assessment judgement, Instant asOf) {
        BatchId batch = judgement.part().batch();
        String release = SupportingRelease.release(batch.source(), batch.release());
        List<SupportingRelease> waiting = new ArrayList<>(before.witnesses().stream()
                .filter(w -> !w.releases().equals(release) || !w.published().equals(batch.published()))
                .toList());
        boolean held = judgement.status() == Assessment.Status.HELD;
        if (held) {
            waiting.add(new SupportingRelease(batch.published(), 1, release));
            waiting.sort(Comparator.comparing(SupportingRelease::published).thenComparing(SupportingRelease::releases));
        }
        double probability = waiting.isEmpty() ? 0 : 1;
        if (waiting.isEmpty() != before.active()) {
            return AlertTransition.silent(before.read(probability, asOf, waiting));
        }
        return held
                ? raised(before.raised(probability, asOf, waiting, null), judgement, asOf)
                : ended(before, judgement, asOf);
    }

    private AlertTransition raised(AlertState after, Assessment judgement, Instant asOf) {
        String message = new AlertMessage(rule, after.key()).held(judgement.reason());
        return new AlertTransition(after, Optional.of(event(after, AlertEvent.Kind.RAISED, asOf, message)));
    }

    private AlertTransition ended(AlertState before, Assessment judgement, Instant asOf) {
        // What is in range after all, because a release came late, should never have been held.
        AlertEvent.Kind kind =
                judgement.status() == Assessment.Status.ACCEPTED ? AlertEvent.Kind.RETRACTED : AlertEvent.Kind.CLEARED;
        String became = judgement.status().name().toLowerCase(Locale.ROOT);
        String why = judgement.reason().isEmpty() ? became : became + ": " + judgement.reason();
        String message = new AlertMessage(rule, before.key()).ended(kind.written(), why);
        return new AlertTransition(before.over(0, asOf), Optional.of(event(before, kind, asOf, message)));
    }

    private AlertEvent event(AlertState standing, AlertEvent.Kind kind, Instant asOf, String message) {
        return new AlertEvent(
                standing.key(),
                kind,
                asOf,
                kind == AlertEvent.Kind.RAISED ? 1 : 0,
                null,
                "releases",
                null,
                standing.witnesses(),
                rule.severity(),
                rule.audience(),
                message,
                rulesVersion,
                AlertEvent.Attribution.NOT_ASKED);
    }
}
