package org.tidemark.validate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.Observation;

/**
 * Something refused, with what is known of where it came from.
 *
 * @param detail what, which, the bound, the remedy, in one line
 * @param place file and line where somebody noted them, else topic, partition and offset
 * @param original the bytes as received, cut at {@link #ORIGINAL_BYTES_MAX}
 * @param load the load that it belongs to, as {@link org.tidemark.release.Load#load} has it; null when it is of none
 * @param record topic, partition and offset of the record that was refused; null when it never was on a topic
 * @param id the same whenever the same row of the same load is refused for the same reason; null when it may be
 *     refused only once
 */
// Bytes as they came are what this record is for; they are copied on the way in and nobody compares rejections.
@SuppressWarnings("ArrayRecordComponent")
public record Rejection(
        RejectReason reason,
        String detail,
        String place,
        @Nullable String source,
        @Nullable String economy,
        @Nullable String release,
        @Nullable Instant published,
        byte[] original,
        @Nullable String load,
        @Nullable String record,
        @Nullable String id) {
    public static final int ORIGINAL_BYTES_MAX = 64 * 1024;

    private static final int ID_BYTES = 16;

    public Rejection {
        original =
                original.length <= ORIGINAL_BYTES_MAX ? original.clone() : Arrays.copyOf(original, ORIGINAL_BYTES_MAX);
    }

    /** One that belongs to no load. */
    public Rejection(
            RejectReason reason,
            String detail,
            String place,
            @Nullable String source,
            @Nullable String economy,
            @Nullable String release,
            @Nullable Instant published,
            byte[] original) {
        this(reason, detail, place, source, economy, release, published, original, null, null, null);
    }

    /**
     * Of a figure that was sent. It has its place in its release, so that sending it again is no second refusal.
     *
     * @param record topic, partition and offset; null when they are not known
     */
    public static Rejection of(
            Observation o, RejectReason reason, String detail, @Nullable String record, byte[] original) {
        String inRelease = "release %s, place %d".formatted(o.batch().release(), o.ordinal());
        return new Rejection(
                reason,
                detail,
                placeOf(o.place(), record, inRelease),
                o.batch().source(),
                o.economy(),
                o.batch().release(),
                o.published(),
                original,
                o.batch().load(),
                record,
                idOf(
                        o.batch().load(),
                        o.economy(),
                        o.batch().release(),
                        o.published(),
                        o.ordinal(),
                        o.figure(),
                        String.valueOf(o.value()),
                        reason));
    }

    /** An id of what is told apart by these parts. */
    public static String idOf(Object... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Object part : parts) {
                digest.update(part.toString().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String placeOf(@Nullable String read, @Nullable String record, String inRelease) {
        if (read != null) {
            return read;
        }
        return record == null ? inRelease : record;
    }
}
