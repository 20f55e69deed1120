package org.tidemark.streams.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Reading;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;
import org.tidemark.streams.state.CellStore.Cell;
import org.tidemark.streams.state.CheckpointStore;
import org.tidemark.streams.state.OpenStore;
import org.tidemark.streams.state.ReadingStore;

/** Folding again from a kept state is folding all of it, bit for bit, and keeps the same states. */
class RefoldProperties {
    private static final EstimateKey CELL = new EstimateKey("DE", "TOTAL", "penetration", "firms.any_use");
    private static final Bytes FIRST_PLACE = Bytes.wrap(new byte[0]);
    private static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");

    /** What is done to one day's figure: given a share, withdrawn (null), or forgotten. */
    record Edit(int day, @Nullable Double share, int since, boolean forgotten) {
        FigureId figure() {
            Period period =
                    Period.day(LocalDate.ofInstant(FIRST, ZoneOffset.UTC).plusDays(day));
            return new FigureId(new SeriesId("adoption.firms.any_use", "DE", "TOTAL", "RAMP"), period);
        }

        @Nullable
        Bytes applyTo(ReadingStore readings) {
            Reading reading =
                    share == null ? null : new Reading(figure().period().midYear(), share, 0.01);
            return forgotten
                    ? readings.remove(CELL, figure())
                    : readings.put(CELL, figure(), FIRST.plusSeconds(since), reading);
        }
    }

    /** One cell with its stores, for one try. */
    static final class Folding {
        private final ReadingStore readings = new ReadingStore(OpenStore.named(ReadingStore.NAME));
        private final KeyValueStore<Bytes, byte[]> kept = OpenStore.named(CheckpointStore.NAME);

        Refold.Result again(Bytes from) {
            return fold(kept, from);
        }

        Refold.Result whole(KeyValueStore<Bytes, byte[]> empty) {
            return fold(empty, FIRST_PLACE);
        }

        private Refold.Result fold(KeyValueStore<Bytes, byte[]> checkpoints, Bytes from) {
            return new Refold(readings, new CheckpointStore(checkpoints)).of(new Cell(CELL, "percent", from));
        }

        /** The first place that the edits changed. */
        @Nullable
        Bytes apply(List<Edit> edits) {
            Bytes first = null;
            for (Edit edit : edits) {
                Bytes at = edit.applyTo(readings);
                first = at != null && (first == null || at.compareTo(first) < 0) ? at : first;
            }
            return first;
        }
    }

    @Property(tries = 60)
    void aRefoldAfterAnyEditsIsTheFoldOfEverything(@ForAll("rounds") List<List<Edit>> rounds) {
        Folding folding = new Folding();
        for (List<Edit> round : rounds) {
            Bytes from = folding.apply(round);
            if (from == null) {
                continue;
            }
            KeyValueStore<Bytes, byte[]> empty = OpenStore.named(CheckpointStore.NAME);

            Refold.Result result = folding.again(from);

            Refold.Result whole = folding.whole(empty);
            assertThat(result.after()).isEqualTo(whole.after());
            assertThat(result.knownAt()).isEqualTo(whole.knownAt());
            assertThat(contents(folding.kept)).isEqualTo(contents(empty));
        }
    }

    @Property(tries = 30)
    void aFoldThatComesOutAsItWasHasNotChanged(@ForAll("rounds") List<List<Edit>> rounds) {
        Folding folding = new Folding();
        rounds.forEach(folding::apply);

        Refold.Result result = folding.again(FIRST_PLACE);

        assertThat(result.changed()).isEqualTo(result.after() != null);
        assertThat(folding.again(FIRST_PLACE).changed()).isFalse();
    }

    private static List<String> contents(KeyValueStore<Bytes, byte[]> store) {
        List<String> contents = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            all.forEachRemaining(e -> contents.add(e.key + "=" + Bytes.wrap(e.value)));
        }
        return contents;
    }

    @Provide
    Arbitrary<List<List<Edit>>> rounds() {
        // The first rounds fill some four stretches of 32 places; the others change a few.
        return Combinators.combine(
                        edit().list().ofSize(140),
                        edit().list().ofMaxSize(5).list().ofMaxSize(5))
                .as((many, few) -> {
                    List<List<Edit>> rounds = new ArrayList<>(List.of(many));
                    rounds.addAll(few);
                    return rounds;
                });
    }

    private static Arbitrary<Edit> edit() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 150),
                        Arbitraries.doubles().between(0, 1).injectNull(0.1),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.of(false, false, false, true))
                .as(Edit::new);
    }
}
