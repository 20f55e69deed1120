package org.tidemark.estimate;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import org.tidemark.series.FigureId;
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

    /**
     * The inverse of {@link #toBytes}.
     *
     * @throws IllegalArgumentException when there are not 32 bytes
     */
    public static InputsHash fromBytes(byte[] bytes) {
        if (bytes.length != NONE.bytes.length) {
            throw new IllegalArgumentException("a hash of inputs has %d bytes, got %d; rebuild it from the figures"
                    .formatted(NONE.bytes.length, bytes.length));
        }
        return new InputsHash(bytes.clone());
    }

    /** All 32 bytes, for a state store. */
    public byte[] toBytes() {
        return bytes.clone();
    }

    /** The hash after one more figure, as the filter reads it. */
    public InputsHash append(FigureId figure, Reading reading) {
        MessageDigest sha = sha256();
        sha.update(bytes);
        sha.update(canonical(figure, reading.time(), reading.share(), reading.standardError()));
        return new InputsHash(sha.digest());
    }

    /**
     * The hash after one more figure in its own unit.
     *
     * @param standardError 0 when none is known
     */
    public InputsHash append(FigureId figure, double value, double standardError) {
        MessageDigest sha = sha256();
        sha.update(bytes);
        sha.update(canonical(figure, figure.period().midYear(), value, standardError));
        return new InputsHash(sha.digest());
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
    private static byte[] canonical(FigureId figure, double... numbers) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            SeriesId series = figure.series();
            write(out, series.indicator());
            write(out, series.economy());
            write(out, series.sector());
            write(out, series.source());
            write(out, figure.period().start());
            write(out, figure.period().end());
            for (double number : numbers) {
                write(out, number);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static void write(DataOutputStream out, LocalDate day) throws IOException {
        out.writeLong(day.toEpochDay());
    }

    private static void write(DataOutputStream out, double number) throws IOException {
        // Adding 0 turns -0.0, which reads the same, into 0.0.
        out.writeLong(Double.doubleToLongBits(number + 0.0));
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
