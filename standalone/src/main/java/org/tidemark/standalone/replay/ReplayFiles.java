package org.tidemark.standalone.replay;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tidemark.api.query.EstimateCsv;
import org.tidemark.api.query.OriginalText;
import org.tidemark.catalogue.MeasureRecipes;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.StageOdds;
import org.tidemark.estimate.Term;
import org.tidemark.estimate.Trajectory;
import org.tidemark.estimate.TurningDate;
import org.tidemark.standalone.history.HistoryFile;
import org.tidemark.standalone.history.HistorySize;
import org.tidemark.text.SheetCell;
import org.tidemark.validate.Rejection;

/** The tables that a replay leaves. */
final class ReplayFiles {
    private static final List<String> REJECTED =
            List.of("reason", "detail", "place", "source", "economy", "release", "published", "original");
    private static final List<String> STAGES = List.of(
            "as_of",
            "measure",
            "concept",
            "economy",
            "sector",
            "period",
            "speed",
            "speed_lower80",
            "speed_upper80",
            "speed_lower95",
            "speed_upper95",
            "speed_points",
            "germination",
            "growth",
            "maturity",
            "midpoint_passed",
            "midpoint_year10",
            "midpoint_year50",
            "midpoint_year90",
            "midpoint_prior_share");
    private static final List<String> TERMS = List.of(
            "as_of",
            "measure",
            "concept",
            "economy",
            "sector",
            "term",
            "value",
            "standard_deviation",
            "variance_share",
            "basis",
            "unit",
            "source");
    private static final List<String> WITHHELD =
            List.of("as_of", "measure", "concept", "economy", "sector", "period", "inputs", "model", "reason");

    private final Path folder;
    private final MeasureRecipes recipes;

    ReplayFiles(Path folder, MeasureRecipes recipes) {
        this.folder = folder;
        this.recipes = recipes;
    }

    /**
     * What has been written.
     *
     * @param hashes of each file by its name
     * @param history how much of what was said the history shows
     */
    record Written(SortedMap<String, String> hashes, HistorySize history) {}

    /** Writes all tables. */
    Written write(ReplayResult result) throws IOException {
        SortedMap<String, String> hashes = new TreeMap<>();
        hashes.put("estimates.csv", HashedFile.write(folder.resolve("estimates.csv"), out -> estimates(out, result)));
        hashes.put("news.csv", NewsFile.write(folder.resolve("news.csv"), result.news()));
        hashes.put(AlertsFile.NAME, AlertsFile.write(folder.resolve(AlertsFile.NAME), result.alerts()));
        hashes.put("quarantine.csv", QuarantineFile.write(folder, result.judgements()));
        hashes.put("stages.csv", HashedFile.write(folder.resolve("stages.csv"), out -> stages(out, result)));
        hashes.put("terms.csv", HashedFile.write(folder.resolve("terms.csv"), out -> terms(out, result)));
        hashes.put("withheld.csv", HashedFile.write(folder.resolve("withheld.csv"), out -> withheld(out, result)));
        hashes.put("rejected.csv", HashedFile.write(folder.resolve("rejected.csv"), out -> rejected(out, result)));
        Path smoothed = folder.resolve(HistoryFile.SMOOTHED);
        hashes.put(HistoryFile.SMOOTHED, SmoothedFile.write(smoothed, result.smoothed()));
        hashes.put(RecipesFile.NAME, RecipesFile.write(folder, recipes, result.estimates()));
        AtomicReference<@Nullable HistorySize> size = new AtomicReference<>();
        hashes.put(
                HistoryFile.NAME,
                HashedFile.write(folder.resolve(HistoryFile.NAME), out -> size.set(HistoryFile.write(folder, out))));
        return new Written(hashes, Objects.requireNonNull(size.get(), "set by writing"));
    }

    private static void estimates(Writer out, ReplayResult result) throws IOException {
        EstimateCsv csv = EstimateCsv.begin(out);
        result.estimates().forEach(csv::write);
        csv.flush();
    }

