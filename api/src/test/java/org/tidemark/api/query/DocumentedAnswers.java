package org.tidemark.api.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Holds every answer that a test gets against the OpenAPI document, whatever the test asks it for. */
final class DocumentedAnswers {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode DOCUMENT = new OpenApi().document();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<JsonNode, Schema> COMPILED = new ConcurrentHashMap<>();
    private static final JsonNode ERROR = JSON.createObjectNode().put("$ref", "#/components/schemas/Error");

    private DocumentedAnswers() {}

    /**
     * Fails where an answer is not as documented.
     *
     * @param path with its query
     */
    static void require(String method, String path, int status, String contentType, String body) {
        String asked = method.equals("HEAD") ? "get" : method.toLowerCase(Locale.ROOT);
        JsonNode operation = operation(path, asked);
        boolean json = contentType.startsWith("application/json") && !body.isEmpty();
        if (operation.isMissingNode()) {
            if (json) {
                assertThat(status).as("%s %s is not documented", method, path).isGreaterThanOrEqualTo(400);
                validate(ERROR, method + " " + path, body);
            }
            return;
        }
        JsonNode response = operation.path("responses").path(Integer.toString(status));
        assertThat(response.isMissingNode() && status != 304 && status != 405)
                .as("%s %s answers %d, which is not documented", method, path, status)
                .isFalse();
        if (json) {
            JsonNode schema = response.at("/content/application~1json/schema");
            validate(schema.isMissingNode() ? ERROR : schema, method + " " + path, body);
        }
    }

    private static JsonNode operation(String path, String method) {
        String bare = path.split("[?]", 2)[0];
        JsonNode paths = DOCUMENT.get("paths");
        JsonNode exact = paths.path(bare).path(method);
        if (!exact.isMissingNode()) {
            return exact;
        }
        for (Map.Entry<String, JsonNode> one : paths.properties()) {
            String pattern = one.getKey().replaceAll("\\{[^}]+}", "[^/]+");
            if (one.getKey().contains("{") && bare.matches(pattern)) {
                return one.getValue().path(method);
            }
        }
        String other = bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare + "/";
        return paths.path(other).path(method);
    }

    private static void validate(JsonNode schema, String what, String body) {
        JsonNode answer;
        try {
            answer = JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError(what + " is no JSON: " + body, e);
        }
        assertThat(COMPILED.computeIfAbsent(schema, DocumentedAnswers::compiled).validate(answer, context -> {
                    context.executionConfig(config -> config.formatAssertionsEnabled(true));
                }))
                .as("%s is not as documented: %s", what, body.length() > 2_000 ? body.substring(0, 2_000) : body)
                .isEmpty();
    }

    private static Schema compiled(JsonNode schema) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", DOCUMENT.get("components"));
        return SCHEMAS.getSchema(whole);
    }
}
