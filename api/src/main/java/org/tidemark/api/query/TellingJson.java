package org.tidemark.api.query;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import org.tidemark.catalogue.EndedSeries;
import org.tidemark.estimate.Banded;
import org.tidemark.told.BandText;
import org.tidemark.told.Told;

/** The latest level, the nowcast and the speed under their names, each with the text that people read. */
final class TellingJson {
    private TellingJson() {}

    static void write(JsonGenerator json, Told told) throws IOException {
        String unit = told.estimate().unit();
        if (told.latest().isPresent()) {
            Banded latest = told.latest().get();
            json.writeObjectFieldStart("latest");
            JsonRow.period(json, told.estimate().period());
            level(json, latest, unit, Told.said(told.estimate(), latest));
        }
        if (told.nowcast().isPresent()) {
            Banded nowcast = told.nowcast().get();
            json.writeObjectFieldStart("nowcast");
            json.writeStringField("date", told.day().toString());
            level(json, nowcast, unit, Told.said(told.estimate(), nowcast));
        }
        if (told.speed().isPresent()) {
            Banded speed = told.speed().get();
            json.writeObjectFieldStart("speed");
            level(
                    json,
                    speed,
                    "percentage_points_per_year",
                    BandText.signed(speed).toString());
        }
        ended(json, told.ended());
    }

    private static void level(JsonGenerator json, Banded band, String unit, String said) throws IOException {
        EstimateJson.band(json, band);
        json.writeStringField("unit", unit);
        json.writeStringField("said", said);
        json.writeEndObject();
    }

    private static void ended(JsonGenerator json, Optional<EndedSeries> ended) throws IOException {
        if (ended.isPresent()) {
            json.writeObjectFieldStart("ended");
            json.writeStringField("last", ended.get().last().toString());
            json.writeStringField("successor", ended.get().successor());
            json.writeStringField("said", ended.get().words());
            json.writeEndObject();
        }
    }
}
