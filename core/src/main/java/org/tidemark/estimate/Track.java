package org.tidemark.estimate;

import java.nio.ByteBuffer;
import org.tidemark.series.FigureId;

/**
 * All that is carried from figure to figure of one cell: what a checkpoint stores. A pure function of the ordered
 * figures, so a replay from any checkpoint gives the same bytes as the whole.
 *
 * @param bank what the filters believe
 * @param past where the level was believed to be before
 * @param inputs hash of the figures so far
 */
public record Track(BankState bank, LevelTrace past, InputsHash inputs) {
    public Track {
        if (past.size() == 0 || past.time(past.size() - 1) != bank.time()) {
            throw new IllegalArgumentException(
                    "trace of %d points does not end at %s, the time of the bank; append figures, do not assemble"
                            .formatted(past.size(), bank.time()));
        }
    }

    /** The track of a first figure. */
    public static Track begin(FigureId figure, Reading first) {
        return of(FilterBank.begin(first), LevelTrace.NONE, InputsHash.NONE.append(figure, first));
    }

    /**
     * The track after one more figure.
     *
     * @throws IllegalArgumentException when {@code next} is earlier than the newest so far
     */
    public Track append(FigureId figure, Reading next) {
        return of(FilterBank.update(bank, next), past, inputs.append(figure, next));
    }

    private static Track of(BankState bank, LevelTrace before, InputsHash inputs) {
        return new Track(bank, before.append(bank), inputs);
    }

    /** For a state store: the hash, the bank, the trace; about 2 kB at most. */
    public byte[] toBytes() {
        byte[] hash = inputs.toBytes();
        double[] state = bank.toArray();
        double[] trace = past.toArray();
        ByteBuffer bytes = ByteBuffer.allocate(hash.length + Double.BYTES * (state.length + trace.length));
        bytes.put(hash);
        bytes.asDoubleBuffer().put(state).put(trace);
        return bytes.array();
    }

    /**
     * The inverse of {@link #toBytes}.
     *
     * @throws IllegalArgumentException when the bytes are not those of a track
     */
    public static Track fromBytes(byte[] stored) {
        int hashLength = InputsHash.NONE.toBytes().length;
        int numbers = (stored.length - hashLength) / Double.BYTES;
        if (numbers < BankState.LENGTH || hashLength + numbers * Double.BYTES != stored.length) {
            throw new IllegalArgumentException(
                    "%d bytes are no stored track; rebuild it from the figures".formatted(stored.length));
        }
        ByteBuffer bytes = ByteBuffer.wrap(stored);
        byte[] hash = new byte[hashLength];
        double[] state = new double[BankState.LENGTH];
        double[] trace = new double[numbers - BankState.LENGTH];
        bytes.get(hash);
        bytes.slice().asDoubleBuffer().get(state).get(trace);
        return new Track(BankState.fromArray(state), LevelTrace.fromArray(trace), InputsHash.fromBytes(hash));
    }
}
