package org.tidemark.standalone.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tidemark.alert.AlertEvent;
import org.tidemark.alert.AlertKey;
import org.tidemark.alert.AlertState;

/** Which alerts are active, folded at the width of a terminal. */
public final class ActiveAlerts {
    private ActiveAlerts() {}

    public static List<String> lines(List<AlertState> standings) {
        return linesOf(standings.stream().filter(AlertState::active).map(AlertState::key));
    }

    /** The same from all that was raised and is over, those of one economy in their order. */
    public static List<String> linesOfEvents(List<AlertEvent> events) {
        Map<AlertKey, AlertEvent> last = new HashMap<>();
        events.forEach(event -> last.put(event.key(), event));
        return linesOf(last.values().stream()
                .filter(event -> event.kind() == AlertEvent.Kind.RAISED)
                .map(AlertEvent::key));
    }

    private static List<String> linesOf(Stream<AlertKey> active) {
        Map<String, Integer> byRule = new TreeMap<>();
        active.forEach(key -> byRule.merge(key.rule(), 1, Integer::sum));
        return byRule.isEmpty()
                ? List.of("No alert is active")
                : Fold.lines(
                        "Alerts active: "
                                + byRule.entrySet().stream()
                                        .map(rule -> rule.getKey() + " " + rule.getValue())
                                        .collect(Collectors.joining(", ")),
                        2);
    }
}
