package org.tidemark.standalone.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tidemark.estimate.Background;
import org.tidemark.series.Period;

/** Estimates as the query API tells them, for people: what is known of an economy, one after the other. */
public final class ShownEstimates {
    private static final String NOTHING = "nothing is known: no estimate of this economy, measure and date is held";
    private static final int NAME = 10;
    private static final double CERTAIN = 0.995;

    private final Words words;
    private final boolean background;

    /**
     * Those of an answer.
     *
     * @param background whether estimates that stand in the background are told too, as where a measure was asked for
     */
    public ShownEstimates(Words words, boolean background) {
        this.words = words;
        this.background = background;
    }

    /**
     * The lines for an answer.
     *
     * @param answer of {@code /api/v1/estimates}
     */
    public List<String> lines(JsonNode answer) {
        List<String> lines = new ArrayList<>();
        String economy = "";
        int left = 0;
        for (JsonNode estimate : answer.path("estimates")) {
            if (estimate.path("withdrawn").asBoolean()) {
                continue;
            }
            if (!background && background(estimate)) {
                left++;
                continue;
            }
            String of = estimate.path("economy").asText();
            if (!of.equals(economy)) {
                economy = of;
                lines.add(words.economy(of));
            }
            lines.addAll(estimate(estimate));
        }
        if (lines.isEmpty() && left == 0) {
            return List.of(NOTHING);
        }
        if (left > 0) {
            lines.add("%d in the background, such as arithmetic without a sign: --measure NAME or --json tells them"
                    .formatted(left));
        }
        answer.path("missing")
                .forEach(part -> lines.add("missing: " + part.path("why").asText()));
        return lines;
    }

    private static boolean background(JsonNode estimate) {
        for (JsonNode term : estimate.path("terms")) {
            if (term.path("name").asText().equals(Background.TERM)) {
                return true;
            }
        }
        return false;
    }

    private List<String> estimate(JsonNode e) {
        List<String> lines = new ArrayList<>(Fold.lines(
                "%s: %s"
                        .formatted(
                                words.measure(e.path("measure").asText()),
                                words.concept(e.path("concept").asText())),
                2,
                4));
        if (e.has("latest")) {
            lines.addAll(line("latest", latest(e)));
        }
        if (e.has("ended")) {
            lines.addAll(line("ended", e.at("/ended/said").asText().replaceFirst("^ended ", "")));
        }
        if (e.has("nowcast")) {
            lines.addAll(line(
                    "nowcast",
                    said(e.path("nowcast")) + " on " + e.at("/nowcast/date").asText()));
        }
        if (e.has("speed")) {
            lines.addAll(line("speed", said(e.path("speed"))));
            if (!e.at("/stage/likeliest").asText().isEmpty()) {
                lines.addAll(line("stage", stage(e.path("stage"))));
            }
        } else if (e.has("missing")) {
            lines.addAll(line("too early", e.path("missing").asText()));
        }
        if (e.has("withheld")) {
            lines.addAll(line("no number", e.path("withheld").asText()));
        }
        lines.addAll(line("known", known(e)));
        return lines;
    }

    private String latest(JsonNode e) {
        JsonNode negative = e.at("/levels/P0D/p_negative");
        return "%s in %s, %d days old%s%s"
                .formatted(
                        said(e.path("latest")),
                        words.period(Period.parse(e.path("period").asText())),
                        e.path("age_days").asLong(),
                        e.path("stale").asBoolean() ? ", stale" : "",
                        negative.isNumber() ? ", P(<0) " + probability(negative.asDouble()) : "");
    }

    private static String known(JsonNode e) {
        boolean month = e.path("as_of_precision").asText().equals("month");
        return "since %s, from %d figures"
                .formatted(
                        month
                                ? "some day of " + e.path("as_of").asText().substring(0, 7)
                                : e.path("as_of").asText().substring(0, 10),
                        e.path("inputs").asLong());
    }

    private static String stage(JsonNode stage) {
        String likeliest = stage.path("likeliest").asText();
        return likeliest + " " + probability(stage.path(likeliest).asDouble());
    }

    private static String said(JsonNode level) {
        String unit = level.path("unit").asText();
        return level.path("said").asText() + " " + UnitWords.of(unit);
    }

    private static String probability(double p) {
        return p >= CERTAIN ? ">0.99" : p < 1 - CERTAIN ? "<0.01" : String.format(Locale.ROOT, "%.2f", p);
    }

    private static List<String> line(String name, String text) {
        return Fold.lines("%s%s".formatted(name + " ".repeat(NAME - name.length()), text), 4, 4 + NAME);
    }
}
