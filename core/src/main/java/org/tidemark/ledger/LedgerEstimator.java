package org.tidemark.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Indicator;
import org.tidemark.catalogue.LedgerRecipe;
import org.tidemark.catalogue.Role;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.figures.EconomyFigures;
import org.tidemark.figures.Estimator;
import org.tidemark.figures.Evidence;
import org.tidemark.figures.FigureSeries;
import org.tidemark.series.SeriesId;

/**
 * The displacement ledger of an economy, and of a sector where exposure and adoption of it are held: what the factors
 * imply, beside what postings say of new work, and the difference. It reads the estimates of penetration and of exposure,
 * so both come before it.
 */
public final class LedgerEstimator implements Estimator {
    /** Exposures that are estimates, in the order in which they are told. */
    private static final List<String> ESTIMATED = List.of("gpt_beta", "aioe");

    private static final Set<String> ALWAYS_READ = Set.of(
            Measures.EXPOSED_JOBS,
            Measures.EMPLOYMENT,
            Measures.POSTINGS,
            Measures.CUTS,
            Measures.BOUND,
            "exposure.tasks.gpt_beta",
            "exposure.tasks.human_beta",
            "exposure.score.aioe");
    private static final String UNKNOWN_MODEL = "ledger-product/1";

    private final Catalogue catalogue;

