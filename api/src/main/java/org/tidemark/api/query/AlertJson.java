package org.tidemark.api.query;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.tidemark.alert.AlertEvent;
import org.tidemark.alert.SupportingRelease;
import org.tidemark.api.http.JsonEscapes;
import org.tidemark.series.Period;

/** One alert that was raised or is over as a JSON object, with the releases that spoke for it. */
final class AlertJson {
    private AlertJson() {}

    /** The whole object on one line. */
    static String text(AlertEvent e) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JsonEscapes.factory().createGenerator(text)) {
            write(json, e);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    static void write(JsonGenerator json, AlertEvent e) throws IOException {
        Period period = e.period();
        json.writeStartObject();
        json.writeStringField("as_of", e.asOf().toString());
        json.writeStringField("rule", e.key().rule());
        json.writeStringField("economy", e.key().economy());
        json.writeStringField("sector", e.key().sector());
        json.writeStringField("concept", e.key().concept());
        json.writeStringField("subject", e.key().subject());
        json.writeStringField("event", e.kind().written());
        JsonRow.estimated(json, "probability", e.probability());
        JsonRow.estimated(json, "value", e.value());
        json.writeStringField("unit", e.unit());
        JsonRow.period(json, period);
        json.writeArrayFieldStart("witnesses");
        for (SupportingRelease witness : e.witnesses()) {
            json.writeStartObject();
            json.writeStringField("published", witness.published().toString());
            JsonRow.estimated(json, "probability", witness.probability());
            json.writeStringField("releases", witness.releases());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringField("severity", AlertCsv.severity(e));
        json.writeStringField("audience", e.audience());
        json.writeStringField("message", e.message());
        json.writeStringField("rules", e.rules());
        json.writeStringField("attribution", e.attribution().written());
        json.writeStringField("reason", e.reason().written());
        json.writeEndObject();
    }
}
