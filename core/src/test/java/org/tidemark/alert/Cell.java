package org.tidemark.alert;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.AlertRule;
import org.tidemark.catalogue.CatalogueYaml;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.StageOdds;
import org.tidemark.estimate.Trajectory;
import org.tidemark.news.News;
import org.tidemark.news.NewsLine;
import org.tidemark.series.Period;

/** Estimates, news and rules of one made-up cell. */
final class Cell {
    static final EstimateKey KEY = new EstimateKey("DE", "TOTAL", "penetration", "firms.any_use");
    private static final double Z80 = 1.2815515655446004;
    private static final double Z95 = 1.959963984540054;

    private Cell() {}

    /** The one rule of a text: {@code fields} separated by semicolons. */
    static AlertRule rule(String fields) {
        StringBuilder text =
                new StringBuilder("rules:\n  Made:\n    title: It is so\n    severity: info\n    audience: a\n");
        for (String field : fields.split(";", -1)) {
            text.append("    ").append(field.strip()).append('\n');
        }
        return CatalogueYaml.parse(List.of(new CatalogueYaml.Text("made", text.toString())))
                .recipes()
                .alerts()
                .all()
                .get(0);
    }

    static AlertRule above10(int releases) {
        return rule("measure: penetration; condition: level_above; threshold: 10; raise: 0.8; clear: 0.6; releases: "
                + releases);
    }

    /** A level in percent with a standard error of one point. */
    static Estimate level(String asOf, String period, double level) {
        return estimate(asOf, period, "percent", level, 1, null, null);
    }

    static Estimate estimate(
            String asOf,
            String period,
            String unit,
            double level,
            double sd,
            @Nullable Double negative,
            @Nullable Trajectory trajectory) {
        Banded band = new Banded(level, level - Z80 * sd, level + Z80 * sd, level - Z95 * sd, level + Z95 * sd);
        return new Estimate(
                KEY,
                instant(asOf),
                Period.parse(period),
                5,
                "00",
                "model",
                unit,
                List.of(new HorizonValue(Horizon.P0D, band, negative)),
                trajectory);
    }

    static Trajectory moving(double speed, double sd, double growth) {
        Banded band = new Banded(speed, speed - Z80 * sd, speed + Z80 * sd, speed - Z95 * sd, speed + Z95 * sd);
        return new Trajectory(band, 1, new StageOdds(1 - growth, growth, 0), List.of());
    }

    /** Why a level moved: so much by revisions, the rest by new figures. */
    static News news(Estimate before, Estimate after, double revised) {
        double from = before.level(Horizon.P0D).orElseThrow();
        double to = after.level(Horizon.P0D).orElseThrow();
        return new News(
                KEY,
                after.asOf(),
                Horizon.P0D,
                "percent",
                from,
                to,
                List.of(line(NewsLine.Kind.REVISIONS, revised), line(NewsLine.Kind.NEW_FIGURES, to - from - revised)));
    }

    private static NewsLine line(NewsLine.Kind kind, double impact) {
        String release = "r-" + kind.name().toLowerCase(Locale.ROOT);
        return new NewsLine(
                kind, "EUROSTAT", release, "adoption.firms.any_use", "TOTAL", 1, null, null, null, null, null, impact);
    }

    static Instant instant(String day) {
        return Instant.parse(day + "T00:00:00Z");
    }
}
