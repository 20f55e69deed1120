package org.tidemark.judge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was made of one part of a release.
 *
 * @param scores what the release does to what was held
 * @param findings the scores that could be judged, with their bounds
 * @param status what became of it
 * @param confirms how many releases in a row have said what the first of them was held for; 0 for that first
 * @param reason why it is so, for people
 * @param effects estimates without and with it, where it is held
 * @param decidedAt when somebody decided on it; null while nobody has
 * @param confirmedAt when a later part said the same, so that this one is believed after all; null of all others
 * @param decidedBy who that was; empty while nobody has, and where it was not said
 */
public record Assessment(
        PartId part,
        Scores scores,
        List<CheckResult> findings,
        Status status,
        int confirms,
        String reason,
        List<Effect> effects,
        @Nullable Instant decidedAt,
        @Nullable Instant confirmedAt,
        String decidedBy) {
    /** One of which nobody said who decided on it. */
    public Assessment(
            PartId part,
            Scores scores,
            List<CheckResult> findings,
            Status status,
            int confirms,
            String reason,
            List<Effect> effects,
            @Nullable Instant decidedAt,
            @Nullable Instant confirmedAt) {
        this(part, scores, findings, status, confirms, reason, effects, decidedAt, confirmedAt, "");
    }

    /** One that no later part has confirmed. */
    public Assessment(
            PartId part,
            Scores scores,
            List<CheckResult> findings,
            Status status,
            int confirms,
            String reason,
            List<Effect> effects,
            @Nullable Instant decidedAt) {
        this(part, scores, findings, status, confirms, reason, effects, decidedAt, null);
    }

    /** What became of a part. */
    public enum Status {
        /** In range. */
        ACCEPTED,
        /** Out of range, and explained by a break that the catalogue knows. */
        DECLARED,
        /** Out of range, and repeated by so many releases that it is what the source stands by. */
        CONFIRMED,
        /** Out of range: kept, and not believed. */
        HELD,
        /** Held, and superseded by a later release that was accepted. */
        SUPERSEDED,
        /** Held, and then believed by decision. */
        RELEASED,
        /** Held, and never to be believed by decision. */
        DISCARDED;

        /** Whether its figures are kept from what is believed. */
        public boolean isWithheld() {
            return this == HELD || this == SUPERSEDED || this == DISCARDED;
        }

        /** Whether it counts as something that its source usually does. */
        public boolean isUsual() {
            return this == ACCEPTED || this == CONFIRMED || this == RELEASED;
        }
    }

    public Assessment {
        findings = List.copyOf(findings);
        effects = List.copyOf(effects);
    }

    public Assessment with(Status other, String why) {
        return new Assessment(part, scores, findings, other, confirms, why, effects, decidedAt, confirmedAt, decidedBy);
    }

    public Assessment with(List<Effect> others) {
        return new Assessment(
                part, scores, findings, status, confirms, reason, others, decidedAt, confirmedAt, decidedBy);
    }

    public Assessment decided(Status other, String why, Instant when, String who) {
        return new Assessment(part, scores, findings, other, confirms, why, effects, when, null, who);
    }

    /** Believed after all, since a later part says the same. */
    public Assessment confirmed(Instant by) {
        String why = reason + ": the figure that was published next, at " + by + ", is near it";
        return new Assessment(
                part, scores, findings, Status.CONFIRMED, confirms, why, effects, decidedAt, by, decidedBy);
    }

    /** Whether it is out of range for nothing but a new figure. */
    public boolean isForNewFiguresAlone() {
        return finding(Measure.INNOVATION).filter(CheckResult::outOfRange).isPresent()
                && findings.stream().filter(CheckResult::outOfRange).allMatch(f -> f.measure() == Measure.INNOVATION);
    }

    /** A score and its bound, if it could be judged. */
    public Optional<CheckResult> finding(Measure measure) {
        return findings.stream().filter(f -> f.measure() == measure).findFirst();
    }
}
