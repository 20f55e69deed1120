package org.tidemark.engine.store;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tidemark.engine.store.FigureStore.Held;
import org.tidemark.engine.store.FigureStore.Kind;
import org.tidemark.engine.table.Key;
import org.tidemark.engine.table.ValueForm;
import org.tidemark.series.Event;
import org.tidemark.series.Observation;
import org.tidemark.series.Withdrawal;
import org.tidemark.wire.Codec;
import org.tidemark.wire.UndecodableException;

/** The values of {@link FigureStore}: a byte of kind and outcome, then the observation; beside it the word that withdrew it. */
final class VintageValues implements ValueForm<Held> {
    private final Codec<Event> codec;

    VintageValues(Codec<Event> codec) {
        this.codec = codec;
    }

    @Override
    public byte[] encode(Held held) {
        if (held.isAside()) {
            return aside(held.observation(), held.withdrawal());
        }
        byte[] encoded = codec.encode(held.observation());
        byte[] value = new byte[encoded.length + 1];
        value[0] = VintageMark.of(held);
        System.arraycopy(encoded, 0, value, 1, encoded.length);
        return value;
    }

    /** A statement that lies beside what counts: withdrawn by that word, or the other side of a conflict. */
    private byte[] aside(Observation said, @Nullable Withdrawal word) {
        byte[] withdrawal = word == null ? new byte[0] : codec.encode(word);
        byte[] encoded = codec.encode(said);
        ByteBuffer value = ByteBuffer.allocate(1 + Integer.BYTES + withdrawal.length + encoded.length);
        value.put((word == null ? Kind.BESIDE : Kind.WITHDRAWN).stored)
                .putInt(withdrawal.length)
                .put(withdrawal)
                .put(encoded);
        return value.array();
    }

    @Override
    public Held decode(Key key, byte[] value) {
        try {
            Kind kind = VintageMark.kind(value[0]);
            if (kind.isAside()) {
                return aside(kind, ByteBuffer.wrap(value, 1, value.length - 1));
            }
            Observation said = (Observation) codec.decode(Arrays.copyOfRange(value, 1, value.length));
            return new Held(said, kind, VintageMark.counted(value[0]));
        } catch (UndecodableException e) {
            throw CodecForm.strange(FigureStore.NAME, e);
        }
    }

    private Held aside(Kind kind, ByteBuffer value) throws UndecodableException {
        byte[] withdrawal = new byte[value.getInt()];
        value.get(withdrawal);
        byte[] said = new byte[value.remaining()];
        value.get(said);
        Withdrawal word = withdrawal.length == 0 ? null : (Withdrawal) codec.decode(withdrawal);
        return new Held((Observation) codec.decode(said), kind, null, word);
    }
}
