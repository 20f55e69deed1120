package org.tidemark.api.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tidemark.api.peer.PeerClient;

class OpenApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** They are answered before any route. */
    private static final Set<String> VITALS = Set.of("GET /health/live", "GET /health/ready", "GET /metrics");

    private final JsonNode document = new OpenApi().document();
    private final QueryFixture fixture = new QueryFixture();

    @AfterEach
    void close() throws Exception {
        fixture.close();
    }

    @Test
    void everyRouteIsDocumentedAndNothingElse() {
        Set<String> documented = new TreeSet<>();
        document.get("paths").properties().forEach(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(method -> documented.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        documented.removeAll(VITALS);
        // A server without listeners has no such route.
        documented.remove("GET /api/v1/events");

        assertThat(fixture.server.routes().stream().filter(route -> !route.contains(PeerClient.INTERNAL)))
                .containsExactlyInAnyOrderElementsOf(documented);
    }

    @Test
    void itIsServedAsJsonAndAsYaml() throws Exception {
        assertThat(JSON.readTree(fixture.get(OpenApi.PATH).body())).isEqualTo(document);
        assertThat(new YAMLMapper().readTree(fixture.get(OpenApi.YAML).body())).isEqualTo(document);
        assertThat(document.get("openapi").textValue()).isEqualTo("3.1.0");
    }

    @Test
    void everyReferenceLeadsSomewhereAndEveryWordIsUsed() {
        List<String> references = document.findValuesAsText("$ref");

        assertThat(references).isNotEmpty().allSatisfy(reference -> assertThat(
                        document.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
        assertThat(Stream.of("parameters", "schemas").flatMap(section -> names("/components/" + section)
                        .map(name -> "#/components/%s/%s".formatted(section, name))))
                .allMatch(references::contains);
    }

    @Test
    void idsAreUnique() {
        assertThat(document.findValuesAsText("operationId")).doesNotHaveDuplicates();
    }

    @Test
    void theWordsOfAParameterAreThoseThatTheServerTakes() throws Exception {
        List<String> asked = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            for (JsonNode reference : path.getValue().at("/get/parameters")) {
                JsonNode parameter =
                        document.at(reference.get("$ref").textValue().substring(1));
                JsonNode words = parameter.at("/schema/enum");
                if (!words.isMissingNode()) {
                    asked.add(path.getKey());
                    String query = path.getKey() + "?" + parameter.get("name").textValue() + "=zzzzzz";
                    assertThat(JSON.readTree(fixture.get(query).body())
                                    .path("error")
                                    .asText())
                            .as(query)
                            .contains("is none of "
                                    + Stream.of(JSON.convertValue(words, String[].class))
                                            .collect(Collectors.joining(", ")));
                }
            }
        }
        assertThat(asked).hasSizeGreaterThan(20);
    }

    private Stream<String> names(String section) {
        return document.at(section).properties().stream().map(Map.Entry::getKey);
    }
}
