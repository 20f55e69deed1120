package org.tidemark.producers.plaincsv;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tidemark.producers.text.Header;
import org.tidemark.producers.text.SourceExcerpt;
import org.tidemark.text.Likeness;

/** Columns that are not read and were probably meant to be one of those that may be absent. */
final class NearColumns {
    private static final List<String> OPTIONAL = List.of("standard_error", "release", "status", "note");
    /** What statisticians and spreadsheets call them, without case and marks. */
    private static final Map<String, String> CALLED = Map.ofEntries(
            Map.entry("se", "standard_error"),
            Map.entry("stderr", "standard_error"),
            Map.entry("stderror", "standard_error"),
            Map.entry("sterr", "standard_error"),
            Map.entry("sterror", "standard_error"),
            Map.entry("sampleerror", "standard_error"),
            Map.entry("samplingerror", "standard_error"),
            Map.entry("obsstatus", "status"),
            Map.entry("flag", "status"),
            Map.entry("flags", "status"),
            Map.entry("obsflag", "status"),
            Map.entry("vintage", "release"),
            Map.entry("releaseid", "release"),
            Map.entry("comment", "note"),
            Map.entry("comments", "note"),
            Map.entry("remark", "note"),
            Map.entry("footnote", "note"));

    private NearColumns() {}

    /** A line for each of them; of a column that is there under its own name nothing else is meant. */
    static List<String> remarks(Header header) {
        Set<String> read = new HashSet<>(List.of(PlainColumns.REQUIRED));
        read.addAll(OPTIONAL);
        List<String> absent =
                OPTIONAL.stream().filter(name -> !header.hasAll(name)).toList();
        List<String> remarks = new ArrayList<>();
        for (String name : header.names()) {
            if (!read.contains(name.toLowerCase(Locale.ROOT))) {
                String meant = CALLED.get(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""));
                if (meant == null) {
                    meant = Likeness.nearest(name, absent).orElse("");
                }
                if (absent.contains(meant)) {
                    remarks.add("column %s is not read; if it is the %s, name it '%s' and load the file again"
                            .formatted(SourceExcerpt.of(name), meant.replace('_', ' '), meant));
                }
            }
        }
        return remarks;
    }
}
