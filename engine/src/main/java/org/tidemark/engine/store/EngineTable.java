package org.tidemark.engine.store;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every table of the engine, and in which part of the flow it lies: the one list that topologies and docs read. */
public enum EngineTable {
    /** What has been sent of releases that are not closed yet. */
    PENDING(PendingStore.NAME, StorePlace.ECONOMIES),
    /** Every vintage of every figure. */
    FIGURES(FigureStore.NAME, StorePlace.ECONOMIES),
    /** When each source said all that it stands by. */
    COMPLETIONS(CompletionStore.NAME, StorePlace.ECONOMIES),
    /** What has changed at an instant of which more is to come. */
    INSTANT(InstantStore.NAME, StorePlace.ECONOMIES),
    /** What was made of each part of a release. */
    JUDGEMENTS(JudgementStore.NAME, StorePlace.ECONOMIES),
    /** When each source published last. */
    PUBLICATIONS(PublicationStore.NAME, StorePlace.ECONOMIES),
    /** What was refused already. */
    REFUSED(RefusedStore.NAME, StorePlace.ECONOMIES),
    /** What is believed of the figures of panels. */
    BELIEFS(BeliefStore.NAME, StorePlace.PANELS),
    /** Changes that wait for their instant to be over everywhere. */
    PANEL_PENDING(PanelPendingStore.NAME, StorePlace.PANELS),
    /** How far each run of a producer has come on each partition. */
    PANEL_RUNS(RunStore.NAME, StorePlace.PANELS),
    /** What was said first of each period of an estimate. */
    FIRST_SAID(FirstSaidStore.NAME, StorePlace.ECONOMIES, StorePlace.PANELS),
    /** With what everything was derived. */
    DERIVATIONS(DerivationStore.NAME, StorePlace.ECONOMIES, StorePlace.PANELS),
    /** Every estimate. */
    ESTIMATES(EstimateStore.NAME, StorePlace.ECONOMIES, StorePlace.PANELS),
    /** The latest estimate of each cell. */
    LATEST(LatestEstimateStore.NAME, StorePlace.ECONOMIES, StorePlace.PANELS),
    /** Why each estimate moved. */
    NEWS(NewsStore.NAME, StorePlace.ECONOMIES, StorePlace.PANELS),
    /** How each alert stands. */
    STANDINGS(StandingStore.NAME, StorePlace.ECONOMIES, StorePlace.PANELS),
    /** Every alert that was told. */
    ALERTS(AlertStore.NAME, StorePlace.ECONOMIES, StorePlace.PANELS),
    /** What was refused, counted, and the newest of it. */
    REJECTIONS(RejectionStore.NAME, StorePlace.REJECTED);

    private final String tableName;
    private final StorePlace place;
    private final @Nullable StorePlace other;

    EngineTable(String tableName, StorePlace place) {
        this(tableName, place, null);
    }

    EngineTable(String tableName, StorePlace place, @Nullable StorePlace other) {
        this.tableName = tableName;
        this.place = place;
        this.other = other;
    }

    /** Whether a part of the flow has a table of a name. */
    public static boolean isIn(StorePlace place, String tableName) {
        return of(place).stream().anyMatch(table -> table.tableName.equals(tableName));
    }

    /** The tables of one part of the flow. */
    public static List<EngineTable> of(StorePlace place) {
        return Arrays.stream(values())
                .filter(table -> table.place == place || table.other == place)
                .toList();
    }

    /** What a table is called in a part of the flow. */
    public String in(StorePlace place) {
        // The first two were always there alone, under names that say where.
        return this == PANEL_PENDING || this == PANEL_RUNS ? tableName : place.of(tableName);
    }
}
