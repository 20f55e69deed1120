package org.tidemark.api.query;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.tidemark.accuracy.ConceptScore;
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
        json.writeStringField("economy_name", name(row.key().economy()));
        json.writeStringField("sector", row.key().sector());
        json.writeStringField("measure", row.key().measure());
        json.writeStringField("concept", row.key().concept());
        json.writeNumberField("months", score.months());
        json.writeNumberField("matured", score.matured());
        json.writeNumberField("independent", score.independent());
        json.writeNumberField("error", score.error());
        json.writeNumberField("last_error", score.lastError());
        json.writeNumberField("crps", score.crps());
        finite(json, "skill", score.skill());
        json.writeNumberField("bias", score.bias());
        json.writeNumberField("inside80", score.inside80());
        json.writeNumberField("inside95", score.inside95());
        json.writeNumberField("least80", score.range80().least());
        json.writeNumberField("most80", score.range80().most());
        json.writeStringField("band", score.band());
        json.writeStringField("said", score.sentence());
        ConceptScore all = row.concept();
        if (all != null) {
            concept(json, all);
        }
        json.writeEndObject();
    }

    private String name(String economy) {
        return economy.equals(ScoreRow.ALL) ? "all economies" : catalogue.economyName(economy);
    }

    private static void concept(JsonGenerator json, ConceptScore all) throws IOException {
        json.writeNumberField("economies", all.economies());
        json.writeNumberField("drift_error", all.driftError());
        finite(json, "recent_skill", all.recentSkill());
        finite(json, "skill_low", all.skillLow());
        finite(json, "skill_high", all.skillHigh());
        json.writeNumberField("log_score", all.logScore());
        json.writeStringField("better", all.better());
        json.writeArrayFieldStart("pit");
        for (double bar : all.pit()) {
            json.writeNumber(bar);
        }
        json.writeEndArray();
        json.writeNumberField("pit_low", all.pitLow());
        json.writeNumberField("pit_high", all.pitHigh());
        json.writeNumberField("narrow_releases", all.narrowReleases());
    }

    private static void finite(JsonGenerator json, String field, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumberField(field, value);
        } else {
            json.writeNullField(field);
        }
    }
}
