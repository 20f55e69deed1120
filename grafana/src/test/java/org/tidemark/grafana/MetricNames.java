package org.tidemark.grafana;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The metrics that an expression of PromQL asks for. */
final class MetricNames {
    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
    private static final Pattern SELECTOR = Pattern.compile("\\{[^}]*}|\\[[^\\]]*]");
    private static final Pattern LABELS =
            Pattern.compile("\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
    private static final Pattern NAME = Pattern.compile("(?<![a-zA-Z0-9_:])[a-zA-Z_:][a-zA-Z0-9_:]*+(?!\\s*\\()");
    private static final Pattern NUMBER_OR_TIME = Pattern.compile("\\b\\d+(\\.\\d+)?([smhdwy]|e[-+]?\\d+)?\\b");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "offset", "bool", "inf", "nan");

    private MetricNames() {}

    static Set<String> in(String expr) {
        String bare = TEXT.matcher(expr).replaceAll("\"\"");
        bare = SELECTOR.matcher(bare).replaceAll(" ");
        bare = LABELS.matcher(bare).replaceAll(" ");
        bare = NUMBER_OR_TIME.matcher(bare).replaceAll(" ");
        Set<String> names = new TreeSet<>();
        Matcher name = NAME.matcher(bare);
        while (name.find()) {
            if (!WORDS.contains(name.group())) {
                names.add(name.group());
            }
        }
        return names;
    }
}
