package org.tidemark.engine.validate;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.BatchId;
import org.tidemark.series.Event;
import org.tidemark.series.Observation;
import org.tidemark.series.Watermark;
import org.tidemark.validate.RejectReason;
import org.tidemark.validate.Rejection;
import org.tidemark.validate.Verdict.Rejected;

/** What keeps one record, however odd, from stopping or flooding all behind it. */
final class Bounds {
    /** Ids are joined with zero bytes in the keys of stores, and shown in lines. */
    private static final Pattern ID = Pattern.compile("[^\\p{Cntrl}]{0,256}");
    /** Periods end there too. An estimate is carried forward to the instant it is known at, in steps of half a year. */
    private static final Instant PUBLISHED_MAX = Instant.parse("9999-12-31T23:59:59.999Z");

    /** Characters of a text of which four bytes each, and all else that a record holds, are far below the bound. */
    private static final int SURELY_SMALL = Rejection.ORIGINAL_BYTES_MAX / 64;

    private Bounds() {}

    /** Why no place can be kept for an event, or null. */
    static @Nullable Rejected unplaceable(Event event) {
        BatchId batch = event.batch();
        return unplaceable(List.of(event.economy(), batch.source(), batch.release(), batch.load()), batch.published());
    }

    /** Why no place can be kept for the end of an instant, or null. */
    static @Nullable Rejected unplaceable(Watermark closing) {
        return unplaceable(List.of(closing.run()), closing.published());
    }

    private static @Nullable Rejected unplaceable(List<String> ids, Instant published) {
        for (String id : ids) {
            if (!ID.matcher(id).matches()) {
                return new Rejected(
                        RejectReason.BAD_ID,
                        "id '%s' of %d characters; write at most 256, none of them a control character"
                                .formatted(shown(id), id.length()));
            }
        }
        if (published.isAfter(PUBLISHED_MAX)) {
            return new Rejected(
                    RejectReason.BAD_PUBLISHED,
                    "published %s, after the year 9999; write milliseconds since 1970".formatted(published));
        }
        return null;
    }

    /**
     * Why an event is too big to be carried through stores and topics, or null.
     *
     * @param bytes of its record; asked for only where its texts are so long that it may be
     */
    static @Nullable Rejected oversized(Event event, Supplier<byte[]> bytes) {
        if (event instanceof Observation o && charactersOf(o) <= SURELY_SMALL) {
            return null;
        }
        byte[] value = bytes.get();
        return value.length <= Rejection.ORIGINAL_BYTES_MAX
                ? null
                : new Rejected(
                        RejectReason.TOO_LONG,
                        "%d bytes; an event has at most %d: shorten its note"
                                .formatted(value.length, Rejection.ORIGINAL_BYTES_MAX));
    }

    private static long charactersOf(Observation o) {
        return (long) length(o.note())
                + length(o.place())
                + o.unit().length()
                + o.figure().series().indicator().length()
                + o.figure().series().sector().length();
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }

    /** A text of any size, cut for a message. */
    static String shown(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= 40 ? printable : printable.substring(0, 40) + "...";
    }
}
