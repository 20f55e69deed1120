package org.tidemark.engine.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tidemark.engine.table.Entry;
import org.tidemark.engine.table.Key;
import org.tidemark.engine.table.KeyBuilder;
import org.tidemark.engine.table.Table;
import org.tidemark.engine.table.TableReader;
import org.tidemark.engine.table.TableReaders;
import org.tidemark.engine.table.Tables;
import org.tidemark.engine.table.ValueForm;
import org.tidemark.revise.Outcome;
import org.tidemark.revise.Vintage;
import org.tidemark.series.BatchId;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;
import org.tidemark.series.Period;
import org.tidemark.series.Withdrawal;
import org.tidemark.wire.Codecs;

/** Every vintage of every figure: one entry for each (economy, source, indicator, sector, period, published). */
public final class FigureStore {
    public static final String NAME = "figures";

    private final TableReader<Held> entries;
    private final @Nullable Table<Held> writable;

    /** For the task that owns the table. */
    public FigureStore(Tables tables, Codecs codecs) {
        this.writable = tables.table(NAME, form(codecs));
        this.entries = writable;
    }

    private FigureStore(TableReader<Held> entries) {
        this.entries = entries;
        this.writable = null;
    }

    /** For queries. */
    public static FigureStore reading(TableReaders tables, Codecs codecs) {
        return new FigureStore(tables.reader(NAME, form(codecs)));
    }

    private Table<Held> writable() {
        return Objects.requireNonNull(writable, "opened for reading");
    }

    static ValueForm<Held> form(Codecs codecs) {
        return new VintageValues(codecs.stored().events());
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
        REFUSED(3),
        /** What the source said in a release that is held: kept, and not believed. */
        HELD(4),
        /** What was said and withdrawn by hand: it counts until then. Lies beside what counts at that instant. */
        WITHDRAWN(5),
        /** The other side of a conflict, or the same from another file: counts if the other is withdrawn by hand. */
        BESIDE(6);

        private static final Kind[] KINDS = values();

        final byte stored;

        Kind(int stored) {
            this.stored = (byte) stored;
        }

        static Kind of(byte stored) {
            for (Kind kind : KINDS) {
                if (kind.stored == stored) {
                    return kind;
                }
            }
            throw new IllegalStateException(
                    "store %s holds a vintage of kind %d, which this program does not know".formatted(NAME, stored));
        }

        /** Whether it lies beside what counts at its instant. */
        boolean isAside() {
            return this == WITHDRAWN || this == BESIDE;
        }

        boolean givesWay() {
            return this == ABSENT || this == REFUSED;
        }
    }

    /**
     * One vintage as it was received.
     *
     * @param counted what its release counted it as; null when nobody counted it, or an older program did
     * @param withdrawal the word that it counts no longer; null of all others
     */
    public record Held(Observation observation, Kind kind, @Nullable Outcome counted, @Nullable Withdrawal withdrawal) {
        public Held(Observation observation, Kind kind, @Nullable Outcome counted) {
            this(observation, kind, counted, null);
        }

        /** Whether it lies beside what counts at its instant. */
        public boolean isAside() {
            return kind.isAside();
        }

        /** Whether its release is held, so that it is not believed. */
        public boolean isHeld() {
            return kind == Kind.HELD;
        }

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
        boolean unused = entries.scan(FigureKeys.figureKey(figure).key(), entry -> held.add(entry.value()));
        return held;
    }

    /** The figures of the same series whose periods come before, the nearest first, while the predicate wants more. */
    public void figuresBefore(FigureId figure, Predicate<List<Held>> wantsMore) {
        FigureGroups groups = new FigureGroups(group -> {
            Collections.reverse(group);
            return wantsMore.test(values(group));
        });
        boolean unused = groups.end(entries.reverseRange(
                FigureKeys.seriesKey(figure.series()).key(),
                FigureKeys.figureKey(figure).key(),
                groups));
    }

    /** The figures of the same series whose periods come after, the nearest first, while the predicate wants more. */
    public void figuresAfter(FigureId figure, Predicate<List<Held>> wantsMore) {
        Period period = figure.period();
        Key behind = FigureKeys.seriesKey(figure.series())
                .day(period.start())
                .day(period.end().plusDays(1))
                .key();
        FigureGroups groups = new FigureGroups(group -> wantsMore.test(values(group)));
        boolean unused = groups.end(entries.range(
                behind, FigureKeys.seriesKey(figure.series()).key().end(), groups));
    }

