package org.tidemark.api.query;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.tidemark.accuracy.HorizonScore;
import org.tidemark.catalogue.Catalogue;

/** How the projections of a cell came true at one horizon, as a JSON object. */
final class ScoreJson implements JsonRow<ScoreRow> {
    private final Catalogue catalogue;

    ScoreJson(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public void write(JsonGenerator json, ScoreRow row) throws IOException {
        HorizonScore score = row.score();
        json.writeStartObject();
        json.writeStringField("economy", row.key().economy());
        json.writeStringField("economy_name", catalogue.economyName(row.key().economy()));
        json.writeStringField("sector", row.key().sector());
        json.writeStringField("measure", row.key().measure());
        json.writeStringField("concept", row.key().concept());
        json.writeNumberField("months", score.months());
        json.writeNumberField("matured", score.matured());
        json.writeNumberField("independent", score.independent());
        json.writeNumberField("error", score.error());
        json.writeNumberField("last_error", score.lastError());
        json.writeNumberField("crps", score.crps());
        if (Double.isFinite(score.skill())) {
            json.writeNumberField("skill", score.skill());
        } else {
            json.writeNullField("skill");
        }
        json.writeNumberField("bias", score.bias());
        json.writeNumberField("inside80", score.inside80());
        json.writeNumberField("inside95", score.inside95());
        json.writeNumberField("least80", score.range80().least());
        json.writeNumberField("most80", score.range80().most());
        json.writeStringField("band", score.band());
        json.writeStringField("said", score.sentence());
        json.writeEndObject();
    }
}
