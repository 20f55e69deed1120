package org.tidemark.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueYaml;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.figures.Estimator;
import org.tidemark.figures.Evaluation;
import org.tidemark.figures.HeldFigures;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/** Made figures and recipes of one economy. */
final class Made {
    static final Instant KNOWN = Instant.parse("2030-01-01T00:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Made() {}

    /** The catalogue with nothing measured but these recipes. */
    static Catalogue catalogue(String measures) {
        String own = "measures:\n" + measures.indent(2);
        return ShippedCatalogue.with(List.of(new CatalogueYaml.Text("own.yaml", own)));
    }

    /** One recipe as JSON, which YAML reads too. */
    static Catalogue catalogue(String id, JsonNode recipe) {
        return catalogue(id + ": " + recipe);
    }

    /** One figure: indicator, economy, sector, period, value. */
    record Row(String indicator, String sector, String period, double value) {
        static Row of(String indicator, String period, double value) {
            return new Row(indicator, SeriesId.TOTAL, period, value);
        }
    }

    static HeldFigures figures(List<Row> rows) {
        HeldFigures figures = new HeldFigures("WORLD");
        for (Row row : rows) {
            SeriesId series = new SeriesId(row.indicator(), "WORLD", row.sector(), "MADE");
            figures.put(new FigureId(series, Period.parse(row.period())), row.value(), null, KNOWN);
        }
        return figures;
    }

    static Estimate estimate(Catalogue catalogue, String id, List<Row> rows) {
        List<Estimator> estimators = List.copyOf(MeasureEstimator.ofEconomies(catalogue));
        String kind = java.util.Objects.requireNonNull(
                        catalogue.recipes().measures().recipes().get(id))
                .kind()
                .name()
                .toLowerCase(Locale.ROOT);
        Estimate made = Evaluation.of(figures(rows), estimators).get(new EstimateKey("WORLD", "TOTAL", kind, id));
        if (made == null) {
            throw new AssertionError("nothing is said of " + id);
        }
        return made;
    }

    static double term(Estimate estimate, String name) {
        return estimate.terms().stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .map(t -> t.value() == null ? Double.NaN : t.value())
                .orElseThrow(() -> new AssertionError("no term " + name + " in " + estimate.terms()));
    }

    static List<JsonNode> vectors() {
        try {
            List<JsonNode> all = new ArrayList<>();
            JSON.readTree(Made.class.getResourceAsStream("vectors.json")).forEach(all::add);
            return all;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static List<Row> rows(JsonNode figures) {
        List<Row> rows = new ArrayList<>();
        figures.forEach(f -> rows.add(new Row(
                f.get(0).asText(),
                f.get(2).asText(),
                f.get(3).asText(),
                f.get(4).asDouble())));
        return rows;
    }
}
