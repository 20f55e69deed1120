package org.tidemark.streams.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Reading;
import org.tidemark.estimate.Track;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;
import org.tidemark.streams.state.CellStore.Cell;
import org.tidemark.streams.state.CheckpointStore.Folded;
import org.tidemark.wire.Codecs;

class StoresTest {
    private static final EstimateKey CELL = new EstimateKey("DE", "TOTAL", "penetration", "firms.any_use");
    /** Its key begins with the same letters. */
    private static final EstimateKey PART = new EstimateKey("DE-BY", "TOTAL", "penetration", "firms.any_use");

    private static final Instant PUBLISHED = Instant.parse("2024-05-17T23:59:59.999Z");

    private final KeyValueStore<Bytes, byte[]> raw = OpenStore.named("store");

    private static FigureId figure(String source, String period) {
        return new FigureId(new SeriesId("adoption.firms.any_use", "DE", "TOTAL", source), Period.parse(period));
    }

    private static Reading reading(String period, double share) {
        return new Reading(Period.parse(period).midYear(), share, 0.01);
    }

    private static List<ReadingStore.Entry> walked(ReadingStore store, @Nullable Bytes after) {
        List<ReadingStore.Entry> walked = new ArrayList<>();
        store.walk(CELL, after, walked::add);
        return walked;
    }

    private static Bytes place(int at) {
        return ReadingStore.prefix(CELL).number(at).bytes();
    }

    private static Folded folded(int at, double share) {
        Track track = Track.begin(figure("EUROSTAT", "1950"), reading("1950", share));
        return new Folded(place(at), at, PUBLISHED, track, Period.parse("1950"), 0.01);
    }

    @Test
    void readingsComeBackInTheOrderOfTimeLengthAndSource() {
        ReadingStore store = new ReadingStore(raw);
        List<FigureId> inOrder = List.of(
                figure("EUROSTAT", "1950"),
                figure("EUROSTAT", "2022-06-20/2022-07-14"),
                figure("EUROSTAT", "2022"),
                figure("RAMP", "2022"),
                figure("EUROSTAT", "2023"));
        for (int i : new int[] {3, 0, 4, 2, 1}) {
            store.put(
                    CELL,
                    inOrder.get(i),
                    PUBLISHED,
                    new Reading(inOrder.get(i).period().midYear(), 0.1 * i, 0.01));
        }

        assertThat(walked(store, null)).extracting(ReadingStore.Entry::figure).isEqualTo(inOrder);
        assertThat(walked(store, null).get(3).reading())
                .isEqualTo(new Reading(inOrder.get(3).period().midYear(), 0.1 * 3, 0.01));
        assertThat(walked(store, null)).extracting(ReadingStore.Entry::since).containsOnly(PUBLISHED);
    }

    @Test
    void aWalkBeginsBehindAPlace() {
        ReadingStore store = new ReadingStore(raw);
        store.put(CELL, figure("EUROSTAT", "2021"), PUBLISHED, reading("2021", 0.1));
        Bytes second = store.put(CELL, figure("EUROSTAT", "2022"), PUBLISHED, reading("2022", 0.2));
        store.put(CELL, figure("EUROSTAT", "2023"), PUBLISHED, reading("2023", 0.3));

        assertThat(walked(store, second))
                .extracting(ReadingStore.Entry::figure)
                .containsExactly(figure("EUROSTAT", "2023"));
    }

    @Test
    void aReadingOfAnotherCellIsNotSeen() {
        ReadingStore store = new ReadingStore(raw);
        Bytes other = store.put(PART, figure("EUROSTAT", "2021"), PUBLISHED, reading("2021", 0.1));

        assertThat(other).isNotNull();
        assertThat(walked(store, null)).isEmpty();
    }

    @Test
    void whatChangesNothingHasNoPlace() {
        ReadingStore store = new ReadingStore(raw);
        FigureId figure = figure("EUROSTAT", "2021");

        assertThat(store.remove(CELL, figure)).isNull();
        assertThat(store.put(CELL, figure, PUBLISHED, reading("2021", 0.1))).isNotNull();
        assertThat(store.put(CELL, figure, PUBLISHED, reading("2021", 0.1))).isNull();
        assertThat(store.put(CELL, figure, PUBLISHED.plusMillis(1), reading("2021", 0.1)))
                .isNotNull();
        assertThat(store.put(CELL, figure, PUBLISHED, null)).isNotNull();
        assertThat(walked(store, null)).extracting(ReadingStore.Entry::reading).containsOnlyNulls();
        assertThat(store.remove(CELL, figure)).isNotNull();
        assertThat(walked(store, null)).isEmpty();
    }

