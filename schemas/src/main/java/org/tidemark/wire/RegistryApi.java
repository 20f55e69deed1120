package org.tidemark.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/** The five questions that we ask a registry, in the terms of its Confluent-compatible API. */
final class RegistryApi {
    private static final String FULL = "FULL_TRANSITIVE";
    private static final int SUBJECT_UNKNOWN = 40401;
    private static final int SCHEMA_UNKNOWN = 40403;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int SHOWN_MAX = 240;

    private final SchemaRegistry registry;
    private final RegistryHttp http;
    private final ObjectMapper json = new ObjectMapper();

    RegistryApi(SchemaRegistry registry) {
        this.registry = registry;
        this.http = new RegistryHttp(registry);
    }

    /** The id of a schema under a subject; empty when it is not registered there. */
    Optional<Integer> find(String subject, Schema schema) {
        RegistryHttp.Answer answer = http.post("/subjects/" + encoded(subject) + "?normalize=true", body(schema));
        return isUnknown(answer) ? Optional.empty() : Optional.of(id(good(answer)));
    }

    /** Adds a version to a subject and returns its id; that of a version that is there when it is the same. */
    int register(String subject, Schema schema) {
        String path = "/subjects/" + encoded(subject) + "/versions?normalize=true";
        RegistryHttp.Answer answer = http.post(path, body(schema));
        if (answer.status() == CONFLICT) {
            throw new RegistryException(
                    "the registry at %s refuses the schema of %s, which cannot be read with what is registered there: %s"
                            .formatted(registry, subject, said(answer)));
        }
        return id(good(answer));
    }

    /** The text of the schema with an id; empty when there is none. */
    Optional<String> schema(int id) {
        RegistryHttp.Answer answer = http.get("/schemas/ids/" + id);
        return isUnknown(answer) ? Optional.empty() : Optional.of(text(good(answer), "schema"));
    }

    /** Makes the registry hold every new version of a subject against all earlier ones, in both directions. */
    void requireFullCompatibility(String subject) {
        String path = "/config/" + encoded(subject);
        ObjectNode wanted = JsonNodeFactory.instance.objectNode().put("compatibility", FULL);
        JsonNode set = good(http.put(path, wanted.toString()));
        String now = text(good(http.get(path)), "compatibilityLevel");
        if (!now.equals(FULL)) {
            throw new RegistryException(
                    "the registry at %s keeps the compatibility of %s at %s and answers %s; set it to %s"
                            .formatted(registry, subject, now, shown(set.toString()), FULL));
        }
    }

    private static String body(Schema schema) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("schema", schema.toString())
                .toString();
    }

    private boolean isUnknown(RegistryHttp.Answer answer) {
        if (answer.status() != NOT_FOUND) {
            return false;
        }
        int code = tree(answer).path("error_code").asInt();
        return code == SUBJECT_UNKNOWN || code == SCHEMA_UNKNOWN;
    }

    private JsonNode good(RegistryHttp.Answer answer) {
        if (answer.status() == 200) {
            return tree(answer);
        }
        String tried = registry.addresses().stream().map(URI::toString).collect(Collectors.joining(" or "));
        String remedy = Map.of(401, "check the registry's credentials", 403, "check what its credentials may do")
                .getOrDefault(
                        answer.status(),
                        "check that its Confluent-compatible API is at %s, or give its whole address".formatted(tried));
        throw new RegistryException("the registry at %s answers HTTP %d (%s); %s"
                .formatted(registry, answer.status(), said(answer), remedy));
    }

    private JsonNode tree(RegistryHttp.Answer answer) {
        try {
            return json.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw strange(answer.body());
        }
    }

    private int id(JsonNode node) {
        JsonNode id = node.path("id");
        if (!id.canConvertToInt() || id.intValue() < 0) {
            throw strange(node.toString());
        }
        return id.intValue();
    }

    private String text(JsonNode node, String field) {
        if (!node.path(field).isTextual()) {
            throw strange(node.toString());
        }
        return node.path(field).textValue();
    }

    private RegistryException strange(String answer) {
        return new RegistryException("what answers at %s is no Confluent-compatible registry: '%s'; check the address"
                .formatted(registry, shown(answer)));
    }

    private String said(RegistryHttp.Answer answer) {
        try {
            String message = json.readTree(answer.body()).path("message").asText("");
            return shown(message.isEmpty() ? answer.body() : message);
        } catch (JsonProcessingException e) {
            return shown(answer.body());
        }
    }

    /** Somebody else's words, on one line and not for ever. */
    private static String shown(String text) {
        String line = text.replaceAll("\\p{C}+", " ").strip();
        return line.length() <= SHOWN_MAX ? line : line.substring(0, SHOWN_MAX) + "...";
    }

    private static String encoded(String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8);
    }
}
