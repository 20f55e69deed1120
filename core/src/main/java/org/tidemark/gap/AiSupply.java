package org.tidemark.gap;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.LedgerRecipe;
import org.tidemark.catalogue.Recipes;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.Term;
import org.tidemark.figures.EconomyFigures;
import org.tidemark.figures.Evidence;
import org.tidemark.figures.Figure;
import org.tidemark.figures.FigureSeries;
import org.tidemark.series.SeriesId;

/**
 * What AI adds to supply and demand does not follow: -(1 - phi) x uplift, where phi is the share of the extra supply that
 * demand follows and uplift = exposed share of work x adoption x share that it pays to automate x cost saving.
 */
final class AiSupply {
    static final String EXPOSED_JOBS = "exposure.jobs";

    private static final String NAME = "ai_supply";
    private static final String ADOPTION = "adoption";
    private static final String EXPOSED = "exposed_share";
    private static final String PROFITABLE = "profitable_share";
    private static final String SAVING = "cost_saving";
    private static final String FOLLOWS = "demand_follows_supply";
    private static final double PERCENT = 100;

    private AiSupply() {}

    /** The priors that it needs. */
    static List<String> priors() {
        return List.of(PROFITABLE, SAVING, FOLLOWS);
    }

    private record Found(Factor factor, Evidence evidence) {}

    /** The part of the gap, of the economy as a whole. */
    static Drawn draw(Recipes recipes, EconomyFigures figures, Evidence evidence) {
        Found adoption = adoption(recipes, figures, evidence);
        if (adoption == null) {
            String reason = "no penetration is estimated of any concept of adoption that the ledger names";
            return new Drawn(Part.unavailable(NAME, reason), evidence);
        }
        Found exposed = exposed(figures, adoption.evidence());
        if (exposed == null) {
            String reason = "no share of work exposed to AI is estimated or published";
            return new Drawn(Part.unavailable(NAME, reason), adoption.evidence());
        }
        return new Drawn(part(recipes, exposed.factor(), adoption.factor()), exposed.evidence());
    }

    private static @Nullable Found adoption(Recipes recipes, EconomyFigures figures, Evidence evidence) {
        List<String> concepts = recipes.ledger().map(LedgerRecipe::adoption).orElse(List.of());
        for (String concept : concepts) {
            Estimate estimate =
                    figures.estimate(SeriesId.TOTAL, "penetration", concept).orElse(null);
            Factor factor = estimate == null ? null : Factor.of(ADOPTION, estimate);
            if (estimate != null && factor != null) {
                return new Found(factor, evidence.besides(estimate));
            }
        }
        return null;
    }

    private static @Nullable Found exposed(EconomyFigures figures, Evidence evidence) {
        Estimate estimate =
                figures.estimate(SeriesId.TOTAL, "exposure", "gpt_beta").orElse(null);
        Factor factor = estimate == null ? null : Factor.of(EXPOSED, estimate);
        if (estimate != null && factor != null) {
            return new Found(factor, evidence.besides(estimate));
        }
        FigureSeries jobs = figures.series(EXPOSED_JOBS, SeriesId.TOTAL).orElse(null);
        Figure newest = jobs == null ? null : jobs.newest().orElse(null);
        return jobs == null || newest == null
                ? null
                : new Found(Factor.of(EXPOSED, EXPOSED_JOBS, newest), evidence.besides(jobs, List.of(newest)));
    }

    private static Part part(Recipes recipes, Factor exposed, Factor adoption) {
        Factor follows = Factor.of(recipes.prior(FOLLOWS));
        Normal unmet = new Normal(follows.value().mean() - 1, follows.value().deviation());
        List<Factor> shares = List.of(
                exposed, adoption, Factor.of(recipes.prior(PROFITABLE)), Factor.of(recipes.prior(SAVING)), follows);
        List<Normal> factors = new ArrayList<>(
                shares.stream().limit(shares.size() - 1).map(Factor::value).toList());
        factors.add(unmet);
        Normal part = Product.of(factors).times(PERCENT);
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            terms.add(shares.get(i).term(Product.shareOfVariance(factors, i)));
        }
        terms.add(toldFromZero(part));
        return new Part(NAME, part, source(part), terms);
    }

    private static String source(Normal part) {
        return part.isToldFromZero()
                ? "supply that AI adds and demand does not follow"
                : "supply that AI adds and demand does not follow; AI's part cannot be told from zero";
    }

    private static Term toldFromZero(Normal part) {
        boolean told = part.isToldFromZero();
        String source = told
                ? "the 95 % interval of AI's part leaves zero out"
                : "AI's part cannot be told from zero: its 95 % interval holds it";
        return new Term("told_from_zero", told ? 1.0 : 0.0, null, null, Term.Basis.ESTIMATED, "yes_no", source);
    }
}
