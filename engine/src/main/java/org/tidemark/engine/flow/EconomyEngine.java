package org.tidemark.engine.flow;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.engine.alert.AlertStage;
import org.tidemark.engine.change.Derived;
import org.tidemark.engine.change.InstantApplied;
import org.tidemark.engine.compose.Beliefs;
import org.tidemark.engine.compose.ComposeStage;
import org.tidemark.engine.compose.Estimators;
import org.tidemark.engine.estimate.PenetrationStage;
import org.tidemark.engine.output.Output;
import org.tidemark.engine.panel.FeedStage;
import org.tidemark.engine.publish.EstimatePublisher;
import org.tidemark.engine.rederive.RederiveStage;
import org.tidemark.engine.rederive.Task;
import org.tidemark.engine.revise.ReviseStage;
import org.tidemark.engine.store.CurrentValues;
import org.tidemark.engine.store.DerivationStore;
import org.tidemark.engine.store.FigureStore;
import org.tidemark.engine.store.JudgementStore;
import org.tidemark.engine.store.LatestEstimateStore;
import org.tidemark.engine.store.RefusedStore;
import org.tidemark.engine.store.StorePlace;
import org.tidemark.engine.table.Tables;
import org.tidemark.engine.validate.FutureGuard;
import org.tidemark.engine.validate.Judged;
import org.tidemark.engine.validate.Received;
import org.tidemark.engine.validate.RefuseStage;
import org.tidemark.engine.validate.ValidateStage;
import org.tidemark.estimate.CeilingPrior;
import org.tidemark.figures.Estimator;
import org.tidemark.judge.Assessment;
import org.tidemark.release.ReleaseOutcome;
import org.tidemark.series.Event;
import org.tidemark.series.Watermark;
import org.tidemark.validate.Validator;

/**
 * The first half: what is said of each economy from its own figures. Validation, release, vintages, screening, estimates,
 * news and alerts are called in this order, each for the whole of an instant before the next. One thread at a time.
 */
public final class EconomyEngine {
    private final EngineParts parts;
    private final Consumer<Output> out;
    private final ValidateStage validate;
    private final RederiveStage rederive;
    private final ReviseStage revise;
    private final RefuseStage refuse;
    private final AlertStage alert;
    private final FeedStage feed;
    private final List<Derived> derived;

    /**
     * One for a partition, as its tables left it.
     *
     * @param guard against what is published after the clock
     * @param clock for that guard and nothing else
     */
    public EconomyEngine(
            EngineParts parts,
            Tables tables,
            Task task,
            FutureGuard guard,
            Supplier<Instant> clock,
            Consumer<Output> out) {
        this.parts = parts;
        this.out = out;
        Catalogue catalogue = parts.catalogue();
        FigureStore figures = new FigureStore(tables, parts.codecs());
        RefusedStore refused = new RefusedStore(tables);
        DerivationStore derivations = new DerivationStore(tables, StorePlace.ECONOMIES);
        CurrentValues values = new CurrentValues(catalogue, figures);
        List<Estimator> estimators = Estimators.of(catalogue);
        feed = new FeedStage(catalogue, out);
        alert = parts.alerts(tables, StorePlace.ECONOMIES, new JudgementStore(tables, parts.codecs()), out);
        EstimatePublisher publisher = new EstimatePublisher(tables, StorePlace.ECONOMIES, parts.codecs(), alert, out);
        PenetrationStage penetration = new PenetrationStage(
                catalogue,
                CeilingPrior.EQUAL,
                values,
                derivations,
                LatestEstimateStore.reading(tables, StorePlace.ECONOMIES, parts.codecs()),
                publisher);
        ComposeStage compose = new ComposeStage(
                StorePlace.ECONOMIES,
                catalogue,
                parts.codecs(),
                tables,
                kept -> Beliefs.cached(values, kept),
                estimators,
                publisher);
        // Composed estimates rest on penetration, alerts on both.
        derived = List.of(penetration, compose, alert, feed);
        refuse = new RefuseStage(refused, out);
        ReviseStage.Stores stores = ReviseStage.Stores.of(tables, parts.codecs(), figures, refused);
        revise = new ReviseStage(catalogue, parts.codecs(), stores, parts.listener(), estimators, new Released());
        rederive = new RederiveStage(
                values, figures, derivations, parts.rederivation(), task, derived, revise::judgeAgain, feed::closed);
        validate = new ValidateStage(new Validator(catalogue), guard, parts.codecs(), clock, new Validated());
    }

    /** Takes one record of the topic of observations. */
    public void accept(Received record) {
        rederive.beforeTheFirst();
        validate.accept(record);
    }

    /** Takes one event that comes without a record. */
    public void accept(Event event) {
        rederive.beforeTheFirst();
        validate.accept(event);
    }

    /** Takes in, without a record, that an instant is over on this partition. */
    public void accept(Watermark closing) {
        rederive.beforeTheFirst();
        validate.accept(closing);
    }

    /** Whether {@link #turn} is to be called until it says no. */
    public boolean begin() {
        return rederive.begin();
    }

    /** Derives a few economies anew that nothing arrives of. Returns whether more are left. */
    public boolean turn() {
        return rederive.turn();
    }

    /** The partition goes elsewhere. */
    public void close() {
        rederive.close();
    }

    private final class Validated implements ValidateStage.Outlet {
        @Override
        public void judged(String economy, Judged judged, Instant at) {
            rederive.before(economy);
            revise.accept(judged, at);
        }

        @Override
        public void closed(Watermark closing, Instant at) {
            feed.closed(closing, at);
        }

        @Override
        public void refused(Output.Refused refused) {
            refuse.accept(refused);
        }
    }

    private final class Released implements ReviseStage.Outlet {
        @Override
        public void applied(InstantApplied applied, Instant at) {
            derived.forEach(one -> one.applied(applied, at));
        }

        @Override
        public void applied(ReleaseOutcome outcome, Instant at) {
            parts.listener().applied(outcome);
            out.accept(new Output.Applied(outcome, at));
        }

        @Override
        public void judged(Assessment judgement, Instant at) {
            parts.listener().judged(judgement);
            out.accept(new Output.Assessed(judgement, at));
            alert.judged(judgement, at);
        }

        @Override
        public void refused(Output.Refused refused) {
            refuse.accept(refused);
        }
    }
}
