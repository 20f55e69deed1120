package org.tidemark.engine.flow;

import java.util.List;
import java.util.function.Consumer;
import org.tidemark.engine.alert.AlertStage;
import org.tidemark.engine.compose.Beliefs;
import org.tidemark.engine.compose.ComposeStage;
import org.tidemark.engine.compose.Estimators;
import org.tidemark.engine.output.Output;
import org.tidemark.engine.panel.GatherStage;
import org.tidemark.engine.panel.ProjectionStage;
import org.tidemark.engine.publish.EstimateOutlet;
import org.tidemark.engine.publish.EstimatePublisher;
import org.tidemark.engine.rederive.Task;
import org.tidemark.engine.store.BeliefStore;
import org.tidemark.engine.store.MirroredBeliefs;
import org.tidemark.engine.store.StorePlace;
import org.tidemark.engine.table.Tables;
import org.tidemark.engine.validate.Received;
import org.tidemark.revise.ValueChange;
import org.tidemark.series.Watermark;

/**
 * The second half: what is said of economies together, in one order. It waits until every partition of the first has said
 * that an instant is over. One thread at a time.
 */
public final class PanelEngine {
    private final GatherStage gather;

    /** One for the one partition, as its tables left it. */
    public PanelEngine(EngineParts parts, Tables tables, Task task, Consumer<Output> out) {
        AlertStage alert = parts.alerts(tables, StorePlace.PANELS, null, out);
        EstimatePublisher publisher = new EstimatePublisher(tables, StorePlace.PANELS, parts.codecs(), alert, out);
        ComposeStage compose = new ComposeStage(
                StorePlace.PANELS,
                parts.catalogue(),
                parts.codecs(),
                tables,
                kept -> Beliefs.stored(new MirroredBeliefs(new BeliefStore(tables, StorePlace.PANELS))),
                Estimators.ofPanels(parts.catalogue()),
                publisher);
        ProjectionStage projections = new ProjectionStage(
                parts.catalogue(),
                parts.codecs(),
                tables,
                // No rule reads projections: an alert rests on what is, not on where it goes.
                new EstimatePublisher(tables, StorePlace.PANELS, parts.codecs(), EstimateOutlet.NONE, out));
        gather = new GatherStage(
                parts.catalogue(),
                parts.codecs(),
                tables,
                parts.rederivation(),
                task,
                List.of(compose, alert),
                projections,
                out);
    }

    /** Takes one record of the topic of panels. */
    public void accept(Received record) {
        gather.accept(record);
    }

    /** Takes a change that comes without a topic between. */
    public void accept(ValueChange change) {
        gather.take(change);
    }

    /** Takes in that an instant is over on a partition, without a topic between. */
    public void accept(Watermark closing) {
        gather.close(closing);
    }

    /** Whether {@link #noteFresh} is to be called once records may be written. */
    public boolean begin() {
        return gather.begin();
    }

    public void noteFresh() {
        gather.noteFresh();
    }

    /** The partition goes elsewhere. */
    public void close() {
        gather.close();
    }
}
