package org.tidemark.producers.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tidemark.producers.NearMiss;
import org.tidemark.text.Likeness;

/** How near a header comes to that of a format, by the columns that the format needs. */
final class NearHeader {
    private static final int NAMED_MAX = 4;

    private final String format;
    private final List<String> needed;

    NearHeader(String format, List<String> needed) {
        this.format = format;
        this.needed = needed;
    }

    /** Nothing where fewer than half of the columns are there: that is another table. */
    Optional<NearMiss> of(Header header) {
        List<String> missing =
                needed.stream().filter(column -> !header.hasAll(column)).toList();
        int there = needed.size() - missing.size();
        if (there < 2 || there * 2 < needed.size()) {
            return Optional.empty();
        }
        // One that has all and is none of the format's has others besides, which could split its rows.
        double likeness = missing.isEmpty() ? 0.99 : (double) there / needed.size();
        return Optional.of(new NearMiss(likeness, missing.isEmpty() ? besides(header) : without(header, missing)));
    }

    private String without(Header header, List<String> missing) {
        List<String> others = new ArrayList<>(header.names());
        others.removeIf(name -> needed.stream().anyMatch(name::equalsIgnoreCase));
        String slips = missing.stream()
                .flatMap(column -> Likeness.nearest(column, others).stream()
                        .map(slip -> "call %s '%s'".formatted(SourceExcerpt.of(slip), column)))
                .collect(Collectors.joining(", "));
        return "has the columns of %s but for %s; %s"
                .formatted(
                        format,
                        missing.stream()
                                .limit(NAMED_MAX)
                                .map(m -> "'" + m + "'")
                                .collect(Collectors.joining(", ")),
                        slips.isEmpty() ? (missing.size() == 1 ? "add it" : "add them") : slips);
    }

    private String besides(Header header) {
        String others = header.names().stream()
                .filter(name -> needed.stream().noneMatch(name::equalsIgnoreCase))
                .limit(NAMED_MAX)
                .map(SourceExcerpt::of)
                .collect(Collectors.joining(", "));
        return "has the columns of %s and others that it does not know%s; take them out, for they could divide its rows"
                .formatted(format, others.isEmpty() ? "" : ", such as " + others);
    }
}
