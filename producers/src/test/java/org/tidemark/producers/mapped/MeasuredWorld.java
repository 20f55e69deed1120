package org.tidemark.producers.mapped;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.MeasureRecipe;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.exposure.ExposureEstimator;
import org.tidemark.figures.Estimator;
import org.tidemark.figures.Evaluation;
import org.tidemark.figures.HeldFigures;
import org.tidemark.measure.MeasureEstimator;
import org.tidemark.measure.PanelMember;
import org.tidemark.penetration.PenetrationEstimator;
import org.tidemark.producers.FigureSink;
import org.tidemark.producers.SkipReason;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.SourceFormat;
import org.tidemark.producers.StatedFigure;
import org.tidemark.producers.load.Formats;
import org.tidemark.series.FigureId;
import org.tidemark.validate.RejectReason;

/** The files of a folder as figures, and every declared measure of them: what the flow would say at its end. */
final class MeasuredWorld {
    /** The files that measures read, in the folder of the publishers' files. */
    static final List<String> PLACES = List.of(
            "ai-incidents",
            "cbo-economic-projections",
            "census-btos",
            "epoch-compute",
            "epoch-eci",
            "epoch-models",
            "etd-china",
            "fred-qd",
            "hyperscaler-capex",
            "ifr-robots",
            "indeed-ai-postings/AI_posting.2025-06-18.csv",
            "microsoft-ai-diffusion/country_ai_user_share_2025H1_2026Q1.csv",
            "oecd-ai-policies",
            "openrouter-weekly",
            "world-bank-gdp",
            "fred-md/2024-03.csv");

    private final Catalogue catalogue;
    private final Map<String, HeldFigures> economies = new TreeMap<>();
    private final Map<String, HeldFigures> panels = new TreeMap<>();
    private final Map<String, Integer> refused = new TreeMap<>();
    private final List<MeasureRecipe> recipes;

    MeasuredWorld(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.recipes = catalogue.recipes().measures().panels();
    }

    /** Reads each file that some format recognises. */
    MeasuredWorld reading(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).sorted().forEach(this::file);
        }
        return this;
    }

    private void file(Path path) {
        try {
            SourceFile file = new SourceFile(path);
            for (SourceFormat format : Formats.all(catalogue)) {
                if (format.recognises(file)) {
                    read(file, format);
                    return;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(SourceFile file, SourceFormat format) throws IOException {
        Instant filed = format.filed(file).orElse(Instant.parse("2026-06-30T00:00:00Z"));
        format.read(file, new FigureSink() {
            @Override
            public void figure(StatedFigure figure) {
                take(figure, filed);
            }

            @Override
            public void skipped(SkipReason reason) {}

            @Override
            public void rejected(RejectReason reason, String where, String detail, byte[] original) {
                refused.merge(
                        format.name() + ": " + detail.substring(0, Math.min(100, detail.length())), 1, Integer::sum);
            }
        });
    }

    private void take(StatedFigure figure, Instant filed) {
        FigureId id = figure.figure();
        var indicator = catalogue.indicator(id.series().indicator());
        if (indicator.isEmpty() || !catalogue.units(id.series().indicator()).contains(figure.unit())) {
            refused.merge("unit or indicator: " + id.series().indicator() + " " + figure.unit(), 1, Integer::sum);
            return;
        }
        if (!indicator.get().thinning().keeps(id.period())) {
            return;
        }
        String economy = id.series().economy();
        economies.computeIfAbsent(economy, HeldFigures::new).put(id, figure.value(), figure.standardError(), filed);
        Map<String, Boolean> put = new HashMap<>();
        for (MeasureRecipe recipe : recipes) {
            if (recipe.takes(id) && put.put(recipe.economy(), true) == null) {
                panels.computeIfAbsent(recipe.economy(), HeldFigures::new)
                        .put(PanelMember.of(recipe.economy(), id), figure.value(), figure.standardError(), filed);
            }
        }
    }

    SortedMap<EstimateKey, Estimate> measures() {
        SortedMap<EstimateKey, Estimate> all = new TreeMap<>();
        List<Estimator> ofOne = new ArrayList<>();
        ofOne.add(new PenetrationEstimator(
                catalogue, org.tidemark.estimate.CeilingPrior.EQUAL, java.util.Set.of("adoption.people.any_use")));
        ofOne.add(new ExposureEstimator(catalogue));
        ofOne.addAll(MeasureEstimator.ofEconomies(catalogue));
        economies.values().forEach(e -> all.putAll(Evaluation.of(e, ofOne)));
        List<Estimator> ofMany = List.copyOf(MeasureEstimator.ofPanels(catalogue));
        panels.values().forEach(p -> all.putAll(Evaluation.of(p, ofMany)));
        return all;
    }

    /** All that is held of an economy, or of the panel whose estimates are told under it. */
    HeldFigures figures(String economy, String recipe) {
        boolean panel = recipes.stream().anyMatch(r -> r.id().equals(recipe));
        return Objects.requireNonNull((panel ? panels : economies).get(economy), economy);
    }

    /** Those figures whose period was over on a day, known on that day. */
    static HeldFigures until(LocalDate day, HeldFigures all, Estimator estimator) {
        Instant known = day.atStartOfDay().toInstant(ZoneOffset.UTC);
        HeldFigures then = new HeldFigures(all.economy());
        for (String indicator : all.indicators()) {
            if (estimator.reads(indicator)) {
                for (String sector : all.sectors(indicator)) {
                    all.sources(indicator, sector).forEach(series -> series.figures().stream()
                            .filter(f -> !f.period().end().isAfter(day))
                            .forEach(f -> then.put(
                                    new FigureId(series.id(), f.period()), f.value(), f.standardError(), known)));
                }
            }
        }
        return then;
    }

    Map<String, Integer> refused() {
        return refused;
    }
}
