package org.tidemark.standalone.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tidemark.alert.AlertEvent;
import org.tidemark.alert.AlertKey;
import org.tidemark.alert.Standing;

/** Which alerts are active, in one line. */
public final class ActiveAlerts {
    private ActiveAlerts() {}

    public static String line(List<Standing> standings) {
        return lineOf(standings.stream().filter(Standing::active).map(Standing::key));
    }

    /** The same from all that was raised and is over, those of one economy in their order. */
    public static String lineOfEvents(List<AlertEvent> events) {
        Map<AlertKey, AlertEvent> last = new HashMap<>();
        events.forEach(event -> last.put(event.key(), event));
        return lineOf(last.values().stream()
                .filter(event -> event.kind() == AlertEvent.Kind.RAISED)
                .map(AlertEvent::key));
    }

    private static String lineOf(Stream<AlertKey> active) {
        Map<String, Integer> byRule = new TreeMap<>();
        active.forEach(key -> byRule.merge(key.rule(), 1, Integer::sum));
        return byRule.isEmpty()
                ? "No alert is active"
                : "Alerts active: "
                        + byRule.entrySet().stream()
                                .map(rule -> rule.getKey() + " " + rule.getValue())
                                .collect(Collectors.joining(", "));
    }
}
