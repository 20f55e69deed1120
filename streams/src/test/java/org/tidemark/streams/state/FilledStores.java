package org.tidemark.streams.state;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.tidemark.alert.AlertEvent;
import org.tidemark.alert.AlertState;
import org.tidemark.engine.store.AlertStore;
import org.tidemark.engine.store.EstimateStore;
import org.tidemark.engine.store.FigureStore;
import org.tidemark.engine.store.NewsStore;
import org.tidemark.engine.store.StandingStore;
import org.tidemark.engine.store.StorePlace;
import org.tidemark.engine.table.Table;
import org.tidemark.engine.table.TableReader;
import org.tidemark.engine.table.Tables;
import org.tidemark.engine.table.ValueForm;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.StageOdds;
import org.tidemark.estimate.Term;
import org.tidemark.estimate.Trajectory;
import org.tidemark.estimate.TurningDate;
import org.tidemark.news.News;
import org.tidemark.series.BatchId;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;
import org.tidemark.series.ObservationStatus;
import org.tidemark.series.Period;
import org.tidemark.series.PublicationDate;
import org.tidemark.series.PublishedBasis;
import org.tidemark.series.SeriesId;
import org.tidemark.wire.Codecs;

/** Stores as the topology leaves them, in memory and filled by hand. */
public final class FilledStores implements StoreAccess, Tables {
    public static final String CONCEPT = "firms.any_use";

    private final Map<String, KeyValueStore<Bytes, byte[]>> stores = new TreeMap<>();
    private final Codecs codecs = Codecs.singleObject();
    private boolean moving;

    @Override
    public KeyValueStore<Bytes, byte[]> store(String name) {
        if (moving) {
            throw new StoresUnavailableException("store %s cannot be read in state REBALANCING".formatted(name), null);
        }
        return stores.computeIfAbsent(name, n -> Stores.inMemoryKeyValueStore(n).get());
    }

    /** From now on every store is being moved. */
    public void move() {
        moving = true;
    }

    /** To who asks, the stores of both halves are one. */
    @Override
    public <V> Table<V> table(String name, ValueForm<V> form) {
        String ofPanels = StorePlace.PANELS.of("");
        return KafkaTables.of(store(name.startsWith(ofPanels) ? name.substring(ofPanels.length()) : name), form);
    }

    @Override
    public <V> TableReader<V> reader(String name, ValueForm<V> form) {
        return StoreAccess.super.reader(name, form);
    }

    public void put(Estimate estimate) {
        EstimateStore.put(EstimateStore.table(this, StorePlace.ECONOMIES, codecs), estimate);
    }

    public void put(News news) {
        NewsStore.put(NewsStore.table(this, StorePlace.ECONOMIES, codecs), news);
    }

    public void put(AlertState standing) {
        StandingStore.put(StandingStore.table(this, StorePlace.ECONOMIES, codecs), standing);
    }

    public void put(AlertEvent event) {
        AlertStore.put(AlertStore.table(this, StorePlace.ECONOMIES, codecs), event);
    }

    public void put(Observation observation, boolean conflicting) {
        new FigureStore(this, codecs)
                .put(new FigureStore.Held(
                        observation, conflicting ? FigureStore.Kind.CONFLICTING : FigureStore.Kind.SAID, null));
    }

    /** An estimate in percent with levels around {@code value}, and with a trajectory from four inputs on. */
    public static Estimate estimate(String economy, String sector, String asOf, double value, int inputs) {
        Instant known = PublicationDate.parse(asOf);
        LocalDate day = LocalDate.parse(asOf);
        return new Estimate(
                new EstimateKey(economy, sector, "penetration", CONCEPT),
                known,
                Period.parse(Integer.toString(day.getYear() - 1)),
                inputs,
                inputs == 0 ? "" : "abc123",
                "bank-1",
                "percent",
                inputs == 0 ? List.of() : levels(value),
                inputs < 4 ? null : trajectory());
    }

    /** A contrast of the US in log points with its smallest effect. */
    public static Estimate contrast(String sector, double value) {
        return new Estimate(
                new EstimateKey("US", sector, "displacement.contrast", "postings"),
                PublicationDate.parse("2022-09-07"),
                Period.parse("2022-08-27/2022-09-02"),
                640,
                "abc123",
                "contrast-1",
                "log_points",
                List.of(new HorizonValue(Horizon.P0D, around(value), 0.75)),
                null,
                List.of(
                        new Term("smallest_effect", 5.5, null, null, Term.Basis.ESTIMATED, "log_points", "2.8 se"),
                        Term.unavailable("exposure", "percent", "no exposure of the sector is held")),
                null);
    }

    /** A pooled estimate of Germany in the people's concept, with the drift of its sources. */
    public static Estimate pooled(String sector) {
        return new Estimate(
                new EstimateKey("DE", sector, "penetration.pooled", "people.any_use"),
                PublicationDate.parse("2026-05-31"),
                Period.parse("2026-Q1"),
                7,
                "abc123",
                "pool-1",
                "percent",
                levels(31),
                trajectory(),
                List.of(
                        drift("drift.people.any_use.MICROSOFT_AIEI", 0.5),
                        drift("drift.people.any_use.MICROSOFT_AIEI.since_2026-01-01", -1.5),
                        drift("drift.workers.any_use.RPS", 3),
                        drift("drifting.workers.any_use.RPS", 1)),
                null);
    }

    private static Term drift(String name, double value) {
        return new Term(name, value, 1.0, null, Term.Basis.ESTIMATED, "standard_deviations", "");
    }

    /** A ledger of Germany that gives no number. */
    public static Estimate withheld(String reason) {
        return new Estimate(
                new EstimateKey("DE", "TOTAL", "displacement.ledger", "jobs.firms.any_use"),
                PublicationDate.parse("2025-01-31"),
                Period.parse("2024"),
                3,
                "abc123",
                "ledger-1",
                "percent",
                List.of(),
                null,
                List.of(),
                reason);
    }

    private static List<HorizonValue> levels(double value) {
        return List.of(
                new HorizonValue(Horizon.P0D, around(value), null),
                new HorizonValue(Horizon.NOW, around(value + 1), null));
    }

    private static Banded around(double value) {
        return new Banded(value, value - 1, value + 1, value - 2, value + 2);
    }

    private static Trajectory trajectory() {
        return new Trajectory(
                new Banded(0.5, 0.3, 0.7, 0.2, 0.8),
                3.25,
                new StageOdds(0.25, 0.75, 0),
                List.of(
                        new TurningDate(TurningDate.Turning.MIDPOINT, 0.6, 0.125, 2027.5, 2029.0, 2031.25, 0),
                        new TurningDate(TurningDate.Turning.MIDPOINT, null, 0.25, null, null, null, 0.4)));
    }

    /** A figure of {@code adoption.firms.any_use} from EUROSTAT. */
    public static Observation observation(String economy, String period, @Nullable Double value, String published) {
        SeriesId series = new SeriesId("adoption.firms.any_use", economy, "TOTAL", "EUROSTAT");
        return new Observation(
                new FigureId(series, Period.parse(period)),
                value,
                null,
                "percent",
                PublishedBasis.STATED,
                value == null ? ObservationStatus.MISSING : ObservationStatus.NORMAL,
                new BatchId("EUROSTAT", "release-" + published, PublicationDate.parse(published), "f00d"),
                0,
                Instant.EPOCH,
                null);
    }
}
