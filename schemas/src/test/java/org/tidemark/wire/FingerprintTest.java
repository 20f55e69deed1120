package org.tidemark.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A fingerprint leaves out docs and defaults; two schemas that differ only there would be taken for each other. */
class FingerprintTest {
    private static final String SCHEMA =
            """
            {"type": "record", "name": "R", "namespace": "n", "doc": "one thing", "fields": [
              {"name": "a", "type": ["null", "int"], "default": null},
              {"name": "b", "type": "int", "default": 1}]}
            """;

    @Test
    void noTwoSchemasThatDifferShareAFingerprint() {
        assertThat(Evolution.collisions(presentAndReleased())).isEmpty();
    }

    @Test
    void everySchemaIsHeldAgainstTheOthers() {
        assertThat(presentAndReleased()).hasSizeGreaterThanOrEqualTo(2 * SchemaShelf.NAMES.size());
    }

    @ParameterizedTest
    @CsvSource({"one thing, another thing", "\"default\": 1, \"default\": 2", "'\"int\", \"default\": 1', '\"int\"'"})
    void twoThatDifferOnlyInADefaultOrADocAreCaught(String before, String after) {
        Schema changed = parsed(SCHEMA.replace(before, after));

        assertThat(Evolution.collisions(Map.of("old", parsed(SCHEMA), "new", changed)))
                .hasSize(1);
    }

    @Test
    void theSameSchemaWrittenWithOtherBlanksIsNoCollision() {
        Schema spaced = parsed(SCHEMA.replace(",", " ,\n  "));

        assertThat(Evolution.collisions(Map.of("old", parsed(SCHEMA), "new", spaced)))
                .isEmpty();
    }

    @Test
    void twoThatDifferInAFieldHaveFingerprintsOfTheirOwn() {
        Schema renamed = parsed(SCHEMA.replace("\"b\"", "\"c\""));

        assertThat(Evolution.collisions(Map.of("old", parsed(SCHEMA), "new", renamed)))
                .isEmpty();
    }

    private static Schema parsed(String text) {
        return new Schema.Parser().parse(text);
    }

    /** Without what the generator adds to say which class its strings are of. */
    private static Schema asWritten(Schema generated) {
        return parsed(generated.toString().replace(",\"avro.java.string\":\"String\"", ""));
    }

    private static Map<String, Schema> presentAndReleased() {
        Map<String, Schema> schemas = new TreeMap<>();
        EvolutionTest.presentSchemas().forEach((name, schema) -> schemas.put("present " + name, asWritten(schema)));
        for (int release = 1; release <= SchemaShelf.RELEASES; release++) {
            for (String name : SchemaShelf.NAMES) {
                Schema schema = SchemaShelf.released(release, name);
                if (schema != null) {
                    schemas.put("release " + release + " " + name, schema);
                }
            }
        }
        return schemas;
    }
}
