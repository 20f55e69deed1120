package org.tidemark.streams.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;
import org.tidemark.revise.FigureHistory;
import org.tidemark.revise.Vintage;
import org.tidemark.series.Event;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;
import org.tidemark.wire.Codec;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.UndecodableException;

/** Every vintage of every figure: one entry for each (economy, source, indicator, sector, period, published). */
public final class FigureStore {
    public static final String NAME = "figures";

    private final ReadOnlyKeyValueStore<Bytes, byte[]> entries;
    private final @Nullable KeyValueStore<Bytes, byte[]> writable;
    private final Codec<Event> codec;

    /** For the task that owns the store. */
    public FigureStore(KeyValueStore<Bytes, byte[]> entries, Codecs codecs) {
        this.entries = entries;
        this.writable = entries;
        this.codec = codecs.events();
    }

    private FigureStore(ReadOnlyKeyValueStore<Bytes, byte[]> entries, Codecs codecs) {
        this.entries = entries;
        this.writable = null;
        this.codec = codecs.events();
    }

    /** For queries. */
    public static FigureStore reading(ReadOnlyKeyValueStore<Bytes, byte[]> entries, Codecs codecs) {
        return new FigureStore(entries, codecs);
    }

    /** What a vintage is. */
    public enum Kind {
        /** What the source said. */
        SAID(0),
        /** The source said two things at that instant; the one received last is kept. */
        CONFLICTING(1),
        /** A complete release left the figure out: withdrawn. Gives way to whatever is said at that instant. */
        ABSENT(2),
        /** A complete release said something that was refused: neither believed nor absent. Gives way likewise. */
        REFUSED(3);

        private final byte stored;

        Kind(int stored) {
            this.stored = (byte) stored;
        }

        static Kind of(byte stored) {
            return Arrays.stream(values())
                    .filter(k -> k.stored == stored)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "store %s holds a vintage of kind %d, which this program does not know"
                                    .formatted(NAME, stored)));
        }

        boolean givesWay() {
            return this == ABSENT || this == REFUSED;
        }
    }

    /** One vintage as it was received. */
    public record Held(Observation observation, Kind kind) {
        public boolean conflicting() {
            return kind == Kind.CONFLICTING;
        }

        /** Whether it is of that instant and stays when something is said at that instant. */
        public boolean firmAt(Instant published) {
            return !kind.givesWay() && isAt(published);
        }

        public boolean isAt(Instant published) {
            return observation.published().equals(published);
        }

        public Vintage vintage() {
            return new Vintage(
                    observation.published(),
                    conflicting() ? null : observation.value(),
                    conflicting() ? null : observation.standardError(),
                    conflicting());
        }
    }

    public List<Held> vintages(FigureId figure) {
        List<Held> held = new ArrayList<>();
        scan(figureKey(figure).bytes(), held::add);
        return held;
    }

    /** What was said of a figure and may be believed. */
    public static FigureHistory history(List<Held> vintages) {
        return FigureHistory.of(vintages.stream()
                .filter(h -> h.kind() != Kind.REFUSED)
                .map(Held::vintage)
                .toList());
    }

    public void put(Observation vintage, Kind kind) {
        byte[] encoded = codec.encode(vintage);
        byte[] value = new byte[encoded.length + 1];
        value[0] = kind.stored;
        System.arraycopy(encoded, 0, value, 1, encoded.length);
        Objects.requireNonNull(writable, "opened for reading")
                .put(vintageKey(vintage.figure(), vintage.published()), value);
    }

    /** Every figure of one source in one economy with its vintages, in the order of the keys. */
    public void figuresOf(String economy, String source, Consumer<List<Held>> each) {
        grouped(new StoreKey().text(economy).text(source).bytes(), each);
    }

    /** Every figure of one economy with its vintages, or of all economies when it is null; nothing that was refused. */
    public void figures(@Nullable String economy, Consumer<List<Held>> each) {
        grouped(economy == null ? null : new StoreKey().text(economy).bytes(), held -> {
            List<Held> shown =
                    held.stream().filter(h -> h.kind() != Kind.REFUSED).toList();
            if (!shown.isEmpty()) {
                each.accept(shown);
            }
        });
    }

    private void grouped(@Nullable Bytes prefix, Consumer<List<Held>> each) {
        List<Held> group = new ArrayList<>();
        scan(prefix, held -> {
            if (!group.isEmpty()
                    && !group.get(0)
                            .observation()
                            .figure()
                            .equals(held.observation().figure())) {
                each.accept(List.copyOf(group));
                group.clear();
            }
            group.add(held);
        });
        if (!group.isEmpty()) {
            each.accept(group);
        }
    }

    private void scan(@Nullable Bytes prefix, Consumer<Held> each) {
        try (KeyValueIterator<Bytes, byte[]> range =
                prefix == null ? entries.all() : entries.prefixScan(prefix, new BytesSerializer())) {
            while (range.hasNext()) {
                KeyValue<Bytes, byte[]> entry = range.next();
                each.accept(held(entry.value));
            }
        }
    }

    private Held held(byte[] value) {
        try {
            byte[] encoded = Arrays.copyOfRange(value, 1, value.length);
            return new Held((Observation) codec.decode(encoded), Kind.of(value[0]));
        } catch (UndecodableException e) {
            throw new IllegalStateException("store " + NAME + " holds what this program did not write", e);
        }
    }

    private static StoreKey figureKey(FigureId figure) {
        return new StoreKey()
                .text(figure.series().economy())
                .text(figure.series().source())
                .text(figure.series().indicator())
                .text(figure.series().sector())
                .day(figure.period().start())
                .day(figure.period().end());
    }

    private static Bytes vintageKey(FigureId figure, Instant published) {
        return figureKey(figure).instant(published).bytes();
    }
}
