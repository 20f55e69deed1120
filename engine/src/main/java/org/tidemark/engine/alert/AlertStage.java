package org.tidemark.engine.alert;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tidemark.alert.AlertEvent;
import org.tidemark.alert.AlertKey;
import org.tidemark.alert.AlertState;
import org.tidemark.alert.AlertTransition;
import org.tidemark.alert.EstimateRule;
import org.tidemark.alert.HeldWatch;
import org.tidemark.alert.Premises;
import org.tidemark.alert.SupportingRelease;
import org.tidemark.catalogue.AlertRule;
import org.tidemark.catalogue.AlertRules;
import org.tidemark.engine.change.Derived;
import org.tidemark.engine.change.InstantApplied;
import org.tidemark.engine.change.Rederived;
import org.tidemark.engine.listen.FlowListener;
import org.tidemark.engine.output.Output;
import org.tidemark.engine.publish.EstimateOutlet;
import org.tidemark.engine.rederive.Rederivation;
import org.tidemark.engine.store.AlertStore;
import org.tidemark.engine.store.DerivationStore;
import org.tidemark.engine.store.EstimateStore;
import org.tidemark.engine.store.JudgementStore;
import org.tidemark.engine.store.LatestEstimateStore;
import org.tidemark.engine.store.StandingStore;
import org.tidemark.engine.store.StorePlace;
import org.tidemark.engine.table.Table;
import org.tidemark.engine.table.Tables;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.judge.Assessment;
import org.tidemark.news.News;
import org.tidemark.wire.Codecs;

/**
 * Raises, clears and retracts alerts on event time. It is told of estimates and their news while an instant is answered,
 * and reads them when it is told that the instant is over: only then are all of them there.
 */
public final class AlertStage implements Derived, EstimateOutlet {
    private static final int RELEASES_TOLD = 3;

    private final AlertRules rules;
    private final Rederivation rederivation;
    private final FlowListener listener;
    private final Consumer<Output> out;
    private final Set<String> remembered = new HashSet<>();
    private final Map<EstimateKey, Estimate> estimates = new TreeMap<>();
    private final Map<EstimateKey, News> news = new TreeMap<>();
    private final Table<AlertState> standings;
    private final Table<AlertEvent> alerts;
    private final EstimateStore history;
    private final DerivationStore derivations;
    private final @Nullable JudgementStore judgements;
    private final LatestEstimateStore latest;

    /**
     * One for a half of the flow.
     *
     * @param judgements null where no releases are judged
     * @param listener is told of each alert that is raised or over
     */
    public AlertStage(
            Tables tables,
            StorePlace place,
            Codecs codecs,
            AlertRules rules,
            @Nullable JudgementStore judgements,
            Rederivation rederivation,
            FlowListener listener,
            Consumer<Output> out) {
        this.rederivation = rederivation;
        this.rules = rules;
        this.judgements = judgements;
        this.listener = listener;
        this.out = out;
        this.derivations = new DerivationStore(tables, place);
        this.standings = StandingStore.table(tables, place, codecs);
        this.alerts = AlertStore.table(tables, place, codecs);
        this.history = EstimateStore.reading(EstimateStore.table(tables, place, codecs));
        this.latest = LatestEstimateStore.reading(tables, place, codecs);
    }

    @Override
    public void take(Estimate estimate) {
        estimates.put(estimate.key(), estimate);
    }

    @Override
    public void take(News told) {
        news.put(told.key(), told);
    }

    /** Reads what was judged, or judged again. */
    public void judged(Assessment judgement, Instant asOf) {
        read(judgement, asOf);
    }

    /** Reads what an instant has changed: only now is all of it there. */
    @Override
    public void applied(InstantApplied applied, Instant at) {
        String releases = releases(applied);
        estimates.values().forEach(estimate -> read(estimate, releases));
        estimates.clear();
        news.clear();
        remember(applied.economy());
    }

    @Override
    public void rederived(Rederived rederived) {
        review().of(rederived, Set.copyOf(estimates.keySet()));
        remembered.add(rederived.economy());
        estimates.clear();
        news.clear();
    }

    /** By which rules an economy is read is noted once: when they change, it is known for which of them. */
    private void remember(String economy) {
        if (rederivation.derivation().isKept() && remembered.add(economy)) {
            review().remember(economy);
        }
    }

    private Review review() {
        Review.Stores stores = new Review.Stores(held(), history, latest, derivations, judgements);
        return new Review(rules, stores, this::takeReviewed);
    }

    private void takeReviewed(AlertTransition step, @Nullable AlertRule rule) {
        if (rule != null) {
            take(step, rule);
        } else {
            StandingStore.put(standings, step.standing());
            step.said().ifPresent(this::say);
        }
    }

    private static String releases(InstantApplied applied) {
        List<String> all = applied.changes().stream()
                .map(c ->
                        SupportingRelease.release(c.batch().source(), c.batch().release()))
                .distinct()
                .sorted()
                .toList();
        String told = all.stream().limit(RELEASES_TOLD).collect(Collectors.joining(", "));
        return all.size() > RELEASES_TOLD ? told + " and " + (all.size() - RELEASES_TOLD) + " more" : told;
    }

    private void read(Estimate estimate, String releases) {
        EstimateKey key = estimate.key();
        for (AlertRule rule : rules.all()) {
            if (rule.watches(key.economy(), key.sector(), key.measure(), key.concept())) {
                AlertKey cell = new AlertKey(rule.id(), key.economy(), key.sector(), key.concept(), "");
                EstimateRule.Update update = new EstimateRule.Update(
                        estimate, EstimateRule.looksBack(rule) ? yearBefore(estimate) : null, news.get(key), releases);
                new EstimateRule(rule, rules.version())
                        .read(held().of(cell), update)
                        .forEach(step -> take(step, rule));
            }
        }
    }

    private @Nullable Estimate yearBefore(Estimate estimate) {
        Instant then = estimate.asOf().atOffset(ZoneOffset.UTC).minusYears(1).toInstant();
        return history.asOf(estimate.key(), then);
    }

    private void read(Assessment judgement, Instant asOf) {
        for (AlertRule rule : rules.all()) {
            if (!rule.condition().kind().isOfEstimates()
                    && rule.watches(judgement.part().economy())) {
                HeldWatch watch = new HeldWatch(rule, rules.version());
                AlertState before = held().standing(watch.key(judgement));
                AlertTransition step = watch.read(before, judgement, asOf);
                // Of the many parts that nothing was ever held of, nothing is kept.
                if (!step.standing().equals(before)
                        && (before.ever() || step.standing().ever())) {
                    take(step, rule);
                }
            }
        }
    }

    private StandingStore held() {
        return StandingStore.reading(standings);
    }

    private void take(AlertTransition read, AlertRule rule) {
        Premises premises = new Premises(rule);
        AlertTransition step = premises.qualify(read)
                ? premises.judged(read, known(premises, read.said().orElseThrow()))
                : read;
        StandingStore.put(standings, step.standing());
        step.said().ifPresent(this::say);
    }

    /** What was known of premises at the instant of an alert, which may be earlier than the newest. */
    private List<Estimate> known(Premises premises, AlertEvent event) {
        List<Estimate> known = new ArrayList<>();
        latest.each(event.key().economy(), newest -> {
            if (premises.areShownBy(newest.key())) {
                Estimate then = history.asOf(newest.key(), event.asOf());
                if (then != null) {
                    known.add(then);
                }
            }
            return true;
        });
        return known;
    }

    private void say(AlertEvent event) {
        AlertStore.put(alerts, event);
        listener.alerted(event);
        out.accept(new Output.Alerted(event));
    }
}
