package org.tidemark.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.tidemark.catalogue.LedgerRecipe;
import org.tidemark.catalogue.Prior;
import org.tidemark.estimate.Term;
import org.tidemark.figures.EconomyFigures;
import org.tidemark.figures.Figure;
import org.tidemark.figures.FigureSeries;
import org.tidemark.series.SeriesId;

/**
 * The share of AI use that does the work instead of helping with it, automation/(automation + augmentation): a Beta prior
 * of mean m and n observations, to which each published share s of the usage indices adds k observations. Posterior mean
 * (n m + k sum s)/(n + k N).
 */
final class Substitution {
    static final String PRIOR = "substitution_share";

    private final LedgerRecipe recipe;
    private final Prior prior;
    private final StandIns standIns;

    Substitution(LedgerRecipe recipe, Prior prior, StandIns standIns) {
        this.recipe = recipe;
        this.prior = prior;
        this.standIns = standIns;
    }

    void addTo(Account account, EconomyFigures figures) {
        double worth = recipe.automationObservations();
        double observations =
                Objects.requireNonNull(prior.observations(), "catalogue: prior substitution_share: give observations");
        double successes = observations * prior.mean();
        List<String> sources = new ArrayList<>();
        int used = 0;
        for (String indicator : recipe.automation()) {
            FigureSeries series = figures.series(indicator, SeriesId.TOTAL).orElse(null);
            if (series == null || series.figures().isEmpty()) {
                continue;
            }
            account.use(series);
            sources.add(indicator + standIns.said(indicator));
            for (Figure figure : series.figures()) {
                requireShare(account, series, figure);
                successes += worth * figure.value() / 100;
                observations += worth;
                used++;
            }
        }
        double mean = successes / observations;
        double sd = StrictMath.sqrt(mean * (1 - mean) / (observations + 1));
        Term.Basis basis = used == 0 ? Term.Basis.ASSUMED : Term.Basis.ESTIMATED;
        account.add("substitution_share", mean, sd, basis, source(sources, used, observations));
    }

    private static void requireShare(Account account, FigureSeries series, Figure figure) {
        if (!(figure.value() >= 0 && figure.value() <= 100)) {
            account.fail("%s in %s is %s percent; a share lies between 0 and 100"
                    .formatted(series.id().indicator(), figure.period().label(), figure.value()));
        }
    }

    private String source(List<String> sources, int used, double observations) {
        if (used == 0) {
            return "prior alone: " + prior.citation();
        }
        return "%d figures of %s, each worth %s observations, on a prior: %s observations in all. %s. Prior: %s"
                .formatted(
                        used,
                        String.join(" and ", sources),
                        recipe.automationObservations(),
                        observations,
                        recipe.automationCitation(),
                        prior.citation());
    }
}