    /** Speed in logits a year, stages as probabilities, the midpoint mixed over the ceilings; of three figures the speed alone. */
    private static void stages(Writer out, ReplayResult result) throws IOException {
        try (CsvWriter csv = csv(out)) {
            csv.writeRecord(STAGES);
            for (Estimate estimate : result.estimates()) {
                if (estimate.trajectory() != null) {
                    csv.writeRecord(stage(estimate, estimate.trajectory()));
                }
            }
        }
    }

    private static List<String> stage(Estimate e, Trajectory t) {
        Banded speed = t.speedLogits();
        StageOdds odds = t.stage();
        @Nullable
        TurningDate midpoint = t.turnings().stream()
                .filter(d -> d.turning() == TurningDate.Turning.MIDPOINT && d.ceiling() == null)
                .findFirst()
                .orElse(null);
        return row(
                e,
                e.period().label(),
                number(speed.value()),
                number(speed.lower80()),
                number(speed.upper80()),
                number(speed.lower95()),
                number(speed.upper95()),
                number(t.speedPoints()),
                e.isEarly() ? "" : number(odds.germination()),
                e.isEarly() ? "" : number(odds.growth()),
                e.isEarly() ? "" : number(odds.maturity()),
                midpoint == null ? "" : number(midpoint.passed()),
                midpoint == null ? "" : number(midpoint.year10()),
                midpoint == null ? "" : number(midpoint.year50()),
                midpoint == null ? "" : number(midpoint.year90()),
                midpoint == null ? "" : number(midpoint.priorShare()));
    }

    /** What each composed estimate is made of; a number that is not to be had has none, and its reason as source. */
    private static void terms(Writer out, ReplayResult result) throws IOException {
        try (CsvWriter csv = csv(out)) {
            csv.writeRecord(TERMS);
            for (Estimate e : result.estimates()) {
                for (Term t : e.terms()) {
                    csv.writeRecord(row(
                            e,
                            t.name(),
                            number(t.value()),
                            number(t.standardDeviation()),
                            number(t.varianceShare()),
                            t.basis().name(),
                            t.unit(),
                            t.source()));
                }
            }
        }
    }

    /** Where no number is given, why; also where all figures were withdrawn, which has no row of a level either. */
    private static void withheld(Writer out, ReplayResult result) throws IOException {
        try (CsvWriter csv = csv(out)) {
            csv.writeRecord(WITHHELD);
            for (Estimate e : result.estimates()) {
                if (e.levels().isEmpty()) {
                    String reason = e.withheld() == null ? "nothing is left to estimate from" : e.withheld();
                    csv.writeRecord(row(e, e.period().label(), Integer.toString(e.inputs()), e.model(), reason));
                }
            }
        }
    }

    private static void rejected(Writer out, ReplayResult result) throws IOException {
        try (CsvWriter csv = csv(out)) {
            csv.writeRecord(REJECTED);
            for (Rejection r : result.rejections()) {
                csv.writeRecord(cells(
                        r.reason().name(),
                        r.detail(),
                        r.place(),
                        text(r.source()),
                        text(r.economy()),
                        text(r.release()),
                        text(r.published()),
                        OriginalText.readable(r.original())));
            }
        }
    }

    /** A row that begins with whose and of when it is. */
    private static List<String> row(Estimate e, String... rest) {
        List<String> row = new ArrayList<>(List.of(
                e.asOf().toString(),
                e.key().measure(),
                e.key().concept(),
                e.key().economy(),
                e.key().sector()));
        row.addAll(List.of(rest));
        return cells(row.toArray(String[]::new));
    }

    private static List<String> cells(String... texts) {
        return Stream.of(texts).map(SheetCell::written).toList();
    }

    private static CsvWriter csv(Writer out) {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    }

    private static String number(@Nullable Double value) {
        return value == null ? "" : String.format(Locale.ROOT, "%.6f", value);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
