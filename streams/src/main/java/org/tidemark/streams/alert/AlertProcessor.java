package org.tidemark.streams.alert;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.tidemark.alert.AlertEvent;
import org.tidemark.alert.AlertKey;
import org.tidemark.alert.EstimateWatch;
import org.tidemark.alert.HeldWatch;
import org.tidemark.alert.Premises;
import org.tidemark.alert.Standing;
import org.tidemark.alert.Step;
import org.tidemark.alert.Witness;
import org.tidemark.catalogue.AlertRule;
import org.tidemark.catalogue.AlertRules;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.judge.Judgement;
import org.tidemark.news.News;
import org.tidemark.streams.metrics.FlowListener;
import org.tidemark.streams.rederive.Rederivation;
import org.tidemark.streams.rederive.Rederived;
import org.tidemark.streams.revise.InstantApplied;
import org.tidemark.streams.state.AlertStore;
import org.tidemark.streams.state.DerivationStore;
import org.tidemark.streams.state.EstimateStore;
import org.tidemark.streams.state.JudgementStore;
import org.tidemark.streams.state.LatestEstimateStore;
import org.tidemark.streams.state.StandingStore;
import org.tidemark.streams.state.StorePlace;
import org.tidemark.wire.Codecs;

/**
 * Raises, clears and retracts alerts on event time. It is told of estimates and their news while an instant is answered,
 * and reads them when it is told that the instant is over: only then are all of them there.
 */
public final class AlertProcessor implements Processor<Object, Object, AlertKey, byte[]> {
    private static final int RELEASES_TOLD = 3;

    private final StorePlace place;
    private final AlertRules rules;
    private final Codecs codecs;
    private final Rederivation rederivation;
    private final Set<String> remembered = new HashSet<>();
    private final FlowListener listener;
    private final Map<EstimateKey, Estimate> estimates = new TreeMap<>();
    private final Map<EstimateKey, News> news = new TreeMap<>();
    private @Nullable ProcessorContext<AlertKey, byte[]> context;
    private @Nullable KeyValueStore<Bytes, byte[]> standings;
    private @Nullable KeyValueStore<Bytes, byte[]> alerts;
    private @Nullable EstimateStore history;
    private @Nullable DerivationStore derivations;
    private @Nullable JudgementStore judgements;
    private @Nullable LatestEstimateStore latest;

    /**
     * One for a task.
     *
     * @param place of the stores
     * @param listener is told of each alert that is raised or over
     */
    public AlertProcessor(
            StorePlace place, AlertRules rules, Codecs codecs, FlowListener listener, Rederivation rederivation) {
        this.place = place;
        this.rederivation = rederivation;
        this.rules = rules;
        this.codecs = codecs;
        this.listener = listener;
    }

    @Override
    public void init(ProcessorContext<AlertKey, byte[]> context) {
        this.context = context;
        // A task that was given up in the middle of an instant begins it anew.
        estimates.clear();
        news.clear();
        remembered.clear();
        derivations = new DerivationStore(context.getStateStore(place.of(DerivationStore.NAME)));
        judgements = place == StorePlace.ECONOMIES
                ? new JudgementStore(context.getStateStore(JudgementStore.NAME), codecs)
                : null;
        standings = context.getStateStore(place.of(StandingStore.NAME));
        alerts = context.getStateStore(place.of(AlertStore.NAME));
        KeyValueStore<Bytes, byte[]> said = context.getStateStore(place.of(EstimateStore.NAME));
        history = EstimateStore.reading(said, codecs);
        KeyValueStore<Bytes, byte[]> newest = context.getStateStore(place.of(LatestEstimateStore.NAME));
        latest = LatestEstimateStore.reading(newest, codecs);
    }

