package org.tidemark.estimate;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/**
 * Identifies the ordered figures that an estimate rests on: h_i = SHA-256(h_(i-1), figure i), so that a checkpoint can
 * carry it and go on. Immutable.
 */
public final class InputsHash {
    /** Of no figures: 32 zero bytes. */
    public static final InputsHash NONE = new InputsHash(new byte[32]);

    private static final int SHOWN_BYTES = 8;

    private final byte[] bytes;

    private InputsHash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The hash after one more figure, as the filter reads it. */
    public InputsHash append(FigureId figure, Measurement reading) {
        MessageDigest sha = sha256();
        sha.update(bytes);
        sha.update(canonical(
                encoded(figure.series()), figure.period(), reading.time(), reading.share(), reading.standardError()));
        return new InputsHash(sha.digest());
    }

    /**
     * The hash after one more figure in its own unit.
     *
     * @param standardError 0 when none is known
     */
    public InputsHash append(FigureId figure, double value, double standardError) {
        return append(figure.series(), chain -> chain.add(figure.period(), value, standardError));
    }

    /** The hash after more figures of one series, each as {@link #append(FigureId, double, double)} would have it. */
    public InputsHash append(SeriesId series, Consumer<Chain> figures) {
        Chain chain = new Chain(encoded(series), bytes);
        figures.accept(chain);
        return new InputsHash(chain.bytes);
    }

    /** Takes the figures of one series in the order in which they are used. */
    public static final class Chain {
        private final MessageDigest sha = sha256();
        private final byte[] series;
        private byte[] bytes;

        private Chain(byte[] series, byte[] bytes) {
            this.series = series;
            this.bytes = bytes;
        }

        /**
         * Takes one figure in its own unit.
         *
         * @param standardError 0 when none is known
         */
        public void add(Period period, double value, double standardError) {
            sha.update(bytes);
            sha.update(canonical(series, period, period.midYear(), value, standardError));
            bytes = sha.digest();
        }
    }

    /** The hash after inputs that were hashed on their own. */
    public InputsHash append(InputsHash others) {
        MessageDigest sha = sha256();
        sha.update(bytes);
        sha.update(others.bytes);
        return new InputsHash(sha.digest());
    }

    /** The hash after an estimate that this one rests on. */
    public InputsHash append(Estimate upstream) {
        MessageDigest sha = sha256();
        sha.update(bytes);
        sha.update((upstream.key() + "|" + upstream.inputsHash() + "|" + upstream.asOf())
                .getBytes(StandardCharsets.UTF_8));
        return new InputsHash(sha.digest());
    }

    /** What an estimate shows: the first 16 hexadecimal digits. */
    public String hex() {
        return HexFormat.of().formatHex(bytes, 0, SHOWN_BYTES);
    }

    /** Texts with their length, days since 1970, doubles by their bits: nothing that two figures could share. */
    private static byte[] canonical(byte[] series, Period period, double... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(series.length + Long.BYTES * (2 + numbers.length));
        bytes.put(series);
        bytes.putLong(period.start().toEpochDay()).putLong(period.end().toEpochDay());
        for (double number : numbers) {
            // Adding 0 turns -0.0, which reads the same, into 0.0.
            bytes.putLong(Double.doubleToLongBits(number + 0.0));
        }
        return bytes.array();
    }

    private static byte[] encoded(SeriesId series) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        for (String part : List.of(series.indicator(), series.economy(), series.sector(), series.source())) {
            byte[] utf8 = part.getBytes(StandardCharsets.UTF_8);
            bytes.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(utf8.length).array());
            bytes.writeBytes(utf8);
        }
        return bytes.toByteArray();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256, which every Java must have", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof InputsHash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
