package org.tidemark.api.query;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.tidemark.catalogue.EndedSeries;
import org.tidemark.catalogue.Indicator;
import org.tidemark.series.Observation;
import org.tidemark.series.PublicationPrecision;
import org.tidemark.series.SeriesId;
import org.tidemark.series.Withdrawal;

/** Observations and the lines of the catalogue as JSON objects; names are those of the CSV columns. */
final class ObservationJson {
    private ObservationJson() {}

    static void write(JsonGenerator json, VintageRow row) throws IOException {
        Observation o = row.observation();
        SeriesId series = o.figure().series();
        json.writeStartObject();
        json.writeStringField("indicator", series.indicator());
        json.writeStringField("economy", series.economy());
        json.writeStringField("sector", series.sector());
        JsonRow.period(json, o.figure().period());
        JsonRow.published(json, "value", row.conflicting() ? null : o.value());
        json.writeStringField("unit", o.unit());
        JsonRow.published(json, "standard_error", row.conflicting() ? null : o.standardError());
        json.writeStringField("published", o.published().toString());
        json.writeStringField(
                "published_precision", PublicationPrecision.of(o.published()).written());
        json.writeStringField(
                "published_earliest",
                PublicationPrecision.earliest(o.published()).toString());
        json.writeStringField("source", series.source());
        json.writeStringField("basis", o.basis().name());
        json.writeStringField("status", o.status().sdmxCode());
        json.writeStringField("release", o.batch().release());
        json.writeStringField("note", o.note());
        if (row.conflicting()) {
            json.writeBooleanField("conflicting", true);
        }
        if (row.held()) {
            json.writeBooleanField("held", true);
        }
        Withdrawal word = row.withdrawal();
        if (word != null) {
            json.writeObjectFieldStart("withdrawn_by_hand");
            json.writeStringField("at", word.at().toString());
            json.writeStringField("by", word.by());
            json.writeStringField("reason", word.reason());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    static void write(JsonGenerator json, IndicatorRow row) throws IOException {
        Indicator i = row.indicator();
        json.writeStartObject();
        json.writeStringField("id", i.id());
        json.writeStringField("kind", row.kind());
        json.writeStringField("title", i.title());
        json.writeStringField("role", i.role().name());
        json.writeStringField("concept", i.concept());
        json.writeStringField("definition", i.definition());
        json.writeStringField("unit", i.unit());
        JsonRow.published(json, "minimum", i.minimum());
        JsonRow.published(json, "maximum", i.maximum());
        json.writeStringField("frequency", i.frequency());
        JsonRow.published(json, "tolerance", i.tolerance());
        json.writeStringField("lag", row.lag().isEmpty() ? null : row.lag());
        json.writeStringField("thinning", i.thinning().name());
        json.writeStringField("citation", i.citation());
        json.writeStringField("season", IndicatorCsv.season(i));
        JsonRow.published(json, "noise", i.noise());
        json.writeStringField("noise_citation", i.accuracy().noiseCitation());
        JsonRow.published(json, "bias", i.accuracy().bias());
        json.writeStringField("bias_citation", i.accuracy().biasCitation());
        json.writeStringField("ended", row.ended().map(e -> e.last().toString()).orElse(null));
        json.writeStringField(
                "successor", row.ended().map(EndedSeries::successor).orElse(null));
        json.writeEndObject();
    }
}
