package org.tidemark.wire;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tidemark.alert.AlertEvent;
import org.tidemark.alert.AlertKey;
import org.tidemark.alert.AlertState;
import org.tidemark.alert.SupportingRelease;
import org.tidemark.catalogue.AlertRule;
import org.tidemark.series.Period;

/** Alerts, and how they stand, between core and Avro. */
final class AlertRecords {
    private AlertRecords() {}

    static org.tidemark.avro.Alert toRecord(AlertEvent e) {
        return new org.tidemark.avro.Alert(
                e.key().rule(),
                e.key().economy(),
                e.key().sector(),
                e.key().concept(),
                e.key().subject(),
                e.kind().name(),
                e.asOf(),
                e.probability(),
                e.value(),
                e.unit(),
                start(e.period()),
                end(e.period()),
                e.witnesses().stream()
                        .map(w -> new org.tidemark.avro.Witness(w.published(), w.probability(), w.releases()))
                        .toList(),
                e.severity().name(),
                e.audience(),
                e.message(),
                e.rules(),
                e.attribution().name(),
                e.reason().name());
    }

    static AlertEvent fromRecord(org.tidemark.avro.Alert r) {
        return new AlertEvent(
                new AlertKey(r.getRule(), r.getEconomy(), r.getSector(), r.getConcept(), r.getSubject()),
                AlertEvent.Kind.valueOf(r.getEvent()),
                r.getAsOf(),
                r.getProbability(),
                r.getValue(),
                r.getUnit(),
                period(r.getPeriodStart(), r.getPeriodEnd()),
                r.getWitnesses().stream()
                        .map(w -> new SupportingRelease(w.getPublished(), w.getProbability(), w.getReleases()))
                        .toList(),
                AlertRule.Severity.valueOf(r.getSeverity()),
                r.getAudience(),
                r.getMessage(),
                r.getRules(),
                AlertEvent.Attribution.valueOf(r.getAttribution()),
                AlertEvent.Reason.valueOf(r.getReason()));
    }

    static org.tidemark.avro.AlertStanding toRecord(AlertState s) {
        return new org.tidemark.avro.AlertStanding(
                s.key().rule(),
                s.key().economy(),
                s.key().sector(),
                s.key().concept(),
                s.key().subject(),
                s.active(),
                s.ever(),
                s.witnesses().stream()
                        .map(w -> new org.tidemark.avro.StandingWitness(w.published(), w.probability(), w.releases()))
                        .toList(),
                s.probability(),
                s.asOf(),
                s.raisedAt(),
                start(s.raisedPeriod()),
                end(s.raisedPeriod()),
                s.attribution().name());
    }

    static AlertState fromRecord(org.tidemark.avro.AlertStanding r) {
        return new AlertState(
                new AlertKey(r.getRule(), r.getEconomy(), r.getSector(), r.getConcept(), r.getSubject()),
                r.getActive(),
                r.getEver(),
                r.getWitnesses().stream()
                        .map(w -> new SupportingRelease(w.getPublished(), w.getProbability(), w.getReleases()))
                        .toList(),
                r.getProbability(),
                r.getAsOf(),
                r.getRaisedAt(),
                period(r.getRaisedStart(), r.getRaisedEnd()),
                AlertEvent.Attribution.valueOf(r.getAttribution()));
    }

    private static @Nullable LocalDate start(@Nullable Period period) {
        return period == null ? null : period.start();
    }

    private static @Nullable LocalDate end(@Nullable Period period) {
        return period == null ? null : period.end();
    }

    private static @Nullable Period period(@Nullable LocalDate start, @Nullable LocalDate end) {
        return start == null || end == null ? null : new Period(start, end);
    }
}