    /** Makes the ledger by the recipe and the priors of a catalogue; one without a recipe makes none. */
    public LedgerEstimator(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Set<String> measures() {
        return Set.of(Measures.LEDGER, Measures.REINSTATEMENT, Measures.NET);
    }

    @Override
    public boolean reads(String indicator) {
        LedgerRecipe recipe = catalogue.recipes().ledger().orElse(null);
        return recipe != null
                && (ALWAYS_READ.contains(indicator)
                        || recipe.automation().contains(indicator)
                        || catalogue
                                .indicator(indicator)
                                .filter(i -> i.role() == Role.ADOPTION
                                        && recipe.adoption().contains(i.concept()))
                                .isPresent());
    }

    @Override
    public List<Estimate> estimates(EconomyFigures figures) {
        LedgerRecipe recipe = catalogue.recipes().ledger().orElse(null);
        if (recipe == null) {
            return List.of();
        }
        List<Estimate> made = new ArrayList<>();
        Estimate reinstatement =
                new Reinstatement(figures, catalogue.recipes()).estimate().orElse(null);
        if (reinstatement != null) {
            made.add(reinstatement);
        }
        Displacement displacement = new Displacement(figures, recipe, catalogue);
        Estimate anchor = anchor(figures, recipe);
        if (anchor == null) {
            made.addAll(withoutAdoption(figures, recipe));
        } else {
            made.addAll(ofEconomy(figures, displacement, anchor, reinstatement));
            made.addAll(ofSectors(figures, displacement, anchor.key().concept()));
        }
        made.sort(Comparator.comparing(Estimate::key));
        return made;
    }

    /** The first concept of adoption that the economy has. */
    private static @Nullable Estimate anchor(EconomyFigures figures, LedgerRecipe recipe) {
        for (String concept : recipe.adoption()) {
            Estimate held = adoption(figures, SeriesId.TOTAL, concept);
            if (held != null) {
                return held;
            }
        }
        return null;
    }

    private static @Nullable Estimate adoption(EconomyFigures figures, String sector, String concept) {
        return figures.estimate(sector, Measures.PENETRATION, concept)
                .filter(e -> Measures.level(e, Horizon.P0D).isPresent())
                .orElse(null);
    }

    private static List<String> exposures(EconomyFigures figures, String sector) {
        List<String> held = new ArrayList<>();
        for (String exposure : ESTIMATED) {
            if (figures.estimate(sector, Measures.EXPOSURE, exposure)
                    .filter(e -> e.inputs() > 0)
                    .isPresent()) {
                held.add(exposure);
            }
        }
        if (sector.equals(SeriesId.TOTAL)
                && figures.series(Measures.EXPOSED_JOBS, sector)
                        .flatMap(FigureSeries::newest)
                        .isPresent()) {
            held.add(Measures.JOBS);
        }
        return held;
    }

    private static List<Estimate> ofEconomy(
            EconomyFigures figures, Displacement displacement, Estimate anchor, @Nullable Estimate reinstatement) {
        List<Estimate> made = new ArrayList<>();
        List<String> exposures = exposures(figures, SeriesId.TOTAL);
        for (String exposure : exposures) {
            addWithNet(made, displacement.entry(SeriesId.TOTAL, exposure, anchor), reinstatement);
        }
        if (exposures.isEmpty()) {
            String reason = "no exposure of %s: neither an estimate by occupation nor %s is held"
                    .formatted(figures.economy(), Measures.EXPOSED_JOBS);
            addWithNet(made, withoutExposure(anchor, Measures.JOBS, reason), reinstatement);
        }
        return made;
    }

    private List<Estimate> ofSectors(EconomyFigures figures, Displacement displacement, String concept) {
        List<Estimate> made = new ArrayList<>();
        for (String sector : sectors(figures, concept)) {
            Estimate adoption = adoption(figures, sector, concept);
            if (adoption == null) {
                continue;
            }
            List<String> exposures = exposures(figures, sector);
            for (String exposure : exposures) {
                addWithNet(made, displacement.entry(sector, exposure, adoption), null);
            }
            if (exposures.isEmpty()) {
                String reason =
                        "no exposure of %s: employment by industry and occupation is not held".formatted(sector);
                addWithNet(made, withoutExposure(adoption, ESTIMATED.get(0), reason), null);
            }
        }
        return made;
    }

    private SortedSet<String> sectors(EconomyFigures figures, String concept) {
        SortedSet<String> sectors = new TreeSet<>();
        for (Indicator indicator : catalogue.indicators()) {
            if (indicator.role() == Role.ADOPTION && indicator.concept().equals(concept)) {
                sectors.addAll(figures.sectors(indicator.id()));
            }
        }
        sectors.remove(SeriesId.TOTAL);
        return sectors;
    }

    private static void addWithNet(List<Estimate> made, Displacement.Entry entry, @Nullable Estimate reinstatement) {
        made.add(entry.estimate());
        new NetDisplacement(entry, reinstatement).estimate().ifPresent(made::add);
    }

    private static Displacement.Entry withoutExposure(Estimate adoption, String exposure, String reason) {
        EstimateKey of = adoption.key();
        EstimateKey key = new EstimateKey(of.economy(), of.sector(), Measures.LEDGER, exposure + "." + of.concept());
        return new Displacement.Entry(
                Evidence.NONE.with(adoption).withheld(key, UNKNOWN_MODEL, Measures.PERCENT, reason), Map.of());
    }

    private static List<Estimate> withoutAdoption(EconomyFigures figures, LedgerRecipe recipe) {
        List<Estimate> made = new ArrayList<>();
        String reason = "adoption of %s is not held: none of the concepts %s"
                .formatted(figures.economy(), String.join(", ", recipe.adoption()));
        for (String exposure : exposures(figures, SeriesId.TOTAL)) {
            EstimateKey key = new EstimateKey(figures.economy(), SeriesId.TOTAL, Measures.LEDGER, exposure);
            made.add(ofExposure(figures, exposure).withheld(key, UNKNOWN_MODEL, Measures.PERCENT, reason));
        }
        return made;
    }

    private static Evidence ofExposure(EconomyFigures figures, String exposure) {
        Optional<Estimate> estimate = figures.estimate(SeriesId.TOTAL, Measures.EXPOSURE, exposure);
        if (estimate.isPresent()) {
            return Evidence.NONE.with(estimate.get());
        }
        FigureSeries jobs =
                figures.series(Measures.EXPOSED_JOBS, SeriesId.TOTAL).orElseThrow();
        return Evidence.NONE.with(jobs, jobs.newest().orElseThrow());
    }
}
