package org.tidemark.api.query;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.engine.store.RejectionStore.Kept;
import org.tidemark.validate.Rejection;

/** A refusal as a JSON object, with the bytes as received: as text where they are text, else in Base64. */
final class RejectedJson {
    private RejectedJson() {}

    static void write(JsonGenerator json, Kept kept) throws IOException {
        Rejection r = kept.rejection();
        json.writeStartObject();
        json.writeStringField("refused_at", kept.refusedAt().toString());
        json.writeStringField("reason", RejectedQuery.written(r.reason()));
        json.writeStringField("detail", r.detail());
        json.writeStringField("place", r.place());
        json.writeStringField("record", r.record());
        json.writeStringField("source", r.source());
        json.writeStringField("economy", r.economy());
        json.writeStringField("release", r.release());
        json.writeStringField("published", text(r.published()));
        json.writeStringField("load", r.load());
        Optional<String> record = OriginalText.ofRecord(r.original());
        if (record.isPresent()) {
            json.writeStringField("original", record.get());
            json.writeBinaryField("original_base64", r.original());
        } else if (OriginalText.isText(r.original())) {
            json.writeStringField("original", new String(r.original(), StandardCharsets.UTF_8));
        } else {
            json.writeBinaryField("original_base64", r.original());
        }
        json.writeEndObject();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
