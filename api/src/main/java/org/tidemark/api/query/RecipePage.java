package org.tidemark.api.query;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.api.http.JsonEscapes;
import org.tidemark.api.peer.Missing;
import org.tidemark.catalogue.MeasureRecipes;
import org.tidemark.estimate.Banded;
import org.tidemark.measure.AnswerState;
import org.tidemark.measure.RecipeState;
import org.tidemark.measure.RecipeStates;
import org.tidemark.measure.Reported;
import org.tidemark.measure.RowState;

/** Every mechanism of the map with what answers it: a number, or what it waits for. Made of the latest estimates of all monitors. */
final class RecipePage {
    static final List<String> PARAMETERS = List.of(Parameters.FORMAT);
    /** What is asked of all monitors. */
    static final Map<String, String> ASKED = Map.of("sector", "TOTAL", "horizon", "P0D");

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonEscapes.factory());

    private final MeasureRecipes recipes;
    private final List<Reported> latest = new ArrayList<>();

    RecipePage(MeasureRecipes recipes) {
        this.recipes = recipes;
    }

    /** Takes one estimate as {@code /api/v1/estimates} writes it. */
    void take(byte[] estimate) {
        try {
            JsonNode e = MAPPER.readTree(estimate);
            if (e.path("inputs").asInt() > 0) {
                latest.add(reported(e));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Reported reported(JsonNode e) {
        JsonNode level = e.at("/levels/P0D");
        return new Reported(
                e.path("economy").asText(),
                e.path("measure").asText(),
                e.path("concept").asText(),
                e.path("period").asText(),
                level.isMissingNode() ? null : band(level),
                e.path("unit").asText(),
                e.has("withheld") ? e.path("withheld").asText() : null);
    }

    private static Banded band(JsonNode level) {
        return new Banded(
                level.path("value").asDouble(),
                level.path("lower80").asDouble(),
                level.path("upper80").asDouble(),
                level.path("lower95").asDouble(),
                level.path("upper95").asDouble());
    }

    /** Sends all; a part that nobody could give makes it partial. */
    void send(Context ctx, AnswerFormat format, List<Missing> missing) throws IOException {
        List<RowState> rows = RecipeStates.of(recipes, latest);
        List<RecipeState> own = RecipeStates.own(recipes, latest);
        if (!missing.isEmpty()) {
            ctx.status(HttpStatus.PARTIAL_CONTENT);
            ctx.header(Listing.PARTIAL, "true");
            ctx.header(Listing.MISSING, Gathered.written(missing));
        }
        ctx.contentType(format.contentType());
        ctx.result(format == AnswerFormat.CSV ? csv(rows, own) : json(rows, own, missing));
    }

    private static String csv(List<RowState> rows, List<RecipeState> own) throws IOException {
        StringWriter text = new StringWriter();
        RecipeCsv csv = RecipeCsv.begin(text);
        rows.forEach(csv::write);
        own.forEach(csv::write);
        csv.flush();
        return text.toString();
    }

    private static String json(List<RowState> rows, List<RecipeState> own, List<Missing> missing) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JsonEscapes.factory().createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("rows", rows.size());
            json.writeNumberField(
                    "with_number",
                    rows.stream()
                            .filter(row -> row.state() == AnswerState.NUMBER)
                            .count());
            if (!missing.isEmpty()) {
                Gathered.write(missing, json);
            }
            json.writeArrayFieldStart("recipes");
            for (RowState row : rows) {
                row(json, row);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("own");
            for (RecipeState one : own) {
                answer(json, one);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void row(JsonGenerator json, RowState row) throws IOException {
        json.writeStartObject();
        json.writeNumberField("row", row.row().number());
        json.writeStringField("mechanism", row.row().title());
        json.writeStringField("state", row.state().written());
        json.writeStringField("detail", row.detail());
        json.writeArrayFieldStart("answers");
        for (RecipeState answer : row.answers()) {
            answer(json, answer);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void answer(JsonGenerator json, RecipeState answer) throws IOException {
        json.writeStartObject();
        json.writeStringField("recipe", answer.id());
        json.writeStringField("kind", answer.kind());
        json.writeStringField("title", answer.title());
        json.writeStringField("scope", answer.scope());
        json.writeArrayFieldStart("reads");
        for (String reads : answer.reads()) {
            json.writeString(reads);
        }
        json.writeEndArray();
        json.writeStringField("state", answer.state().written());
        json.writeStringField("detail", answer.detail());
        json.writeNumberField("economies", answer.economies());
        told(json, answer.told());
        json.writeEndObject();
    }

    private static void told(JsonGenerator json, @Nullable Reported told) throws IOException {
        if (told == null) {
            return;
        }
        json.writeStringField("economy", told.economy());
        json.writeStringField("period", told.period());
        json.writeStringField("unit", told.unit());
        Banded band = told.band();
        if (band != null) {
            EstimateJson.band(json, band);
        }
    }
}
