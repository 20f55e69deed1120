package org.tidemark.engine.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tidemark.engine.table.Key;
import org.tidemark.engine.table.KeyBuilder;
import org.tidemark.engine.table.Table;
import org.tidemark.engine.table.TableReader;
import org.tidemark.engine.table.TableReaders;
import org.tidemark.engine.table.Tables;
import org.tidemark.engine.table.ValueForm;
import org.tidemark.judge.Assessment;
import org.tidemark.judge.PartId;
import org.tidemark.series.BatchId;
import org.tidemark.wire.Codecs;

/** What was made of each part of a release that could be judged, by economy, source, indicator and publication. */
public final class JudgementStore {
    public static final String NAME = "judgements";

    private final TableReader<Assessment> entries;
    private final @Nullable Table<Assessment> writable;

    /** For the task that owns the table. */
    public JudgementStore(Tables tables, Codecs codecs) {
        this.writable = tables.table(NAME, form(codecs));
        this.entries = writable;
    }

    private JudgementStore(TableReader<Assessment> entries) {
        this.entries = entries;
        this.writable = null;
    }

    /** For queries. */
    public static JudgementStore reading(TableReaders tables, Codecs codecs) {
        return new JudgementStore(tables.reader(NAME, form(codecs)));
    }

    private static ValueForm<Assessment> form(Codecs codecs) {
        return new CodecForm<>(NAME, codecs.stored().judgements());
    }

    public void put(Assessment judgement) {
        Objects.requireNonNull(writable, "opened for reading").put(key(judgement.part()), judgement);
    }

    public void delete(PartId part) {
        Assessment unused =
                Objects.requireNonNull(writable, "opened for reading").delete(key(part));
    }

    public Optional<Assessment> of(PartId part) {
        return Optional.ofNullable(entries.get(key(part)));
    }

    /** All judgements of one indicator of a source in an economy, in order of publication. */
    public List<Assessment> of(String economy, String source, String indicator) {
        List<Assessment> all = new ArrayList<>();
        boolean unused = entries.scan(prefix(economy, source, indicator).key(), entry -> all.add(entry.value()));
        return all;
    }

    /** Those of one economy, or of all when it is null, while the consumer wants more. */
    public void each(@Nullable String economy, Predicate<Assessment> wantsMore) {
        boolean unused = entries.scan(KeyBuilder.ofEconomy(economy), entry -> wantsMore.test(entry.value()));
    }

    private static KeyBuilder prefix(String economy, String source, String indicator) {
        return new KeyBuilder().text(economy).text(source).text(indicator);
    }

    private static Key key(PartId part) {
        BatchId batch = part.batch();
        return prefix(part.economy(), batch.source(), part.indicator())
                .instant(batch.published())
                .text(batch.release())
                .text(batch.load())
                .key();
    }
}
