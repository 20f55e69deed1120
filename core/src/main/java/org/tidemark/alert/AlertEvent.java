package org.tidemark.alert;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.AlertRule;
import org.tidemark.series.Period;

/**
 * Something was said to analysts.
 *
 * @param kind what
 * @param asOf publication instant that it was known at
 * @param probability that the condition holds, as known then; 0 where there is no number any more
 * @param value the number that the rule is about, in {@code unit}; null where there is none any more
 * @param period newest reference period that the number rests on
 * @param witnesses the instants that spoke for the alert when it was raised
 * @param message the whole in one sentence, with numbers, units and what moved them
 * @param rules version of the rules
 * @param attribution whether it could be AI's doing, where it was raised by a rule that asks so
 * @param reason what raised or ended it
 */
public record AlertEvent(
        AlertKey key,
        Kind kind,
        Instant asOf,
        double probability,
        @Nullable Double value,
        String unit,
        @Nullable Period period,
        List<SupportingRelease> witnesses,
        AlertRule.Severity severity,
        String audience,
        String message,
        String rules,
        Attribution attribution,
        Reason reason) {
    /** What raised or ended it. */
    public enum Reason {
        /** Figures, as ever. */
        FIGURES,
        /** The rules are others. */
        RULES,
        /** The estimates are made otherwise. */
        MODEL,
        /** The catalogue says something else of the figures. */
        CATALOGUE;

        /** As it is written in tables. */
        public String written() {
            return name().toLowerCase(Locale.ROOT);
        }

        String words() {
            return switch (this) {
                case FIGURES -> "figures";
                case RULES -> "rules";
                case MODEL -> "methods of estimation";
                case CATALOGUE -> "entries of the catalogue";
            };
        }
    }

    /** What was said. */
    public enum Kind {
        /** Enough releases agree that the condition holds. */
        RAISED,
        /** It was so, and is no more: later figures ended it. */
        CLEARED,
        /** What it was raised on is no longer believed. */
        RETRACTED;

        /** As it is written in tables. */
        public String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What the premises of the rule say of the cause. None says that AI did it. */
    public enum Attribution {
        /** The rule claims nothing of that kind. */
        NOT_ASKED,
        /** All premises held, as far as was known then. */
        POSSIBLE,
        /** A premise did not hold, or nothing was known of it then. */
        NOT_ATTRIBUTABLE;

        /** As it is written in tables; nothing where nothing is claimed. */
        public String written() {
            return this == NOT_ASKED ? "" : name().toLowerCase(Locale.ROOT);
        }
    }

    /** One that figures raised or ended. */
    public AlertEvent(
            AlertKey key,
            Kind kind,
            Instant asOf,
            double probability,
            @Nullable Double value,
            String unit,
            @Nullable Period period,
            List<SupportingRelease> witnesses,
            AlertRule.Severity severity,
            String audience,
            String message,
            String rules,
            Attribution attribution) {
        this(
                key,
                kind,
                asOf,
                probability,
                value,
                unit,
                period,
                witnesses,
                severity,
                audience,
                message,
                rules,
                attribution,
                Reason.FIGURES);
    }

    public AlertEvent {
        witnesses = List.copyOf(witnesses);
    }

    /** With what its premises say. */
    AlertEvent with(Attribution other, String words) {
        return new AlertEvent(
                key,
                kind,
                asOf,
                probability,
                value,
                unit,
                period,
                witnesses,
                severity,
                audience,
                words,
                rules,
                other,
                reason);
    }

    /** For another reason than figures, which the message says too. */
    public AlertEvent because(Reason other) {
        return new AlertEvent(
                key,
                kind,
                asOf,
                probability,
                value,
                unit,
                period,
                witnesses,
                severity,
                audience,
                message + "; because of other " + other.words(),
                rules,
                attribution,
                other);
    }
}