    /** The figures of which a release has said something in an economy, withdrawn or not. */
    public List<FigureId> figuresOf(String economy, BatchId batch) {
        List<FigureId> found = new ArrayList<>();
        byte[] instant = new KeyBuilder().instant(batch.published()).key().bytes();
        boolean unused =
                walk(new KeyBuilder().text(economy).text(batch.source()).key(), group -> {
                    if (group.stream().anyMatch(entry -> FigureKeys.isAt(entry.key(), instant))
                            && values(group).stream()
                                    .anyMatch(h -> h.observation().batch().equals(batch))) {
                        found.add(group.get(0).value().observation().figure());
                    }
                    return true;
                });
        return found;
    }

    /** Lays a statement beside what counts at its instant: withdrawn by that word, or the other side of a conflict. */
    public void putAside(Observation said, @Nullable Withdrawal word) {
        Kind kind = word == null ? Kind.BESIDE : Kind.WITHDRAWN;
        writable().put(FigureKeys.asideKey(said), new Held(said, kind, null, word));
    }

    /** Takes up what was laid beside. */
    public void takeUp(Observation said) {
        Held unused = writable().delete(FigureKeys.asideKey(said));
    }

    public void put(Held held) {
        Observation vintage = held.observation();
        writable().put(FigureKeys.vintageKey(vintage.figure(), vintage.published()), held);
    }

    /** Forgets that a complete release left a figure out. */
    public void forget(FigureId figure, Instant published) {
        Held unused = writable().delete(FigureKeys.vintageKey(figure, published));
    }

    /** Every figure of one indicator of a source in an economy, with its vintages. */
    public void figuresOf(String economy, String source, String indicator, Consumer<List<Held>> each) {
        boolean unused =
                walk(new KeyBuilder().text(economy).text(source).text(indicator).key(), group -> {
                    each.accept(values(group));
                    return true;
                });
    }

    /**
     * The figures of one source in one economy of which nothing is held at an instant, with their vintages. Most figures
     * are told by every release, so the others are found by their keys and only they are decoded.
     *
     * @param mute releases that are withdrawn by hand as a whole: what they say is as if they had not
     */
    public void figuresSilentAt(
            String economy, String source, Instant published, Predicate<BatchId> mute, Consumer<List<Held>> each) {
        byte[] instant = new KeyBuilder().instant(published).key().bytes();
        boolean unused = walk(new KeyBuilder().text(economy).text(source).key(), group -> {
            if (group.stream().noneMatch(entry -> speaksAt(entry, instant, mute))) {
                each.accept(values(group));
            }
            return true;
        });
    }

    /**
     * Every figure of one economy with its vintages, or of all economies when it is null, while the consumer wants more;
     * nothing that was refused. Returns false when it did not.
     */
    public boolean figuresWhile(@Nullable String economy, Predicate<List<Held>> wantsMore) {
        return walk(KeyBuilder.ofEconomy(economy), group -> {
            List<Held> shown = values(group).stream()
                    .filter(h -> h.kind() != Kind.REFUSED && h.kind() != Kind.BESIDE)
                    .toList();
            return shown.isEmpty() || wantsMore.test(shown);
        });
    }

    /** The economies of which anything is stored. */
    public SortedSet<String> economies() {
        SortedSet<String> economies = new TreeSet<>();
        Key from = Key.EMPTY;
        boolean atEnd = false;
        while (!atEnd) {
            atEnd = entries.range(from, null, entry -> !economies.add(FigureKeys.economy(entry.key())));
            from = atEnd ? from : FigureKeys.behind(economies.last());
        }
        return economies;
    }

    private static boolean speaksAt(Entry<Held> entry, byte[] instant, Predicate<BatchId> mute) {
        return FigureKeys.isAt(entry.key(), instant)
                && (!FigureKeys.isAside(entry.key())
                        || !mute.test(entry.value().observation().batch()));
    }

    /** The figures that a complete release of one source in one economy has left out at an instant. */
    public List<FigureId> figuresAbsentAt(String economy, String source, Instant published) {
        List<FigureId> found = new ArrayList<>();
        byte[] instant = new KeyBuilder().instant(published).key().bytes();
        boolean unused = walk(new KeyBuilder().text(economy).text(source).key(), group -> {
            group.stream()
                    .filter(entry -> FigureKeys.isAt(entry.key(), instant)
                            && entry.value().kind() == Kind.ABSENT)
                    .forEach(entry -> found.add(entry.value().observation().figure()));
            return true;
        });
        return found;
    }

    /** Walks the entries figure by figure. */
    private boolean walk(Key prefix, Predicate<List<Entry<Held>>> wantsMore) {
        FigureGroups groups = new FigureGroups(wantsMore);
        return groups.end(entries.scan(prefix, groups));
    }

    private static List<Held> values(List<Entry<Held>> group) {
        List<Held> values = new ArrayList<>(group.size());
        for (Entry<Held> entry : group) {
            values.add(entry.value());
        }
        return values;
    }
}
