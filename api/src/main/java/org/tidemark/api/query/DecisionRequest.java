package org.tidemark.api.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.judge.Assessment;
import org.tidemark.series.QuarantineDecision;

/**
 * What somebody decides on releases that are held.
 *
 * @param action what is to become of them
 * @param wanted which: by economy, source, release, indicator; what is absent may be anything
 * @param note why
 * @param by who
 */
public record DecisionRequest(QuarantineDecision.Action action, Map<String, String> wanted, String note, String by) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Set<String> WHICH = Set.of("economy", "source", "release", "indicator");
    private static final int NOTE_CHARS_MAX = 4_000;

    public DecisionRequest {
        wanted = Map.copyOf(wanted);
    }

    /**
     * Reads the body of a request.
     *
     * @throws BadQueryException with what is wrong and what is right
     */
    static DecisionRequest of(String body, String by) {
        Map<String, String> fields = fields(body);
        QuarantineDecision.Action action = action(fields.remove("action"));
        String note = fields.remove("note");
        if (note != null && note.length() > NOTE_CHARS_MAX) {
            throw new BadQueryException(
                    "note has %d characters, at most %d are kept; shorten it".formatted(note.length(), NOTE_CHARS_MAX));
        }
        if (fields.keySet().stream().allMatch("indicator"::equals)) {
            throw new BadQueryException("say which: economy, source, release or several of them");
        }
        return new DecisionRequest(action, fields, note == null ? "" : note, by);
    }

    private static Map<String, String> fields(String body) {
        JsonNode root;
        try {
            root = JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new BadQueryException("the body is no JSON: %s".formatted(e.getOriginalMessage()));
        }
        if (!root.isObject()) {
            throw new BadQueryException(
                    "the body is no JSON object; write {\"action\": \"release\", \"economy\": \"US\"}");
        }
        Map<String, String> fields = new TreeMap<>();
        root.properties().forEach(field -> {
            boolean known =
                    WHICH.contains(field.getKey()) || Set.of("action", "note").contains(field.getKey());
            if (!known || !field.getValue().isTextual()) {
                throw new BadQueryException(
                        "'%s' is no field of a decision, or no text; known: action, economy, source, release, indicator, note; who decides is the token's name"
                                .formatted(Parameters.shown(field.getKey())));
            }
            if (!field.getValue().textValue().isBlank()) {
                fields.put(field.getKey(), field.getValue().textValue());
            }
        });
        return fields;
    }

    private static QuarantineDecision.Action action(@Nullable String text) {
        for (QuarantineDecision.Action action : QuarantineDecision.Action.values()) {
            if (action.name().toLowerCase(Locale.ROOT).equals(text)) {
                return action;
            }
        }
        throw new BadQueryException(
                "action is '%s'; write release or discard".formatted(Parameters.shown(String.valueOf(text))));
    }

    /** Whether a judgement is one that can be decided on, and is meant. */
    public boolean matches(Assessment judgement) {
        return (judgement.status() == Assessment.Status.HELD || judgement.decidedAt() != null)
                && isWanted("economy", judgement.part().economy())
                && isWanted("source", judgement.part().batch().source())
                && isWanted("release", judgement.part().batch().release())
                && isWanted("indicator", judgement.part().indicator());
    }

    private boolean isWanted(String field, String has) {
        String asked = wanted.get(field);
        return asked == null || asked.equals(has);
    }
}
