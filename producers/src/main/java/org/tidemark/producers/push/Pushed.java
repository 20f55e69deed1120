package org.tidemark.producers.push;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.validate.RejectReason;

/**
 * What was published of one body. It is remembered under its id, so that the same key means the same thing again.
 *
 * @param id of the release, as the producer is told it
 * @param by name that belongs to the producer's token
 * @param body SHA-256 of what was received, hexadecimal
 * @param form in which it was received
 * @param load hash under which its figures went; null where no row of it was one
 * @param sent figures sent
 * @param releases how many releases they are: those of each source, date and economy for themselves
 * @param rejected rows that were refused when they were read, by reason
 * @param refused the first of those
 * @param remarks how it was read, where that is not what was probably meant
 * @param outcomesFrom offsets of the releases topic, by partition, behind which it is said what became of it
 * @param refusalsFrom the same of the rejected topic
 */
public record Pushed(
        String id,
        Instant receivedAt,
        String by,
        String body,
        PushForm form,
        @Nullable String load,
        long sent,
        int releases,
        SortedMap<String, Long> skipped,
        SortedMap<RejectReason, Long> rejected,
        List<RefusedRow> refused,
        List<String> remarks,
        SortedMap<Integer, Long> outcomesFrom,
        SortedMap<Integer, Long> refusalsFrom) {
    /** Rows that are told one by one; of more, how many there are. */
    public static final int ROWS_MAX = 50;

    private static final String SKIPPED = "skipped.";
    private static final String REJECTED = "rejected.";
    private static final String REFUSED = "refused.";
    private static final String REMARK = "remark.";
    private static final String OUTCOMES = "outcomes.";
    private static final String REFUSALS = "refusals.";

    public Pushed {
        skipped = Collections.unmodifiableSortedMap(new TreeMap<>(skipped));
        rejected = Collections.unmodifiableSortedMap(new TreeMap<>(rejected));
        refused = List.copyOf(refused);
        remarks = List.copyOf(remarks);
        outcomesFrom = Collections.unmodifiableSortedMap(new TreeMap<>(outcomesFrom));
        refusalsFrom = Collections.unmodifiableSortedMap(new TreeMap<>(refusalsFrom));
    }

    /** Everything but id and instant, as words. */
    public SortedMap<String, String> values() {
        SortedMap<String, String> values = new TreeMap<>();
        values.put("by", by);
        values.put("body", body);
        values.put("form", form.name());
        if (load != null) {
            values.put("load", load);
        }
        values.put("sent", Long.toString(sent));
        values.put("releases", Integer.toString(releases));
        skipped.forEach((reason, n) -> values.put(SKIPPED + reason, n.toString()));
        rejected.forEach((reason, n) -> values.put(REJECTED + reason, n.toString()));
        for (int i = 0; i < refused.size(); i++) {
            values.put("%s%03d".formatted(REFUSED, i), refused.get(i).written());
        }
        for (int i = 0; i < remarks.size(); i++) {
            values.put("%s%03d".formatted(REMARK, i), remarks.get(i));
        }
        outcomesFrom.forEach((partition, offset) -> values.put(OUTCOMES + partition, offset.toString()));
        refusalsFrom.forEach((partition, offset) -> values.put(REFUSALS + partition, offset.toString()));
        return values;
    }

    /**
     * Reads what {@link #values} has written.
     *
     * @throws IllegalArgumentException where it is something else
     */
    public static Pushed of(String id, Instant receivedAt, SortedMap<String, String> values) {
        return new Pushed(
                id,
                receivedAt,
                needed(values, "by"),
                needed(values, "body"),
                PushForm.valueOf(needed(values, "form")),
                values.get("load"),
                Long.parseLong(needed(values, "sent")),
                Integer.parseInt(needed(values, "releases")),
                counts(values, SKIPPED),
                reasons(values),
                words(values, REFUSED).stream().map(RefusedRow::read).toList(),
                words(values, REMARK),
                offsets(values, OUTCOMES),
                offsets(values, REFUSALS));
    }

    private static String needed(SortedMap<String, String> values, String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the note of a push has no '%s'".formatted(name));
        }
        return value;
    }

    private static SortedMap<String, String> under(SortedMap<String, String> values, String prefix) {
        return values.subMap(prefix, prefix + Character.MAX_VALUE);
    }

    private static List<String> words(SortedMap<String, String> values, String prefix) {
        return new ArrayList<>(under(values, prefix).values());
    }

    private static SortedMap<String, Long> counts(SortedMap<String, String> values, String prefix) {
        SortedMap<String, Long> counts = new TreeMap<>();
        under(values, prefix).forEach((name, n) -> counts.put(name.substring(prefix.length()), Long.valueOf(n)));
        return counts;
    }

    private static SortedMap<RejectReason, Long> reasons(SortedMap<String, String> values) {
        SortedMap<RejectReason, Long> reasons = new TreeMap<>();
        counts(values, REJECTED).forEach((reason, n) -> reasons.put(RejectReason.valueOf(reason), n));
        return reasons;
    }

    private static SortedMap<Integer, Long> offsets(SortedMap<String, String> values, String prefix) {
        SortedMap<Integer, Long> offsets = new TreeMap<>();
        counts(values, prefix).forEach((partition, offset) -> offsets.put(Integer.valueOf(partition), offset));
        return offsets;
    }
}
