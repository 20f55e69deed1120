package org.tidemark.standalone.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tidemark.series.Period;

/** Smoothed paths as the query API tells them, for people: a row for the period of each figure. */
public final class ShownPaths {
    private static final String NOTHING = "nothing is known: no figure of this economy and date says who uses AI";

    private final Words words;

    public ShownPaths(Words words) {
        this.words = words;
    }

    /**
     * The lines for an answer.
     *
     * @param answer of {@code /api/v1/smoothed}
     */
    public List<String> lines(JsonNode answer) {
        GroupedTable table = new GroupedTable(List.of("", "smoothed, %", "figure"), Set.of("figure"));
        for (JsonNode point : answer.path("smoothed")) {
            String group = "%s: %s"
                    .formatted(
                            words.economy(point.path("economy").asText()),
                            words.concept(point.path("concept").asText()));
            table.add(
                    group,
                    List.of(
                            words.period(Period.parse(point.path("period").asText())),
                            point.path("said").asText(),
                            point.path("figure").asText()));
        }
        if (table.isEmpty()) {
            return List.of(NOTHING);
        }
        List<String> lines = new ArrayList<>(List.of(
                "Smoothed: the level in the period of each figure, from the figures before and",
                "  after it; no word of that time"));
        lines.addAll(table.lines());
        answer.path("missing")
                .forEach(part -> lines.add("missing: " + part.path("why").asText()));
        return lines;
    }
}
