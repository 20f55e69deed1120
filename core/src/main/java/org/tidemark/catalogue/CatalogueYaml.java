package org.tidemark.catalogue;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads the catalogue from YAML text; a later text is laid over an earlier one: entries by key, then field by field. */
public final class CatalogueYaml {
    private static final YAMLMapper YAML = YAMLMapper.builder(new YAMLFactory())
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            // Else a section that is written twice would lose its first half.
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // NO is Norway and off a word of ours; YAML 1.1 takes both for false.
            .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
            .build();

    private static final String RULES = "rules";
    private static final String ENDPOINTS = "endpoints";
    private static final Map<String, String> MOVED = Map.of(
            "contrasts", "kind: compare, and its sectors under groups",
            "divergences", "kind: across, and settings: {tell: divergence, apart_years: LEAST MOST}");
    private static final int RULES_VERSION_DIGITS = 16;

    private CatalogueYaml() {}

    /**
     * One YAML text with the name that errors call it by.
     *
     * @param rulesOnly whether it may hold nothing but rules of alerts
     */
    public record Text(String name, String yaml, boolean rulesOnly) {
        public Text(String name, String yaml) {
            this(name, yaml, false);
        }

        /** A text that may hold nothing but rules of alerts. */
        public static Text ofRules(String name, String yaml) {
            return new Text(name, yaml, true);
        }
    }

    /**
     * Reads and lays the texts over each other.
     *
     * @throws IllegalArgumentException with file, line and remedy when a text is no catalogue
     */
    public static Catalogue parse(List<Text> texts) {
        ObjectNode merged = YAML.createObjectNode();
        for (Text text : texts) {
            new CatalogueLayers(text.name()).lay(merged, tree(text));
        }
        try {
            return build(merged);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("catalogue: " + e.getOriginalMessage(), e);
        }
    }

    /** Rules have a version of their own: who changes one changes no estimate. */
    private static Catalogue build(ObjectNode merged) throws JsonProcessingException {
        CatalogueFile file = YAML.treeToValue(merged, CatalogueFile.class);
        JsonNode rules = merged.remove(RULES);
        // Whom one asks changes nothing of what is made of the answers.
        merged.remove(ENDPOINTS);
        String version = rules == null ? "" : hash(rules).substring(0, RULES_VERSION_DIGITS);
        return CatalogueBuild.from(file, hash(merged), version);
    }

    private static String hash(JsonNode merged) {
        try {
            byte[] written = merged.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(written));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static ObjectNode tree(Text text) {
        try {
            return read(text);
        } catch (UnrecognizedPropertyException e) {
            throw new IllegalArgumentException(
                    "catalogue %s: unknown field '%s'; known there: %s"
                            .formatted(text.name(), path(e), new TreeSet<>(e.getKnownPropertyIds())),
                    e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "catalogue %s, %s: %s".formatted(text.name(), place(e), said(text, e)), e);
        }
    }

    /** Of a tab the parser says only that it had looked for something else. */
    private static String said(Text text, JsonProcessingException e) {
        List<String> lines = text.yaml().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).matches(" *\t.*")) {
                return "line %d is indented by a tab; YAML takes blanks only".formatted(i + 1);
            }
        }
        return e.getOriginalMessage().lines().findFirst().orElse("not readable as YAML");
    }

    private static ObjectNode read(Text text) throws JsonProcessingException {
        JsonNode tree = YAML.readTree(text.yaml());
        if (tree.isMissingNode() || tree.isNull()) {
            throw new IllegalArgumentException(
                    "catalogue %s is empty; write at least one of aggregates, sources, families, indicators"
                            .formatted(text.name()));
        }
        if (!tree.isObject()) {
            throw new IllegalArgumentException(
                    "catalogue %s is no catalogue; it begins with a section such as 'indicators:', and under it an id with its fields"
                            .formatted(text.name()));
        }
        refuseMoved(text, tree);
        requireForm(text, tree);
        ObjectNode sections = (ObjectNode) tree;
        sections.properties().removeIf(section -> section.getValue().isNull());
        if (text.rulesOnly() && (sections.size() != 1 || !sections.has(RULES))) {
            throw new IllegalArgumentException(
                    "rules %s: write one section, 'rules', and in it a rule under each id".formatted(text.name()));
        }
        refuseEmpty(text, "", sections);
        return sections;
    }

    /** What was a section of its own and is a measure now. */
    private static void refuseMoved(Text text, JsonNode tree) {
        MOVED.forEach((section, remedy) -> {
            if (tree.has(section)) {
                throw new IllegalArgumentException(
                        "catalogue %s: %s: it is no section any more; write each of it under measures with %s (docs/measures.md shows both)"
                                .formatted(text.name(), section, remedy));
            }
        });
    }

    /** Reads it as a catalogue too; where nothing is switched off the error knows the line of what does not fit. */
    private static void requireForm(Text text, JsonNode tree) throws JsonProcessingException {
        JsonNode on = CatalogueLayers.withoutOff(tree);
        if (on.equals(tree)) {
            YAML.readValue(text.yaml(), CatalogueFile.class);
        } else {
            YAML.treeToValue(on, CatalogueFile.class);
        }
    }

    /** A key without a value says nothing, and laid over another text it would wipe out what that one says. */
    private static void refuseEmpty(Text text, String path, JsonNode node) {
        if (node.isNull()) {
            throw new IllegalArgumentException(
                    "catalogue %s: '%s' is empty; write a value or leave it out".formatted(text.name(), path));
        }
        String prefix = path.isEmpty() ? "" : path + " > ";
        node.properties().forEach(field -> refuseEmpty(text, prefix + field.getKey(), field.getValue()));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            refuseEmpty(text, prefix + "[" + i + "]", node.get(i));
        }
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : r.getFieldName())
                .collect(Collectors.joining(" > "));
    }

    private static String place(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        if (location != null && location.getLineNr() > 0) {
            return "line " + location.getLineNr();
        }
        return e instanceof JsonMappingException mapping ? "'" + path(mapping) + "'" : "line 0";
    }
}
