package org.tidemark.alert;

import java.util.Locale;
import org.tidemark.catalogue.AlertRule;

/** What is said to people: the rule, the cell, the numbers with their bound, and what moved them. */
final class AlertMessage {
    private final AlertRule rule;
    private final AlertKey key;

    AlertMessage(AlertRule rule, AlertKey key) {
        this.rule = rule;
        this.key = key;
    }

    String raised(RuleEvaluation ground, int releases, String moved) {
        return "%s: %s%s; probability %s, raised at %s by %s%s"
                .formatted(
                        head(),
                        numbers(ground),
                        ground.note().isEmpty() ? "" : ", " + ground.note(),
                        probability(ground.probability()),
                        probability(rule.raise()),
                        releases == 1 ? "1 release" : releases + " releases in a row",
                        movedBy(moved));
    }

    String ended(RuleEvaluation ground, AlertEvent.Kind kind, String moved) {
        String why = kind == AlertEvent.Kind.RETRACTED ? "what it rested on was revised: " : "";
        return ended(
                kind.written(),
                "%s%s; probability %s, cleared at %s%s"
                        .formatted(
                                why,
                                numbers(ground),
                                probability(ground.probability()),
                                probability(rule.clear()),
                                movedBy(moved)));
    }

    String ended(String how, String why) {
        return "%s: %s; %s".formatted(head(), how, why);
    }

    String held(String why) {
        return "%s: %s".formatted(head(), why);
    }

    private String head() {
        StringBuilder head = new StringBuilder(rule.title()).append(", ").append(key.economy());
        if (!key.sector().equals("TOTAL")) {
            head.append(' ').append(key.sector());
        }
        if (!key.concept().isEmpty()) {
            head.append(' ').append(key.concept());
        }
        return key.subject().isEmpty()
                ? head.toString()
                : head.append(' ').append(key.subject()).toString();
    }

    private static String numbers(RuleEvaluation ground) {
        return ground.period() == null ? ground.words() : ground.words() + " in " + ground.period();
    }

    private static String movedBy(String moved) {
        return moved.isEmpty() ? "" : "; moved by " + moved;
    }

    static String probability(double p) {
        return p > 0.995 && p < 1 ? ">0.99" : String.format(Locale.ROOT, "%.2f", p);
    }
}
