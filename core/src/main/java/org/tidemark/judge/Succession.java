package org.tidemark.judge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.tidemark.catalogue.JudgingRules;
import org.tidemark.judge.Judgement.Status;

/**
 * What becomes of the judgements on one indicator, of one source in one economy, by what comes after them. A held release is
 * history once a later one is believed that restates enough to be held against it.
 */
public final class Succession {
    private final JudgingRules rules;

    public Succession(JudgingRules rules) {
        this.rules = rules;
    }

    /** Each as it stands by all of them, in the same order: of publication. */
    public List<Judgement> settled(List<Judgement> inOrder) {
        List<Judgement> settled = new ArrayList<>();
        boolean believedLater = false;
        for (int i = inOrder.size() - 1; i >= 0; i--) {
            Judgement one = inOrder.get(i);
            if (one.status() == Status.HELD || one.status() == Status.SUPERSEDED) {
                settled.add(one.with(believedLater ? Status.SUPERSEDED : Status.HELD, one.reason()));
            } else {
                settled.add(one);
                believedLater |= !one.status().isWithheld() && one.scores().restated() >= rules.figuresMin();
            }
        }
        Collections.reverse(settled);
        return settled;
    }

    /**
     * Each as it stood at an instant: nothing published later counts, and no later decision.
     *
     * @param inOrder as they stand now, in order of publication
     */
    public List<Judgement> asOf(List<Judgement> inOrder, Instant asOf) {
        return settled(inOrder.stream()
                .filter(j -> !j.part().batch().published().isAfter(asOf))
                .map(j -> j.decidedAt() != null && j.decidedAt().isAfter(asOf) ? undecided(j) : j)
                .toList());
    }

    /** As it was before somebody decided on it: its findings say what it was held for. */
    private Judgement undecided(Judgement decided) {
        List<Finding> out =
                decided.findings().stream().filter(Finding::outOfRange).toList();
        Status status = out.isEmpty()
                ? Status.ACCEPTED
                : decided.confirms() >= rules.confirmations() ? Status.CONFIRMED : Status.HELD;
        String why = out.stream().map(Finding::sentence).collect(Collectors.joining("; "));
        return new Judgement(
                decided.part(),
                decided.scores(),
                decided.findings(),
                status,
                decided.confirms(),
                why,
                decided.effects(),
                null);
    }
}
