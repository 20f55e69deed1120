package org.tidemark.wire;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.Event;
import org.tidemark.series.Observation;
import org.tidemark.series.QuarantineDecision;
import org.tidemark.series.ReleaseEnd;
import org.tidemark.series.Withdrawal;

/** Three kinds of record on one topic, told apart by the schema's fingerprint. */
final class EventCodec implements FingerprintedCodec<Event> {
    private final FingerprintedCodec<Observation> observations;
    private final FingerprintedCodec<ReleaseEnd> closings;
    private final FingerprintedCodec<QuarantineDecision> decisions;
    private final FingerprintedCodec<Withdrawal> withdrawals;
    private final Map<Long, String> names;
    private final Map<String, String> byRecord = new HashMap<>();

    EventCodec(
            FingerprintedCodec<Observation> observations,
            FingerprintedCodec<ReleaseEnd> closings,
            FingerprintedCodec<QuarantineDecision> decisions,
            FingerprintedCodec<Withdrawal> withdrawals,
            Map<String, Schema> present) {
        this.observations = observations;
        this.closings = closings;
        this.decisions = decisions;
        this.withdrawals = withdrawals;
        names = SchemaShelf.namesByFingerprint(present);
        present.forEach((name, schema) -> byRecord.put(schema.getFullName(), name));
    }

    @Override
    public byte[] encode(Event event) {
        if (event instanceof Observation observation) {
            return observations.encode(observation);
        }
        if (event instanceof Withdrawal withdrawal) {
            return withdrawals.encode(withdrawal);
        }
        return event instanceof ReleaseEnd closing
                ? closings.encode(closing)
                : decisions.encode((QuarantineDecision) event);
    }

    @Override
    public Event decode(byte[] bytes, WriterSchemas further) throws UndecodableException {
        long fingerprint = Header.fingerprint(bytes);
        String name = name(fingerprint, further);
        if (name == null) {
            throw Header.unknown(fingerprint, "observation, release_closing, quarantine_decision or withdrawal");
        }
        return switch (name) {
            case "observation" -> observations.decode(bytes, further);
            case "release_closing" -> closings.decode(bytes, further);
            case "withdrawal" -> withdrawals.decode(bytes, further);
            default -> decisions.decode(bytes, further);
        };
    }

    private @Nullable String name(long fingerprint, WriterSchemas further) {
        String name = names.get(fingerprint);
        if (name != null) {
            return name;
        }
        Schema writer = further.byFingerprint(fingerprint);
        return writer == null ? null : byRecord.get(writer.getFullName());
    }
}
