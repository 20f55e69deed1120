package org.tidemark.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All rules that alerts are raised by, in the order of their ids. Immutable. */
public final class AlertRules {
    /** No rule, so that nothing is ever raised. */
    public static final AlertRules NONE = new AlertRules(List.of(), "");

    private final List<AlertRule> all;
    private final String version;

    private AlertRules(List<AlertRule> all, String version) {
        this.all = List.copyOf(all);
        this.version = version;
    }

    static AlertRules from(CatalogueFile file, String version) {
        Map<String, AlertRuleText> texts = new TreeMap<>(CatalogueFile.orEmpty(file.rules()));
        List<AlertRule> rules = texts.entrySet().stream()
                .filter(rule -> !rule.getValue().isOff())
                .map(rule -> rule.getValue().rule(rule.getKey()))
                .toList();
        return new AlertRules(rules, rules.isEmpty() ? "" : version);
    }

    /** All of them by id. */
    public List<AlertRule> all() {
        return all;
    }

    /** The rule of an id, if there is one. */
    public Optional<AlertRule> rule(String id) {
        return all.stream().filter(r -> r.id().equals(id)).findFirst();
    }

    /** Hash of the rules as they were written, 16 hexadecimal digits; empty without rules. */
    public String version() {
        return version;
    }
}
