package org.tidemark.grafana;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which metrics of Tidemark an expression shows for each monitor by itself. */
final class Aggregated {
    private static final Pattern METRIC = Pattern.compile("(?<![a-zA-Z0-9_:])tidemark_[a-z0-9_]+(?![a-zA-Z0-9_:])");
    private static final Pattern AGGREGATION =
            Pattern.compile("(?:max|min|sum|count|avg|quantile|group)\\s*(?:(?:by|without)\\s*\\([^)]*\\)\\s*)?$");
    private static final Pattern LABELS = Pattern.compile("(?:by|without)\\s*$");

    /** These are said of each process. */
    private static final Set<String> OF_PROCESSES = Set.of("tidemark_build_info");

    /** A replay has one process. */
    private static final String OF_REPLAYS = "tidemark_history_";

    private Aggregated() {}

    static List<String> bare(String expr) {
        List<String> bare = new ArrayList<>();
        Matcher metric = METRIC.matcher(expr);
        while (metric.find()) {
            String name = metric.group();
            if (!OF_PROCESSES.contains(name) && !name.startsWith(OF_REPLAYS) && !isWithin(expr, metric.start())) {
                bare.add(name);
            }
        }
        return bare;
    }

    /** Whether one of the brackets that are open at a place is that of an aggregation. */
    private static boolean isWithin(String expr, int place) {
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < place; i++) {
            if (expr.charAt(i) == '(') {
                open.push(i);
            } else if (expr.charAt(i) == ')') {
                open.pop();
            }
        }
        return open.stream()
                .map(at -> expr.substring(0, at))
                .anyMatch(before -> AGGREGATION.matcher(before).find()
                        && !LABELS.matcher(before).find());
    }
}
