package org.tidemark.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A dashboard as its file says. */
record Board(String file, JsonNode json) {
    static List<Board> all() {
        return Place.files(Place.DASHBOARDS, ".json").stream().map(Board::read).toList();
    }

    static Board named(String name) {
        return read(Place.DASHBOARDS.resolve(name + ".json"));
    }

    private static Board read(Path file) {
        return new Board(String.valueOf(file.getFileName()), Place.json(file));
    }

    /** A copy that a test has spoilt. */
    Board spoilt(Consumer<ObjectNode> how) {
        ObjectNode copy = json.deepCopy();
        how.accept(copy);
        return new Board(file, copy);
    }

    String uid() {
        return json.path("uid").asText();
    }

    List<JsonNode> panels() {
        List<JsonNode> panels = new ArrayList<>();
        json.path("panels").forEach(panels::add);
        return panels;
    }

    /** Panels that show something, without the rows between them. */
    List<JsonNode> drawn() {
        return panels().stream()
                .filter(panel -> !panel.path("type").asText().equals("row"))
                .toList();
    }

    /** Panels that ask Prometheus. */
    List<JsonNode> asking() {
        return drawn().stream()
                .filter(panel -> !panel.path("type").asText().equals("text"))
                .toList();
    }

    List<JsonNode> variables() {
        List<JsonNode> variables = new ArrayList<>();
        json.path("templating").path("list").forEach(variables::add);
        return variables;
    }

    /** Every expression: of panels and of annotations. */
    List<String> expressions() {
        List<String> expressions = new ArrayList<>();
        asking().forEach(panel -> panel.path("targets")
                .forEach(target -> expressions.add(target.path("expr").asText())));
        json.path("annotations")
                .path("list")
                .forEach(a -> expressions.add(a.path("target").path("expr").asText()));
        return expressions;
    }
}