    @Test
    void aStateComesBackBitForBitAndAllAreOfOneSize() {
        CheckpointStore store = new CheckpointStore(raw);
        store.put(folded(1, 0.2));
        store.put(folded(2, 1));

        assertThat(store.newest(CELL)).contains(folded(2, 1));
        assertThat(store.before(CELL, place(2))).contains(folded(1, 0.2));
        assertThat(store.before(CELL, place(1))).isEmpty();
        assertThat(raw.get(place(1))).hasSameSizeAs(raw.get(place(2)));
    }

    @Test
    void statesFromAPlaceOnAreDroppedInThatCellAlone() {
        CheckpointStore store = new CheckpointStore(raw);
        store.put(folded(1, 0.2));
        store.put(folded(2, 0.3));
        store.put(folded(3, 0.4));
        Folded elsewhere = new Folded(
                ReadingStore.prefix(PART).number(3).bytes(),
                1,
                PUBLISHED,
                folded(3, 0.4).track(),
                Period.parse("2022"),
                0);
        store.put(elsewhere);

        store.dropFrom(CELL, place(2));

        assertThat(store.newest(CELL)).contains(folded(1, 0.2));
        assertThat(store.newest(PART)).contains(elsewhere);
    }

    @Test
    void aCellIsDirtyFromTheFirstPlaceThatChangedUntilItIsSettled() {
        CellStore store = new CellStore(raw);
        store.touch(CELL, "share", place(5));
        store.touch(CELL, "percent", place(2));
        store.touch(CELL, "share", place(9));
        store.touch(PART, "percent", place(1));

        Cell dirty = new Cell(CELL, "percent", place(2));
        assertThat(store.dirty("DE")).containsExactly(dirty);
        store.settle(dirty);
        assertThat(store.dirty("DE")).isEmpty();
        assertThat(store.dirty("DE-BY")).hasSize(1);
    }

    @Test
    void aSettledCellIsDirtyAgainFromTheNextChange() {
        CellStore store = new CellStore(raw);
        store.touch(CELL, "percent", place(2));
        store.settle(store.dirty("DE").get(0));

        store.touch(CELL, "percent", place(7));

        assertThat(store.dirty("DE")).containsExactly(new Cell(CELL, "percent", place(7)));
    }

    @Test
    void completionsAreOfOneSourceInOneEconomy() {
        CompletionStore store = new CompletionStore(raw);
        Instant before1970 = Instant.parse("1960-01-01T00:00:00Z");
        store.put("DE", "RAMP", PUBLISHED);
        store.put("DE", "RAMP", before1970);
        store.put("DE", "RAMP_B", PUBLISHED.plusMillis(1));
        store.put("DE-BY", "RAMP", PUBLISHED.plusMillis(2));

        assertThat(store.of("DE", "RAMP")).containsExactly(before1970, PUBLISHED);
    }

    @Test
    void anEstimateVoidsThoseOfLaterInstantsOfItsCell() {
        EstimateStore store = EstimateStore.reading(raw, Codecs.singleObject());
        for (EstimateKey key : List.of(CELL, PART)) {
            put(estimate(key, PUBLISHED, "before"));
            put(estimate(key, PUBLISHED.plusMillis(9), "taken back"));
        }

        put(estimate(CELL, PUBLISHED.plusMillis(3), "now"));

        assertThat(asOf(store, CELL, PUBLISHED.plusSeconds(1)).model()).isEqualTo("now");
        assertThat(asOf(store, CELL, PUBLISHED.plusMillis(2)).model()).isEqualTo("before");
        assertThat(asOf(store, PART, PUBLISHED.plusSeconds(1)).model()).isEqualTo("taken back");
        assertThat(store.asOf(CELL, PUBLISHED.minusMillis(1))).isNull();
    }

    private static Estimate asOf(EstimateStore store, EstimateKey key, Instant instant) {
        return Objects.requireNonNull(store.asOf(key, instant));
    }

    private void put(Estimate estimate) {
        EstimateStore.put(raw, estimate, Codecs.singleObject().estimates().encode(estimate));
    }

    private static Estimate estimate(EstimateKey key, Instant asOf, String model) {
        return new Estimate(key, asOf, Period.parse("2023"), 1, "", model, "percent", List.of(), null);
    }
}
