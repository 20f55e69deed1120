package org.tidemark.engine.store;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Every table of the engine, and in which part of the flow it lies: the one list that topologies and docs read. */
public enum EngineTable {
    /** What has been sent of releases that are not closed yet. */
    PENDING(PendingStore.NAME, SharedStore.INTAKE, 1, StorePlace.ECONOMIES),
    /** Every vintage of every figure. */
    FIGURES(FigureStore.NAME, StorePlace.ECONOMIES),
    /** When each source said all that it stands by. */
    COMPLETIONS(CompletionStore.NAME, SharedStore.INTAKE, 2, StorePlace.ECONOMIES),
    /** What has changed at an instant of which more is to come. */
    INSTANT(InstantStore.NAME, SharedStore.INTAKE, 3, StorePlace.ECONOMIES),
    /** What was made of each part of a release. */
    JUDGEMENTS(JudgementStore.NAME, StorePlace.ECONOMIES),
    /** When each source published last. */
    PUBLICATIONS(PublicationStore.NAME, SharedStore.INTAKE, 4, StorePlace.ECONOMIES),
    /** What was refused already. */
    REFUSED(RefusedStore.NAME, SharedStore.INTAKE, 5, StorePlace.ECONOMIES),
    /** What is believed of the figures of panels. */
    BELIEFS(BeliefStore.NAME, SharedStore.INTAKE, 6, StorePlace.PANELS),
    /** What is believed of the figures that projections are pooled from. */
    POOL_FIGURES(PooledFigureStore.NAME, SharedStore.INTAKE, 9, StorePlace.PANELS),
    /** When each source said what panels and pools hold. */
    PANEL_PUBLICATIONS(PublicationStore.OF_PANELS, SharedStore.INTAKE, 10, StorePlace.PANELS),
    /** Changes that wait for their instant to be over everywhere. */
    PANEL_PENDING(PanelPendingStore.NAME, SharedStore.INTAKE, 7, StorePlace.PANELS),
    /** How far each run of a producer has come on each partition. */
    PANEL_RUNS(RunStore.NAME, SharedStore.INTAKE, 8, StorePlace.PANELS),
    /** What was said first of each period of an estimate. */
    FIRST_SAID(FirstSaidStore.NAME, SharedStore.CELLS, 1, StorePlace.ECONOMIES, StorePlace.PANELS),
    /** With what everything was derived. */
    DERIVATIONS(DerivationStore.NAME, SharedStore.CELLS, 2, StorePlace.ECONOMIES, StorePlace.PANELS),
    /** Every estimate. */
    ESTIMATES(EstimateStore.NAME, StorePlace.ECONOMIES, StorePlace.PANELS),
    /** Why each estimate moved. */
    NEWS(NewsStore.NAME, StorePlace.ECONOMIES, StorePlace.PANELS),
    /** How each alert stands. Mark 3 was that of the latest estimates, which are the last of the estimates now. */
    STANDINGS(StandingStore.NAME, SharedStore.CELLS, 4, StorePlace.ECONOMIES, StorePlace.PANELS),
    /** Projections that wait for their figures. */
    PENDING_PROJECTIONS(PendingProjectionStore.NAME, SharedStore.CELLS, 5, StorePlace.PANELS),
    /** What each projection scored whose figure has come. */
    MATURED_PROJECTIONS(MaturedProjectionStore.NAME, SharedStore.CELLS, 6, StorePlace.PANELS),
    /** Every alert that was told. */
    ALERTS(AlertStore.NAME, StorePlace.ECONOMIES, StorePlace.PANELS),
    /** What was refused, counted, and the newest of it. */
    REJECTIONS(RejectionStore.NAME, StorePlace.REJECTED);

    private static final Map<String, StoreSlot> SLOTS = slots();

    private final String tableName;
    private final @Nullable SharedStore shared;
    private final int mark;
    private final StorePlace place;
    private final @Nullable StorePlace other;

    EngineTable(String tableName, StorePlace place) {
        this(tableName, null, StoreSlot.ALONE, place, null);
    }

    EngineTable(String tableName, StorePlace place, StorePlace other) {
        this(tableName, null, StoreSlot.ALONE, place, other);
    }

    EngineTable(String tableName, SharedStore shared, int mark, StorePlace place) {
        this(tableName, shared, mark, place, null);
    }

    /** One in a store that it shares. A mark is never given to another table: state that was written would be read as its. */
    EngineTable(
            String tableName, @Nullable SharedStore shared, int mark, StorePlace place, @Nullable StorePlace other) {
        this.tableName = tableName;
        this.shared = shared;
        this.mark = mark;
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

    /** The stores of one part of the flow, by name; true for one in which entries come and go. */
    public static SortedMap<String, Boolean> stores(StorePlace place) {
        SortedMap<String, Boolean> stores = new TreeMap<>();
        of(place).forEach(table -> stores.put(table.slot(place).store(), table.shared != null));
        return stores;
    }

    /** Where a table lies that a part of the flow calls so; a name of none is a store's. */
    public static StoreSlot slot(String nameInPlace) {
        return SLOTS.getOrDefault(nameInPlace, StoreSlot.alone(nameInPlace));
    }

    /** Where a table lies in a part of the flow. */
    public StoreSlot slot(StorePlace place) {
        return shared == null ? StoreSlot.alone(in(place)) : new StoreSlot(shared.in(place), mark);
    }

    /** What a table is called in a part of the flow. */
    public String in(StorePlace place) {
        // The first two were always there alone, under names that say where.
        return this == PANEL_PENDING || this == PANEL_RUNS ? tableName : place.of(tableName);
    }

    private static Map<String, StoreSlot> slots() {
        Map<String, StoreSlot> slots = new HashMap<>();
        for (EngineTable table : values()) {
            for (StorePlace place : StorePlace.values()) {
                if (table.place == place || table.other == place) {
                    slots.put(table.in(place), table.slot(place));
                }
            }
        }
        return Map.copyOf(slots);
    }
}
