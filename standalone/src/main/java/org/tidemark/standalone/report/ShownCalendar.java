package org.tidemark.standalone.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What is awaited as the query API tells it, for people. */
public final class ShownCalendar {
    private static final String NOTHING =
            "nothing is awaited: no source of what is asked for has spoken three times, and no day is stated";

    private final Words words;

    public ShownCalendar(Words words) {
        this.words = words;
    }

    /**
     * The lines for an answer.
     *
     * @param answer of {@code /api/v1/calendar}
     */
    public List<String> lines(JsonNode answer) {
        List<NextTable.Row> rows = new ArrayList<>();
        answer.path("calendar").forEach(row -> rows.add(row(row)));
        List<String> lines = new ArrayList<>(new NextTable(words).lines(rows));
        if (lines.isEmpty()) {
            lines.add(NOTHING);
        }
        answer.path("missing")
                .forEach(part -> lines.add("missing: " + part.path("why").asText()));
        return lines;
    }

    private static NextTable.Row row(JsonNode r) {
        List<NextTable.Alert> alerts = new ArrayList<>();
        r.path("alerts")
                .forEach(a -> alerts.add(new NextTable.Alert(
                        a.path("rule").asText(),
                        a.path("p_raised").asDouble(),
                        a.path("p_ended").asDouble())));
        return new NextTable.Row(
                r.path("source").asText(),
                r.path("economy").asText(),
                r.path("concept").asText(),
                day(r, "expected"),
                day(r, "earliest"),
                day(r, "latest"),
                r.path("basis").asText(),
                r.path("status").asText(),
                r.path("overdue_days").asLong(),
                r.at("/worth/expected_move").asDouble(),
                r.at("/worth/variance_reduction").asDouble(),
                alerts);
    }

    private static LocalDate day(JsonNode row, String field) {
        return LocalDate.parse(row.path(field).asText().substring(0, 10));
    }
}
