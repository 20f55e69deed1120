package org.tidemark.catalogue;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When an alert is raised, and for whom.
 *
 * @param id in CamelCase; the runbook of that name says what to do
 * @param title what is so while it is active, for people
 * @param measure of the estimates that it reads; empty where it reads none
 * @param concepts only these; empty: all
 * @param economies only these; empty: all
 * @param sectors only these
 * @param condition what must be so
 * @param raise probability from which on a release speaks for it
 * @param clear probability at which it is over; below {@code raise}, so that one that flickers is one alert
 * @param releases how many instants of publication in a row must speak for it
 * @param severity how much it matters
 * @param audience whom Alertmanager sends it to
 * @param falseAlarmsPerMonth how many are expected of one cell that it watches, by simulation over the release
 *     calendar; null where nobody has said: a rule of one's own
 * @param premises without which what it sees cannot be AI's doing; empty where nothing of that kind is claimed
 */
public record AlertRule(
        String id,
        String title,
        String measure,
        List<String> concepts,
        List<String> economies,
        List<String> sectors,
        AlertCondition condition,
        double raise,
        double clear,
        int releases,
        Severity severity,
        String audience,
        @Nullable Double falseAlarmsPerMonth,
        List<AlertPremise> premises) {
    /** How much an alert matters. */
    public enum Severity {
        INFO,
        WARNING,
        CRITICAL
    }

    private static final Pattern ID = Pattern.compile("[A-Z][A-Za-z0-9]{1,39}");
    private static final Pattern AUDIENCE = Pattern.compile("[a-z][a-z0-9_]{0,29}");
    private static final int RELEASES_MAX = 20;

    public AlertRule {
        require(ID.matcher(id).matches(), "'%s' is no name; write CamelCase such as DemandShort".formatted(id));
        require(
                raise > 0 && raise <= 1 && clear >= 0 && clear < raise,
                "%s: raise is %s and clear is %s; 0 <= clear < raise <= 1 must hold".formatted(id, raise, clear));
        require(
                releases >= 1 && releases <= RELEASES_MAX,
                "%s: releases is %d; it must be 1 to %d".formatted(id, releases, RELEASES_MAX));
        require(
                AUDIENCE.matcher(audience).matches(),
                "%s: audience '%s' is no name; write lower case such as analysts".formatted(id, audience));
        require(
                condition.kind().isOfEstimates() != measure.isEmpty(),
                "%s: condition %s %s"
                        .formatted(
                                id,
                                condition.kind().written(),
                                measure.isEmpty() ? "needs a measure" : "reads no estimate; leave measure out"));
        require(
                condition.kind().isOfEstimates() || premises.isEmpty(),
                "%s: condition %s reads no estimate and has no premises; leave them out"
                        .formatted(id, condition.kind().written()));
        require(
                falseAlarmsPerMonth == null || falseAlarmsPerMonth >= 0,
                "%s: false_alarms_per_month is %s; it must be 0 or more".formatted(id, falseAlarmsPerMonth));
        for (AlertPremise premise : premises) {
            requireSound(id, premise);
        }
        concepts = List.copyOf(concepts);
        economies = List.copyOf(economies);
        sectors = List.copyOf(sectors);
        premises = List.copyOf(premises);
    }

    private static void requireSound(String id, AlertPremise premise) {
        require(!premise.measure().isBlank(), "%s: a premise needs a measure, such as penetration".formatted(id));
        require(
                Double.isFinite(premise.bound()),
                "%s: premise on %s: %s is %s; write a number in the unit of the measure"
                        .formatted(id, premise.measure(), premise.side(), premise.bound()));
        require(
                premise.probability() > 0 && premise.probability() <= 1,
                "%s: premise on %s: probability is %s; it must be above 0 and at most 1"
                        .formatted(id, premise.measure(), premise.probability()));
    }

    /** Whether it watches a cell. */
    public boolean watches(String economy, String sector, String ofMeasure, String concept) {
        return measure.equals(ofMeasure)
                && sectors.contains(sector)
                && (concepts.isEmpty() || concepts.contains(concept))
                && watches(economy);
    }

    /** Whether it watches an economy at all. */
    public boolean watches(String economy) {
        return economies.isEmpty() || economies.contains(economy);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException("rules: " + message);
        }
    }
}
