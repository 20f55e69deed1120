package org.tidemark.standalone.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tidemark.alert.Standing;

/** Which alerts are active, in one line. */
public final class ActiveAlerts {
    private ActiveAlerts() {}

    public static String line(List<Standing> standings) {
        Map<String, Integer> byRule = new TreeMap<>();
        standings.stream()
                .filter(Standing::active)
                .forEach(s -> byRule.merge(s.key().rule(), 1, Integer::sum));
        return byRule.isEmpty()
                ? "No alert is active"
                : "Alerts active: "
                        + byRule.entrySet().stream()
                                .map(rule -> rule.getKey() + " " + rule.getValue())
                                .collect(Collectors.joining(", "));
    }
}
