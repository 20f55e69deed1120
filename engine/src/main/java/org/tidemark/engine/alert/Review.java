package org.tidemark.engine.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tidemark.alert.AlertEvent;
import org.tidemark.alert.AlertKey;
import org.tidemark.alert.AlertReview;
import org.tidemark.alert.AlertState;
import org.tidemark.alert.AlertTransition;
import org.tidemark.alert.HeldWatch;
import org.tidemark.catalogue.AlertRule;
import org.tidemark.catalogue.AlertRules;
import org.tidemark.engine.change.Rederived;
import org.tidemark.engine.store.DerivationStore;
import org.tidemark.engine.store.EstimateStore;
import org.tidemark.engine.store.JudgementStore;
import org.tidemark.engine.store.LatestEstimateStore;
import org.tidemark.engine.store.StandingStore;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.judge.Assessment;
import org.tidemark.version.Cause;

/** The alerts of one economy after something else than a figure has changed: made for that one act, thrown away after it. */
final class Review {
    private final AlertRules rules;
    private final Stores stores;
    private final BiConsumer<AlertTransition, @Nullable AlertRule> out;

    /**
     * What is read.
     *
     * @param judgements null where no releases are judged
     */
    record Stores(
            StandingStore standings,
            EstimateStore history,
            LatestEstimateStore latest,
            DerivationStore derivations,
            @Nullable JudgementStore judgements) {}

    /**
     * One for an economy.
     *
     * @param out takes each step with its rule; null of a rule that is there no more
     */
    Review(AlertRules rules, Stores stores, BiConsumer<AlertTransition, @Nullable AlertRule> out) {
        this.rules = rules;
        this.stores = stores;
        this.out = out;
    }

    /** Reads what is said now by the rules of now. */
    void of(Rederived event, Set<EstimateKey> moved) {
        endWithoutRule(event);
        for (AlertRule rule : rules.all()) {
            boolean changed =
                    !stores.derivations().rule(event.economy(), rule.id()).equals(rule.toString());
            if (rule.condition().kind().isOfEstimates()) {
                readEstimates(rule, changed, event, moved);
            } else if (changed) {
                readHeld(rule, event);
            }
        }
        remember(event.economy());
    }

    /** Notes by which rules the alerts of an economy are read. */
    void remember(String economy) {
        stores.derivations()
                .rules(economy, rules.all().stream().collect(Collectors.toMap(AlertRule::id, AlertRule::toString)));
    }

    private void endWithoutRule(Rederived event) {
        List<AlertState> orphans = new ArrayList<>();
        stores.standings().ofEconomy(event.economy(), standing -> {
            if (standing.active()
                    && rules.rule(standing.key().rule())
                            .filter(r -> watches(r, standing))
                            .isEmpty()) {
                orphans.add(standing);
            }
        });
        orphans.forEach(
                standing -> out.accept(AlertReview.withoutRule(standing, rules.version(), event.since()), null));
    }

    /** Of what is held no measure is asked. */
    private static boolean watches(AlertRule rule, AlertState standing) {
        AlertKey key = standing.key();
        return rule.condition().kind().isOfEstimates()
                ? rule.watches(key.economy(), key.sector(), rule.measure(), key.concept())
                : rule.watches(key.economy());
    }

    private void readEstimates(AlertRule rule, boolean changed, Rederived event, Set<EstimateKey> moved) {
        List<Estimate> watched = new ArrayList<>();
        stores.latest().each(event.economy(), estimate -> {
            EstimateKey key = estimate.key();
            if ((changed || moved.contains(key))
                    && rule.watches(key.economy(), key.sector(), key.measure(), key.concept())) {
                watched.add(estimate);
            }
            return true;
        });
        for (Estimate latest : watched) {
            AlertEvent.Reason reason = moved.contains(latest.key()) ? reason(event.cause()) : AlertEvent.Reason.RULES;
            EstimateKey key = latest.key();
            AlertKey cell = new AlertKey(rule.id(), key.economy(), key.sector(), key.concept(), "");
            new AlertReview(rule, rules.version(), event.since(), reason)
                    .read(
                            stores.standings().of(cell),
                            said(latest),
                            stores.derivations().saidAnew(key))
                    .forEach(step -> out.accept(step, rule));
        }
    }

    private static AlertEvent.Reason reason(Cause cause) {
        return switch (cause) {
            case RULES -> AlertEvent.Reason.RULES;
            case MODEL -> AlertEvent.Reason.MODEL;
            case CATALOGUE -> AlertEvent.Reason.CATALOGUE;
        };
    }

    /** Everything that was said of a cell, of which the latest is the last. */
    private List<Estimate> said(Estimate latest) {
        List<Estimate> said = new ArrayList<>();
        boolean unused = stores.history().between(latest.key(), Instant.EPOCH, latest.asOf(), estimate -> {
            said.add(estimate);
            return true;
        });
        if (said.isEmpty()) {
            said.add(latest);
        }
        return said;
    }

    private void readHeld(AlertRule rule, Rederived event) {
        JudgementStore judgements = stores.judgements();
        if (judgements == null || !rule.watches(event.economy())) {
            return;
        }
        List<Assessment> held = new ArrayList<>();
        judgements.each(event.economy(), judgement -> {
            if (judgement.status() == Assessment.Status.HELD) {
                held.add(judgement);
            }
            return true;
        });
        HeldWatch watch = new HeldWatch(rule, rules.version());
        for (Assessment judgement : held) {
            AlertState before = stores.standings().standing(watch.key(judgement));
            AlertTransition step = watch.read(before, judgement, event.since());
            out.accept(
                    new AlertTransition(step.standing(), step.said().map(e -> e.because(AlertEvent.Reason.RULES))),
                    rule);
        }
    }
}
