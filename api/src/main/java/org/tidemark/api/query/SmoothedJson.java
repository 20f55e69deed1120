package org.tidemark.api.query;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.told.BandText;

/** One point of a smoothed path as a JSON object. */
final class SmoothedJson implements JsonRow<SmoothedRow> {
    private final Catalogue catalogue;

    SmoothedJson(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public void write(JsonGenerator json, SmoothedRow row) throws IOException {
        json.writeStartObject();
        json.writeStringField("economy", row.key().economy());
        json.writeStringField("economy_name", catalogue.economyName(row.key().economy()));
        json.writeStringField("sector", row.key().sector());
        json.writeStringField("measure", row.key().measure());
        json.writeStringField("concept", row.key().concept());
        JsonRow.period(json, row.point().period());
        EstimateJson.band(json, row.point().level());
        json.writeStringField("unit", row.unit());
        json.writeStringField("said", BandText.of(row.point().level()).toString());
        JsonRow.published(json, "figure", row.point().figure());
        json.writeEndObject();
    }
}
