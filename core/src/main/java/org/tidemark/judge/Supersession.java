package org.tidemark.judge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.JudgingRules;
import org.tidemark.judge.Assessment.Status;

/**
 * What becomes of the judgements on one indicator, of one source in one economy, by what comes after them. A held release is
 * history once a later one is believed that restates enough to be held against it.
 */
public final class Supersession {
    private final JudgingRules rules;

    public Supersession(JudgingRules rules) {
        this.rules = rules;
    }

    /** Each as it stands by all of them, in the same order: of publication. */
    public List<Assessment> settled(List<Assessment> inOrder) {
        List<Assessment> settled = new ArrayList<>();
        boolean believedLater = false;
        Set<Instant> answered = new HashSet<>();
        for (int i = inOrder.size() - 1; i >= 0; i--) {
            Assessment one = inOrder.get(i);
            if (one.status() == Status.HELD || one.status() == Status.SUPERSEDED) {
                boolean stated = one.isForNewFiguresAlone()
                        && answered.contains(one.part().batch().published());
                settled.add(one.with(believedLater || stated ? Status.SUPERSEDED : Status.HELD, one.reason()));
            } else {
                settled.add(one);
                if (!one.status().isWithheld()) {
                    believedLater |= one.scores().restated() >= rules.figuresMin();
                    answered.addAll(one.scores().answers());
                }
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
    public List<Assessment> asOf(List<Assessment> inOrder, Instant asOf) {
        return settled(inOrder.stream()
                .filter(j -> !j.part().batch().published().isAfter(asOf))
                .map(j -> isAfter(j.decidedAt(), asOf) || isAfter(j.confirmedAt(), asOf) ? undecided(j) : j)
                .toList());
    }

    private static boolean isAfter(@Nullable Instant instant, Instant asOf) {
        return instant != null && instant.isAfter(asOf);
    }

    /** As it was before somebody decided on it, or a later part confirmed it: its findings say what it was held for. */
    private Assessment undecided(Assessment decided) {
        List<CheckResult> out =
                decided.findings().stream().filter(CheckResult::outOfRange).toList();
        Status status = out.isEmpty()
                ? Status.ACCEPTED
                : decided.confirms() >= rules.confirmations() ? Status.CONFIRMED : Status.HELD;
        String why = out.stream().map(decided.scores()::sentence).collect(Collectors.joining("; "));
        return new Assessment(
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