    @Override
    public void process(Record<Object, Object> record) {
        Object value = record.value();
        if (value instanceof Estimate estimate) {
            estimates.put(estimate.key(), estimate);
        } else if (value instanceof News told) {
            news.put(told.key(), told);
        } else if (value instanceof Judgement judgement) {
            read(judgement, Instant.ofEpochMilli(record.timestamp()));
        } else if (value instanceof InstantApplied applied) {
            String releases = releases(applied);
            estimates.values().forEach(estimate -> read(estimate, releases));
            estimates.clear();
            news.clear();
            remember(applied.economy());
        } else if (value instanceof Rederived rederived) {
            review().of(rederived, Set.copyOf(estimates.keySet()));
            remembered.add(rederived.economy());
            estimates.clear();
            news.clear();
        }
    }

    /** By which rules an economy is read is noted once: when they change, it is known for which of them. */
    private void remember(String economy) {
        if (rederivation.derivation().isKept() && remembered.add(economy)) {
            review().remember(economy);
        }
    }

    private Review review() {
        Review.Stores stores = new Review.Stores(
                held(),
                Objects.requireNonNull(history, "init comes first"),
                Objects.requireNonNull(latest, "init comes first"),
                Objects.requireNonNull(derivations, "init comes first"),
                judgements);
        return new Review(rules, stores, this::takeReviewed);
    }

    private void takeReviewed(Step step, @Nullable AlertRule rule) {
        if (rule != null) {
            take(step, rule);
        } else {
            StandingStore.put(Objects.requireNonNull(standings, "init comes first"), step.standing(), codecs);
            step.said().ifPresent(this::say);
        }
    }

    private static String releases(InstantApplied applied) {
        List<String> all = applied.changes().stream()
                .map(c -> Witness.release(c.batch().source(), c.batch().release()))
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
                EstimateWatch.Update update = new EstimateWatch.Update(
                        estimate, EstimateWatch.looksBack(rule) ? yearBefore(estimate) : null, news.get(key), releases);
                new EstimateWatch(rule, rules.version())
                        .read(held().of(cell), update)
                        .forEach(step -> take(step, rule));
            }
        }
    }

    private @Nullable Estimate yearBefore(Estimate estimate) {
        Instant then = estimate.asOf().atOffset(ZoneOffset.UTC).minusYears(1).toInstant();
        return Objects.requireNonNull(history, "init comes first").asOf(estimate.key(), then);
    }

    private void read(Judgement judgement, Instant asOf) {
        for (AlertRule rule : rules.all()) {
            if (!rule.condition().kind().isOfEstimates()
                    && rule.watches(judgement.part().economy())) {
                HeldWatch watch = new HeldWatch(rule, rules.version());
                Standing before = held().standing(watch.key(judgement));
                Step step = watch.read(before, judgement, asOf);
                // Of the many parts that nothing was ever held of, nothing is kept.
                if (!step.standing().equals(before)
                        && (before.ever() || step.standing().ever())) {
                    take(step, rule);
                }
            }
        }
    }

    private StandingStore held() {
        return StandingStore.reading(Objects.requireNonNull(standings, "init comes first"), codecs);
    }

    private void take(Step read, AlertRule rule) {
        Premises premises = new Premises(rule);
        Step step = premises.qualify(read)
                ? premises.judged(read, known(premises, read.said().orElseThrow()))
                : read;
        StandingStore.put(Objects.requireNonNull(standings, "init comes first"), step.standing(), codecs);
        step.said().ifPresent(this::say);
    }

    /** What was known of premises at the instant of an alert, which may be earlier than the newest. */
    private List<Estimate> known(Premises premises, AlertEvent event) {
        List<Estimate> known = new ArrayList<>();
        Objects.requireNonNull(latest, "init comes first").each(event.key().economy(), newest -> {
            if (premises.areShownBy(newest.key())) {
                Estimate then = Objects.requireNonNull(history).asOf(newest.key(), event.asOf());
                if (then != null) {
                    known.add(then);
                }
            }
            return true;
        });
        return known;
    }

    private void say(AlertEvent event) {
        byte[] kept = codecs.stored().alerts().encode(event);
        AlertStore.put(Objects.requireNonNull(alerts, "init comes first"), event, kept);
        listener.alerted(event);
        Objects.requireNonNull(context, "init comes first")
                .forward(new Record<>(
                        event.key(), codecs.alerts().encode(event), event.asOf().toEpochMilli()));
    }
}
