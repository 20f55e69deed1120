package org.tidemark.api.query;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.BankModel;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.PenetrationReport;
import org.tidemark.estimate.StageOdds;
import org.tidemark.estimate.Term;
import org.tidemark.estimate.Trajectory;
import org.tidemark.estimate.TurningDate;
import org.tidemark.series.PublicationPrecision;
import org.tidemark.told.Told;

/** One estimate as a JSON object: all that is claimed, what it is made of, and what it is too early to claim. */
final class EstimateJson implements JsonRow<Estimate> {
    private final @Nullable Horizon only;
    private final Days days;

    EstimateJson(@Nullable Horizon only, Days days) {
        this.only = only;
        this.days = days;
    }

    @Override
    public void write(JsonGenerator json, Estimate e) throws IOException {
        json.writeStartObject();
        Told told = days.told(e);
        identity(json, told);
        TellingJson.write(json, told);
        levels(json, e);
        if (e.inputs() == 0) {
            json.writeBooleanField("withdrawn", true);
        } else if (e.key().measure().equals(PenetrationReport.MEASURE)) {
            penetration(json, e);
            terms(json, e);
        } else {
            composed(json, e);
        }
        json.writeEndObject();
    }

    private static void penetration(JsonGenerator json, Estimate e) throws IOException {
        if (e.trajectory() == null) {
            tooEarly(json, e);
        } else {
            json.writeBooleanField("too_early", false);
            json.writeBooleanField("early", e.isEarly());
            if (e.isEarly()) {
                missing(json, e);
            }
            trajectory(json, e.trajectory(), e.isEarly());
        }
    }

    private static void composed(JsonGenerator json, Estimate e) throws IOException {
        if (e.withheld() != null) {
            json.writeStringField("withheld", e.withheld());
        }
        terms(json, e);
    }

    private static void terms(JsonGenerator json, Estimate e) throws IOException {
        json.writeArrayFieldStart("terms");
        for (Term term : e.terms()) {
            json.writeStartObject();
            json.writeStringField("name", term.name());
            JsonRow.estimated(json, "value", term.value());
            JsonRow.estimated(json, "standard_deviation", term.standardDeviation());
            JsonRow.estimated(json, "variance_share", term.varianceShare());
            json.writeStringField("basis", term.basis().name());
            json.writeStringField("unit", term.unit());
            json.writeStringField("source", term.source());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void identity(JsonGenerator json, Told told) throws IOException {
        Estimate e = told.estimate();
        json.writeStringField("economy", e.key().economy());
        json.writeStringField(
                "economy_name", days.catalogue().economyName(e.key().economy()));
        json.writeStringField("sector", e.key().sector());
        json.writeStringField("measure", e.key().measure());
        json.writeStringField("concept", e.key().concept());
        json.writeStringField("as_of", e.asOf().toString());
        json.writeStringField(
                "as_of_precision", PublicationPrecision.of(e.asOf()).written());
        JsonRow.period(json, e.period());
        LocalDate known = LocalDate.ofInstant(e.asOf(), ZoneOffset.UTC);
        json.writeNumberField("age_days", told.ageDays());
        json.writeBooleanField("stale", told.isStale());
        json.writeNumberField(
                "known_after_days", ChronoUnit.DAYS.between(e.period().end(), known));
        json.writeNumberField("inputs", e.inputs());
        json.writeStringField("inputs_hash", e.inputsHash());
        json.writeStringField("model", e.model());
        json.writeStringField("unit", e.unit());
    }

    private void levels(JsonGenerator json, Estimate e) throws IOException {
        json.writeObjectFieldStart("levels");
        for (HorizonValue level : e.levels()) {
            if (only == null || level.horizon() == only) {
                json.writeObjectFieldStart(level.horizon().name());
                band(json, level.band());
                if (level.pNegative() != null) {
                    JsonRow.estimated(json, "p_negative", level.pNegative());
                }
                json.writeEndObject();
            }
        }
        json.writeEndObject();
    }

    private static void tooEarly(JsonGenerator json, Estimate e) throws IOException {
        json.writeBooleanField("too_early", true);
        missing(json, e);
    }

    private static void missing(JsonGenerator json, Estimate e) throws IOException {
        String speed = e.isEarly() ? "" : "speed and one year ahead need %d figures; ".formatted(BankModel.EARLY_MIN);
        json.writeStringField(
                "missing",
                "%sstage, turning dates and later years need %d figures; %d so far"
                        .formatted(speed, BankModel.OBSERVATIONS_MIN, e.inputs()));
    }

    private static void trajectory(JsonGenerator json, Trajectory t, boolean early) throws IOException {
        json.writeObjectFieldStart("speed_logits_per_year");
        band(json, t.speedLogits());
        json.writeEndObject();
        JsonRow.estimated(json, "speed_points_per_year", t.speedPoints());
        if (!early) {
            stage(json, t);
        }
    }

    private static void stage(JsonGenerator json, Trajectory t) throws IOException {
        StageOdds stage = t.stage();
        json.writeObjectFieldStart("stage");
        JsonRow.estimated(json, "germination", stage.germination());
        JsonRow.estimated(json, "growth", stage.growth());
        JsonRow.estimated(json, "maturity", stage.maturity());
        json.writeStringField("likeliest", stage.likeliest());
        json.writeEndObject();
        json.writeArrayFieldStart("turnings");
        for (TurningDate turning : t.turnings()) {
            turning(json, turning);
        }
        json.writeEndArray();
    }

    private static void turning(JsonGenerator json, TurningDate t) throws IOException {
        json.writeStartObject();
        json.writeStringField("turning", t.turning().name());
        JsonRow.estimated(json, "ceiling", t.ceiling());
        JsonRow.estimated(json, "passed", t.passed());
        JsonRow.estimated(json, "year10", t.year10());
        JsonRow.estimated(json, "year50", t.year50());
        JsonRow.estimated(json, "year90", t.year90());
        JsonRow.estimated(json, "prior_share", t.priorShare());
        json.writeEndObject();
    }

    static void band(JsonGenerator json, Banded b) throws IOException {
        JsonRow.estimated(json, "value", b.value());
        JsonRow.estimated(json, "lower80", b.lower80());
        JsonRow.estimated(json, "upper80", b.upper80());
        JsonRow.estimated(json, "lower95", b.lower95());
        JsonRow.estimated(json, "upper95", b.upper95());
    }
}
