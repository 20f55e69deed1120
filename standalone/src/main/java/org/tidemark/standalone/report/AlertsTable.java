package org.tidemark.standalone.report;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.alert.AlertEvent;
import org.tidemark.alert.AlertEvent.Kind;
import org.tidemark.catalogue.AlertRule;
import org.tidemark.catalogue.AlertRules;

/** What alerts were raised by each rule, and how often they were taken back. */
public final class AlertsTable {
    private static final List<String> HEADINGS = List.of(
            "rule", "raised", "cleared", "retracted", "active", "cells", "first", "last", "false a month, per cell");
    private static final Set<String> NUMBERS =
            Set.of("raised", "cleared", "retracted", "active", "cells", "false a month, per cell");

    private final AlertRules rules;

    public AlertsTable(AlertRules rules) {
        this.rules = rules;
    }

    /** One line for each event, in the order of publication. */
    public List<String> events(List<AlertEvent> events) {
        return events.stream()
                .map(e -> "%s  %-9s  %s  %s"
                        .formatted(day(e), e.kind().written(), e.key().rule(), e.message()))
                .toList();
    }

    /** One line for each rule, those too that nothing was raised by. */
    public List<String> lines(List<AlertEvent> events) {
        List<List<String>> rows = new ArrayList<>(List.of(HEADINGS));
        for (AlertRule rule : rules.all()) {
            rows.add(row(
                    rule,
                    events.stream()
                            .filter(e -> e.key().rule().equals(rule.id()))
                            .toList()));
        }
        return TextTable.lines(rows, NUMBERS);
    }

    private static List<String> row(AlertRule rule, List<AlertEvent> its) {
        long raised = count(its, Kind.RAISED);
        long over = its.size() - raised;
        long cells = its.stream().map(AlertEvent::key).distinct().count();
        return List.of(
                rule.id(),
                Long.toString(raised),
                Long.toString(count(its, Kind.CLEARED)),
                Long.toString(count(its, Kind.RETRACTED)),
                Long.toString(raised - over),
                Long.toString(cells),
                its.isEmpty() ? "" : day(its.get(0)),
                its.isEmpty() ? "" : day(its.get(its.size() - 1)),
                expected(rule.falseAlarmsPerMonth()));
    }

    private static long count(List<AlertEvent> events, Kind kind) {
        return events.stream().filter(e -> e.kind() == kind).count();
    }

    private static String expected(@Nullable Double falseAlarms) {
        return falseAlarms == null ? "not said" : String.format(Locale.ROOT, "%.4f", falseAlarms);
    }

    private static String day(AlertEvent event) {
        return LocalDate.ofInstant(event.asOf(), ZoneOffset.UTC).toString();
    }
}
