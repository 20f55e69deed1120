package org.tidemark.api.query;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tidemark.judge.Assessment;
import org.tidemark.judge.CheckResult;
import org.tidemark.judge.Effect;
import org.tidemark.judge.Innovation;
import org.tidemark.judge.Scores;

/** A judgement as a JSON object, with what a held release would do to the estimates. */
final class JudgementJson {
    private JudgementJson() {}

    static void write(JsonGenerator json, Assessment j) throws IOException {
        Scores s = j.scores();
        json.writeStartObject();
        json.writeStringField("published", j.part().batch().published().toString());
        json.writeStringField("source", j.part().batch().source());
        json.writeStringField("economy", j.part().economy());
        json.writeStringField("indicator", j.part().indicator());
        json.writeStringField("release", j.part().batch().release());
        json.writeStringField("status", JudgementCsv.written(j.status()));
        json.writeStringField("reason", j.reason());
        json.writeNumberField("confirms", j.confirms());
        json.writeNumberField("stated", s.stated());
        json.writeNumberField("restated", s.restated());
        JsonRow.estimated(json, "changed_share", s.changedShare());
        JsonRow.estimated(json, "shift", s.shift());
        JsonRow.estimated(json, "drift", s.drift());
        JsonRow.estimated(json, "ratio", s.ratio());
        JsonRow.estimated(json, "offset", s.offset());
        JsonRow.estimated(json, "lost", s.lost());
        JsonRow.estimated(json, "refused", s.refused());
        JsonRow.estimated(json, "disorder", s.disorder());
        json.writeObjectFieldStart("bounds");
        for (CheckResult finding : j.findings()) {
            JsonRow.estimated(json, finding.measure().name().toLowerCase(Locale.ROOT), finding.bound());
        }
        json.writeEndObject();
        innovation(json, s.innovation());
        effects(json, j);
        json.writeStringField(
                "decided_at", j.decidedAt() == null ? null : j.decidedAt().toString());
        json.writeStringField("decided_by", j.decidedBy());
        json.writeStringField(
                "confirmed_at", j.confirmedAt() == null ? null : j.confirmedAt().toString());
        json.writeStringField("load", j.part().batch().load());
        json.writeEndObject();
    }

    private static void innovation(JsonGenerator json, @Nullable Innovation i) throws IOException {
        if (i == null) {
            json.writeNullField("innovation");
            return;
        }
        json.writeObjectFieldStart("innovation");
        json.writeStringField("sector", i.sector());
        json.writeStringField("period", i.period().label());
        JsonRow.published(json, "value", i.value());
        JsonRow.estimated(json, "forecast", i.forecast());
        JsonRow.estimated(json, "size", i.size());
        JsonRow.estimated(json, "bound", i.bound());
        json.writeEndObject();
    }

    private static void effects(JsonGenerator json, Assessment j) throws IOException {
        json.writeArrayFieldStart("estimates");
        for (Effect effect : j.effects()) {
            json.writeStartObject();
            json.writeStringField("measure", effect.key().measure());
            json.writeStringField("concept", effect.key().concept());
            json.writeStringField("sector", effect.key().sector());
            JsonRow.estimated(json, "without", effect.without());
            JsonRow.estimated(json, "with", effect.with());
            json.writeStringField("unit", effect.unit());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
