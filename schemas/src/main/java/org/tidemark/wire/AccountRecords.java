package org.tidemark.wire;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.tidemark.avro.Rejected;
import org.tidemark.release.Load;
import org.tidemark.release.ReleaseOutcome;
import org.tidemark.release.WithdrawalCount;
import org.tidemark.revise.Outcome;
import org.tidemark.series.BatchId;
import org.tidemark.validate.RejectReason;
import org.tidemark.validate.Rejection;
import org.tidemark.version.SystemNote;

/** Rejections, loads and outcomes between core and Avro: what is needed to account for every figure. */
final class AccountRecords {
    private AccountRecords() {}

    static Rejected toRecord(Rejection r) {
        return new Rejected(
                r.reason().name(),
                r.detail(),
                r.place(),
                r.source(),
                r.economy(),
                r.release(),
                r.published(),
                ByteBuffer.wrap(r.original()),
                r.load(),
                r.record(),
                r.id());
    }

    static Rejection fromRecord(Rejected r) {
        ByteBuffer bytes = r.getOriginal().duplicate();
        byte[] original = new byte[bytes.remaining()];
        bytes.get(original);
        return new Rejection(
                RejectReason.valueOf(r.getReason()),
                r.getDetail(),
                r.getPlace(),
                r.getSource(),
                r.getEconomy(),
                r.getRelease(),
                r.getPublished(),
                original,
                r.getLoad(),
                r.getRecord(),
                r.getId());
    }

    static org.tidemark.avro.Load toRecord(Load l) {
        return new org.tidemark.avro.Load(
                l.source(),
                l.load(),
                l.file(),
                l.format(),
                l.filed(),
                l.closed(),
                l.read(),
                l.sent(),
                new TreeMap<>(l.skipped()),
                named(l.rejected()),
                new ArrayList<>(l.economies()),
                l.series() == null ? null : new ArrayList<>(l.series()),
                l.coveredSince() == null ? null : new TreeMap<>(l.coveredSince()));
    }

    static Load fromRecord(org.tidemark.avro.Load r) {
        Load load = new Load(
                r.getSource(),
                r.getLoad(),
                r.getFile(),
                r.getFormat(),
                r.getFiled(),
                r.getClosed(),
                r.getSent(),
                new TreeMap<>(r.getSkipped()),
                keyed(r.getRejected(), RejectReason::valueOf),
                new TreeSet<>(r.getEconomies()),
                r.getSeries() == null ? null : new TreeSet<>(r.getSeries()),
                r.getCoveredSince() == null ? null : new TreeMap<>(r.getCoveredSince()));
        if (load.read() != r.getRead()) {
            throw new IllegalArgumentException("read %d, but sent, skipped and rejected make %d; count each once"
                    .formatted(r.getRead(), load.read()));
        }
        return load;
    }

    static org.tidemark.avro.ReleaseOutcome toRecord(ReleaseOutcome o) {
        return new org.tidemark.avro.ReleaseOutcome(
                o.economy(),
                o.batch().source(),
                o.batch().release(),
                o.batch().published(),
                o.batch().load(),
                o.sent(),
                named(o.outcomes()),
                named(o.rejected()),
                o.withdrawnByAbsence(),
                o.takenBack().stream().map(AccountRecords::toRecord).toList());
    }

    static ReleaseOutcome fromRecord(org.tidemark.avro.ReleaseOutcome r) {
        return new ReleaseOutcome(
                r.getEconomy(),
                new BatchId(r.getSource(), r.getRelease(), r.getPublished(), r.getLoad()),
                r.getSent(),
                keyed(r.getOutcomes(), Outcome::valueOf),
                keyed(r.getRejected(), RejectReason::valueOf),
                r.getWithdrawnByAbsence(),
                r.getTakenBack().stream().map(AccountRecords::fromRecord).toList());
    }

    private static org.tidemark.avro.TakenBack toRecord(WithdrawalCount t) {
        return new org.tidemark.avro.TakenBack(
                t.release(), t.load(), t.outcome().name(), t.count());
    }

    private static WithdrawalCount fromRecord(org.tidemark.avro.TakenBack r) {
        return new WithdrawalCount(r.getRelease(), r.getLoad(), Outcome.valueOf(r.getOutcome()), r.getCount());
    }

    private static <K extends Enum<K>, V> Map<String, V> named(SortedMap<K, V> counts) {
        Map<String, V> named = new TreeMap<>();
        counts.forEach((key, count) -> named.put(key.name(), count));
        return named;
    }

    private static <K extends Enum<K>, V> SortedMap<K, V> keyed(Map<String, V> counts, Function<String, K> key) {
        SortedMap<K, V> keyed = new TreeMap<>();
        counts.forEach((name, count) -> keyed.put(key.apply(name), count));
        return keyed;
    }

    static org.tidemark.avro.SystemNote toRecord(SystemNote n) {
        return new org.tidemark.avro.SystemNote(n.name(), n.at(), n.values());
    }

    static SystemNote fromRecord(org.tidemark.avro.SystemNote r) {
        return SystemNote.of(r.getName(), r.getAt(), r.getValues());
    }
}
