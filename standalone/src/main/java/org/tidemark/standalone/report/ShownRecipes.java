package org.tidemark.standalone.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.tidemark.estimate.Banded;
import org.tidemark.told.BandText;

/** The map of mechanisms as the query API tells it, for people: each with its number, or with what it waits for. */
public final class ShownRecipes {
    private static final int INDENT = 4;

    private final Words words;

    public ShownRecipes(Words words) {
        this.words = words;
    }

    /**
     * The lines for an answer.
     *
     * @param answer of {@code /api/v1/recipes}
     */
    public List<String> lines(JsonNode answer) {
        List<String> lines = new ArrayList<>();
        for (JsonNode row : answer.path("recipes")) {
            lines.addAll(Fold.lines(
                    "%2d  %s: %s"
                            .formatted(
                                    row.path("row").asInt(),
                                    row.path("mechanism").asText(),
                                    state(row.path("state").asText())),
                    INDENT));
            if (row.path("answers").isEmpty()) {
                lines.addAll(Fold.lines(row.path("detail").asText(), INDENT, INDENT + 2));
            }
            row.path("answers").forEach(one -> lines.addAll(answer(one, true)));
        }
        answer.path("own").forEach(one -> lines.addAll(answer(one, false)));
        lines.add("%d of %d mechanisms have a number"
                .formatted(
                        answer.path("with_number").asInt(), answer.path("rows").asInt()));
        answer.path("missing")
                .forEach(part ->
                        lines.addAll(Fold.lines("missing: " + part.path("why").asText(), 2)));
        return lines;
    }

    private static String state(String written) {
        return switch (written) {
            case "number" -> "number";
            case "too_few" -> "too few figures";
            case "waiting" -> "waiting";
            default -> "outside of what is published";
        };
    }

    private List<String> answer(JsonNode one, boolean indented) {
        int indent = indented ? INDENT : 0;
        List<String> lines = new ArrayList<>(Fold.lines(
                "%s/%s %s"
                        .formatted(
                                one.path("kind").asText(),
                                one.path("recipe").asText(),
                                one.path("state").asText().equals("number") ? number(one) : missing(one)),
                indent,
                indent + 2));
        String reads = StreamSupport.stream(one.path("reads").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(", "));
        if (!reads.isEmpty()) {
            lines.addAll(Fold.lines("reads " + reads, indent + 2, indent + 4));
        }
        return lines;
    }

    private String number(JsonNode one) {
        Banded band = new Banded(
                one.path("value").asDouble(),
                one.path("lower80").asDouble(),
                one.path("upper80").asDouble(),
                one.path("lower95").asDouble(),
                one.path("upper95").asDouble());
        int others = one.path("economies").asInt() - 1;
        return "%s %s, %s, %s%s"
                .formatted(
                        BandText.of(band),
                        UnitWords.of(one.path("unit").asText()),
                        words.economy(one.path("economy").asText()),
                        one.path("period").asText(),
                        others > 0 ? " and %d more".formatted(others) : "");
    }

    private static String missing(JsonNode one) {
        String detail = one.path("detail").asText();
        return one.path("state").asText().equals("too_few") ? "too few figures: " + detail : "waits for " + detail;
    }
}
