package org.tidemark.api.query;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.DateTimeStamp;
import biweekly.property.Method;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tidemark.api.http.JsonEscapes;
import org.tidemark.estimate.ReleaseWorth;

/** What is awaited as iCalendar (RFC 5545): an event of a day for each source and day, with what it is worth to whom. */
final class CalendarPage {
    static final String TYPE = "text/calendar; charset=utf-8";

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonEscapes.factory());
    private static final int TOLD_MAX = 20;

    private final SortedMap<String, Event> events = new TreeMap<>();

    /** A release of a source on a day, while rows are gathered. */
    private static final class Event {
        private final JsonNode first;
        private final StringBuilder told = new StringBuilder();
        private int rows;

        private Event(JsonNode first) {
            this.first = first;
        }

        private void add(JsonNode row) {
            rows++;
            if (rows <= TOLD_MAX) {
                told.append(String.format(
                        Locale.ROOT,
                        "%s, %s%s: expected to move by %.2f points, %s\n",
                        row.path("economy_name").asText(),
                        row.path("concept").asText(),
                        row.path("sector").asText().equals("TOTAL")
                                ? ""
                                : " " + row.path("sector").asText(),
                        row.at("/worth/expected_move").asDouble(),
                        ReleaseWorth.saidOfVariance(
                                row.at("/worth/variance_reduction").asDouble())));
            }
        }

        private String description() {
            String band = String.format(
                    Locale.ROOT,
                    "%s: between %s and %s, every %.0f days. ",
                    first.path("basis").asText(),
                    first.path("earliest").asText(),
                    first.path("latest").asText(),
                    first.path("interval_days").asDouble());
            String more = rows > TOLD_MAX ? "and %d more estimates".formatted(rows - TOLD_MAX) : "";
            return band + first.path("source_title").asText() + "\n" + told + more;
        }
    }

    /** Takes one row as {@code /api/v1/calendar} writes it. */
    boolean take(byte[] row) {
        try {
            JsonNode r = MAPPER.readTree(row);
            String key = r.path("source").asText() + "-"
                    + r.path("expected").asText().substring(0, 10);
            events.computeIfAbsent(key, k -> new Event(r)).add(r);
            return true;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The whole calendar. */
    String text(Instant now) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Tidemark//Releases expected//EN");
        calendar.setMethod(Method.publish());
        events.forEach((key, event) -> calendar.addEvent(event(key, event, now)));
        return Biweekly.write(calendar).go();
    }

    private static VEvent event(String key, Event event, Instant now) {
        LocalDate day = LocalDate.parse(event.first.path("expected").asText().substring(0, 10));
        VEvent made = new VEvent();
        made.setUid(key + "@tidemark");
        made.setDateTimeStamp(new DateTimeStamp(stamp(now)));
        made.setDateStart(new DateStart(date(day)));
        made.setDateEnd(new DateEnd(date(day.plusDays(1))));
        made.setSummary("%s expected".formatted(event.first.path("source").asText()));
        made.setDescription(event.description());
        return made;
    }

    private static ICalDate stamp(Instant now) {
        LocalDateTime utc = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        return new ICalDate(
                new DateTimeComponents(
                        utc.getYear(),
                        utc.getMonthValue(),
                        utc.getDayOfMonth(),
                        utc.getHour(),
                        utc.getMinute(),
                        utc.getSecond(),
                        true),
                true);
    }

    private static ICalDate date(LocalDate day) {
        return new ICalDate(new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false);
    }
}
