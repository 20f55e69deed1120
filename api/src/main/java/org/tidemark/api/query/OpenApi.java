package org.tidemark.api.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tidemark.api.http.Replies;

/**
 * This API as an OpenAPI 3.1 document: paths from the declarations of {@link Endpoints}, parameters and schemas from
 * {@code openapi.yaml}. It is made when it is first asked for.
 */
final class OpenApi {
    static final String PATH = QueryServer.API + "openapi.json";
    static final String YAML = QueryServer.API + "openapi.yaml";
    static final String YAML_TYPE = "application/yaml";

    private static final String WORDS = "/org/tidemark/api/openapi.yaml";
    private static final YAMLMapper READER = new YAMLMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .build());
    private static final Map<Integer, String> ERRORS_OF_READING = Map.of(
            400, "A parameter is unknown, given twice, or cannot be read; the message says what to write",
            401, "Reading needs a token here",
            421, "The host that was asked for is no name of this server",
            500, "A fault of this program; its log says more",
            503, "No part of the answer can be had now; ask again after Retry-After seconds");
    private static final Map<Integer, String> ERRORS_OF_WRITING = Map.of(
            403, "Nothing is written here, or a page of another site asked",
            404, "Nothing matches",
            413, "The body is too long",
            415, "The body is not sent as application/json");
    private static final String ANOTHER_BODY = "The Idempotency-Key was used for another body";
    private static final String FORGOTTEN = "Nothing was pushed under that id, or it is forgotten";

    private @Nullable JsonNode made;

    void addTo(RoutesConfig routes) {
        routes.get(PATH, ctx -> ctx.contentType("application/json").result(Replies.json(document())));
        routes.get(YAML, this::yaml);
    }

    private void yaml(Context ctx) throws IOException {
        ctx.contentType(YAML_TYPE).result(READER.writeValueAsString(document()));
    }

    /** The whole document. */
    synchronized JsonNode document() {
        JsonNode document = made;
        if (document == null) {
            document = make(words());
            made = document;
        }
        return document;
    }

    private static ObjectNode words() {
        try (InputStream words = OpenApi.class.getResourceAsStream(WORDS)) {
            return (ObjectNode) READER.readTree(Objects.requireNonNull(words, WORDS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode make(ObjectNode words) {
        ObjectNode paths = new ObjectMapper().createObjectNode();
        for (Endpoint endpoint : Endpoints.all()) {
            paths.withObjectProperty(endpoint.path())
                    .set(endpoint.method().toLowerCase(Locale.ROOT), new Operation(endpoint, words).node());
        }
        ObjectNode document = new ObjectMapper().createObjectNode();
        words.properties().stream()
                .filter(section -> !section.getKey().equals("components"))
                .forEach(section -> document.set(section.getKey(), section.getValue()));
        document.set("paths", paths);
        document.set("components", words.get("components"));
        return document;
    }

    /** What the document says of one endpoint. */
    private record Operation(Endpoint endpoint, ObjectNode words) {
        ObjectNode node() {
            ObjectNode node = new ObjectMapper().createObjectNode();
            node.put("operationId", id());
            node.put("summary", endpoint.answers());
            if (!endpoint.reads()) {
                node.putArray("security").addObject().putArray("token");
            }
            parameters(node);
            String request = endpoint.request();
            if (request != null) {
                ObjectNode body = node.putObject("requestBody").put("required", true);
                ObjectNode content = body.putObject("content");
                schema(content, "application/json", request);
                if (endpoint.csvToo()) {
                    text(content, "text/csv");
                }
            }
            if (endpoint.isQuestion()) {
                ObjectNode body = node.putObject("requestBody").put("required", true);
                text(body.putObject("content"), endpoint.answer().mediaType());
            }
            responses(node.putObject("responses"));
            return node;
        }

        private void parameters(ObjectNode node) {
            List<String> names = new ArrayList<>(endpoint.parameters());
            if (endpoint.csvToo()) {
                names.add(PushPage.KEY);
            }
            if (isOfOne()) {
                names.add("id");
            }
            if (!names.isEmpty()) {
                ArrayNode parameters = node.putArray("parameters");
                names.forEach(name -> reference(parameters.addObject(), "parameters", parameter(name)));
            }
        }

        private boolean isOfOne() {
            return endpoint.path().endsWith("{id}");
        }

        private String id() {
            String[] parts = endpoint.path().replace(QueryServer.API, "").split("[^A-Za-z0-9]+", -1);
            StringBuilder id = new StringBuilder(endpoint.method().toLowerCase(Locale.ROOT));
            for (String part : parts) {
                id.append(part.isEmpty() ? "" : Character.toUpperCase(part.charAt(0)) + part.substring(1));
            }
            return id.length() == 3 ? "getIndex" : id.toString();
        }

        /** A list may give a name a meaning of its own. */
        private String parameter(String name) {
            String own = endpoint.name() + "." + name;
            return words.at("/components/parameters").has(own) ? own : name;
        }

        private void responses(ObjectNode responses) {
            Endpoint.Answer answer = endpoint.answer();
            content(responses.putObject(Integer.toString(answer.status())).put("description", "All is well"));
            if (answer.list() != null) {
                responses
                        .putObject("304")
                        .put("description", "The answer is the one whose ETag was sent with If-None-Match");
            }
            if (answer.list() != null || endpoint.path().equals(QueryServer.RECIPES)) {
                content(responses
                        .putObject("206")
                        .put("description", "A part of the answer cannot be had now; missing says which"));
            }
            ERRORS_OF_READING.keySet().stream()
                    .sorted()
                    .forEach(status -> error(responses, status, ERRORS_OF_READING.get(status)));
            if (!endpoint.reads()) {
                ERRORS_OF_WRITING.keySet().stream()
                        .sorted()
                        .forEach(status -> error(responses, status, ERRORS_OF_WRITING.get(status)));
            }
            if (endpoint.isQuestion()) {
                error(responses, 413, ERRORS_OF_WRITING.get(413));
                error(
                        responses,
                        415,
                        "The body is sent in another form than "
                                + endpoint.answer().mediaType());
            }
            if (endpoint.csvToo()) {
                error(responses, 422, ANOTHER_BODY);
            }
            if (isOfOne()) {
                error(responses, 404, FORGOTTEN);
            }
        }

        private void content(ObjectNode response) {
            Endpoint.Answer answer = endpoint.answer();
            ObjectNode content = response.putObject("content");
            if (answer.list() != null) {
                rows(content.putObject(answer.mediaType()).putObject("schema"), answer.list(), answer.schema());
            } else if (answer.schema() != null) {
                schema(content, answer.mediaType(), answer.schema());
            } else {
                text(content, answer.mediaType());
            }
            if (endpoint.parameters().contains(Parameters.FORMAT)) {
                AnswerFormat.of(endpoint.name()).stream()
                        .filter(format -> format != AnswerFormat.JSON)
                        .forEach(format -> another(content, format));
            }
        }

        private static void rows(ObjectNode schema, String list, @Nullable String row) {
            schema.put("type", "object").put("additionalProperties", false);
            schema.putArray("required").add("truncated").add(list);
            ObjectNode fields = schema.putObject("properties");
            for (String field : List.of("truncated", "hint", "next", "partial", "missing")) {
                reference(fields.putObject(field), "schemas", "List." + field);
            }
            reference(fields.putObject(list).put("type", "array").putObject("items"), "schemas", row);
        }

        /** Where health is bad, 503 says so in the words of health. */
        private void error(ObjectNode responses, int status, @Nullable String why) {
            boolean health = status == 503 && "Health".equals(endpoint.answer().schema());
            ObjectNode content = responses
                    .putObject(Integer.toString(status))
                    .put("description", why)
                    .putObject("content");
            schema(content, "application/json", health ? "Health" : "Error");
            if (endpoint.parameters().contains(Parameters.FORMAT)) {
                text(content, "text/plain");
            }
        }

        private static void schema(ObjectNode content, String mediaType, String name) {
            reference(content.putObject(mediaType).putObject("schema"), "schemas", name);
        }

        /** Bytes have no schema. */
        private static void another(ObjectNode content, AnswerFormat format) {
            if (format == AnswerFormat.ARROW) {
                content.putObject(format.mediaType());
            } else {
                text(content, format.mediaType());
            }
        }

        private static void text(ObjectNode content, String mediaType) {
            content.putObject(mediaType).putObject("schema").put("type", "string");
        }

        private static void reference(ObjectNode to, String section, @Nullable String name) {
            to.put("$ref", "#/components/%s/%s".formatted(section, name));
        }
    }
}
