package org.tidemark.api.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.tidemark.api.history.HistoryMetric;
import org.tidemark.api.history.Level;
import org.tidemark.api.history.SaidCells;
import org.tidemark.api.http.JsonEscapes;
import org.tidemark.api.http.RemoteRead;
import org.tidemark.api.prometheus.HistoryReader;
import org.tidemark.api.prometheus.ReadAnswer;
import org.tidemark.api.prometheus.ReadQuery;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.EconomyCodes;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.series.Period;

/**
 * The history for a Prometheus that reads it from afar: out of the lists that every monitor answers, so that any of them
 * answers for all. It is told whole or not at all.
 */
final class HistoryPage {
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonEscapes.factory());
    /** Nothing is published before it. */
    private static final String EVER = "1970";

    private final QuerySources sources;
    private final WholeLists lists;

    HistoryPage(QuerySources sources, WholeLists lists) {
        this.sources = sources;
        this.lists = lists;
    }

    void answer(Context ctx) throws IOException {
        Instant now = sources.clock().instant();
        try {
            ReadAnswer answer = new ReadAnswer();
            for (ReadQuery query : ReadQuery.request(ctx.bodyAsBytes())) {
                HistoryReader reader = new HistoryReader(query, now);
                reader.write(said(reader, now), answer);
            }
            byte[] body = answer.compressed();
            ctx.header("Content-Encoding", RemoteRead.ENCODING)
                    .contentType(RemoteRead.TYPE)
                    .result(body);
        } catch (IllegalArgumentException e) {
            throw new BadQueryException(String.valueOf(e.getMessage()));
        }
    }

    private SaidCells said(HistoryReader reader, Instant now) {
        SaidCells said = new SaidCells();
        if (!couldBeHeld(reader)) {
            return said;
        }
        Map<String, String> paths = only(reader, "economy", "sector", "concept");
        Map<String, String> cells = only(reader, "economy", "sector", "concept", "measure");
        if (reader.asksFor(HistoryMetric.PROJECTED)) {
            lists.whole("estimates", cells, row -> projected(said, read(row)));
        }
        if (reader.asksFor(HistoryMetric.ALL) || reader.asksFor(HistoryMetric.PATH)) {
            cells.put("horizon", Horizon.P0D.name());
            cells.put("from", EVER);
            lists.whole("estimates", cells, row -> said(said, read(row)));
        }
        if (reader.asksFor(HistoryMetric.HINDSIGHT) || reader.asksFor(HistoryMetric.PATH)) {
            lists.whole("smoothed", paths, row -> smoothed(said, read(row), now));
        }
        return said;
    }

    /** A name that nobody knows is no fault in Prometheus: nothing has it. */
    private boolean couldBeHeld(HistoryReader reader) {
        Catalogue catalogue = sources.catalogue();
        return reader.only("economy")
                        .map(code -> EconomyCodes.meant(code, catalogue)
                                .filter(code::equals)
                                .isPresent())
                        .orElse(true)
                && reader.only("measure").map(lists::isMeasure).orElse(true);
    }

    private static Map<String, String> only(HistoryReader reader, String... labels) {
        Map<String, String> only = new TreeMap<>();
        for (String label : labels) {
            reader.only(label).ifPresent(value -> only.put(label, value));
        }
        return only;
    }

    private static JsonNode read(byte[] row) {
        try {
            return MAPPER.readTree(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void said(SaidCells said, JsonNode row) {
        Instant asOf = Instant.parse(row.path("as_of").asText());
        JsonNode level = row.path("levels").path(Horizon.P0D.name());
        if (level.isMissingNode()) {
            said.withheld(key(row), asOf);
        } else {
            said.said(key(row), unit(row), level(row, level, asOf), period(row).end());
        }
    }

    private static void projected(SaidCells said, JsonNode row) {
        Instant asOf = Instant.parse(row.path("as_of").asText());
        for (Horizon horizon : Horizon.values()) {
            JsonNode level = row.path("levels").path(horizon.name());
            boolean counted = horizon.isProjection() || horizon == Horizon.P0D;
            if (counted && row.path("levels").has(Horizon.P1Y.name()) && !level.isMissingNode()) {
                said.projected(
                        key(row),
                        unit(row),
                        level(row, level, asOf),
                        period(row).middle().plusYears(horizon.yearsAhead()));
            }
        }
    }

    private static void smoothed(SaidCells said, JsonNode row, Instant now) {
        said.smoothed(key(row), unit(row), level(row, row, now), period(row));
    }

    private static Level level(JsonNode row, JsonNode band, Instant asOf) {
        return Level.in(
                unit(row),
                asOf,
                band.path("value").asDouble(),
                band.path("lower80").asDouble(),
                band.path("upper80").asDouble());
    }

    private static EstimateKey key(JsonNode row) {
        return new EstimateKey(
                row.path("economy").asText(),
                row.path("sector").asText(),
                row.path("measure").asText(),
                row.path("concept").asText());
    }

    private static String unit(JsonNode row) {
        return row.path("unit").asText();
    }

    private static Period period(JsonNode row) {
        return new Period(
                LocalDate.parse(row.path("period_start").asText()),
                LocalDate.parse(row.path("period_end").asText()));
    }
}
