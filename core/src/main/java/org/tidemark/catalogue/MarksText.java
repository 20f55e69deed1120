package org.tidemark.catalogue;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tidemark.series.ObservationStatus;

/** What a publisher writes behind or around numbers, as a catalogue declares it. */
final class MarksText {
    /** A mark with a digit, a sign or a decimal mark in it could be a part of the number. */
    private static final Pattern MARK = Pattern.compile("[^\\d\\s.,+\u2212'\u2019-]{1,10}");

    private MarksText() {}

    /**
     * Reads the marks of one mapping.
     *
     * @param where of what, for messages
     * @throws IllegalArgumentException in one line, for what is no mark or no status
     */
    static Map<String, ObservationStatus> parse(String where, Map<String, String> text) {
        Map<String, ObservationStatus> marks = new TreeMap<>();
        text.forEach((mark, status) -> {
            if (!MARK.matcher(mark).matches()) {
                throw new IllegalArgumentException(
                        "catalogue: %s: marks: '%s' could be a part of a number; a mark has 1 to 10 characters, no digit, no blank and none of . , ' + -"
                                .formatted(where, mark));
            }
            marks.put(mark, status(where, mark, status));
        });
        return marks;
    }

    private static ObservationStatus status(String where, String mark, String text) {
        return Arrays.stream(ObservationStatus.values())
                .filter(status -> status != ObservationStatus.MISSING)
                .filter(status -> status.sdmxCode().equalsIgnoreCase(text)
                        || status.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("catalogue: %s: marks: '%s' is '%s'; write one of %s"
                        .formatted(
                                where,
                                mark,
                                text,
                                Arrays.stream(ObservationStatus.values())
                                        .filter(status -> status != ObservationStatus.MISSING)
                                        .map(ObservationStatus::sdmxCode)
                                        .collect(Collectors.joining(", ")))));
    }
}
