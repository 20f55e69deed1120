package org.tidemark.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.LedgerRecipe;
import org.tidemark.catalogue.Prior;
import org.tidemark.catalogue.Recipes;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.Term;
import org.tidemark.estimate.Term.Basis;
import org.tidemark.figures.EconomyFigures;
import org.tidemark.figures.Evidence;
import org.tidemark.figures.Figure;
import org.tidemark.figures.FigureSeries;
import org.tidemark.series.SeriesId;

/** Displaced share of employment = exposed share x adoption x substitution share x profitable share. */
final class Displacement {
    private static final String PROFITABLE = "profitable_share";
    private static final String JOBS_ERROR = "exposed_jobs_error";
    private static final List<Horizon> LEVELS = List.of(Horizon.P0D, Horizon.NOW);

    private final EconomyFigures figures;
    private final LedgerRecipe recipe;
    private final Recipes recipes;
    private final StandIns standIns;

    Displacement(EconomyFigures figures, LedgerRecipe recipe, Catalogue catalogue) {
        this.figures = figures;
        this.recipe = recipe;
        this.recipes = catalogue.recipes();
        this.standIns = new StandIns(catalogue, figures.economy());
    }

    /**
     * An entry of the ledger.
     *
     * @param products its distribution by horizon; empty where it is withheld
     */
    record Entry(Estimate estimate, Map<Horizon, ShareProduct> products) {}

    /** The entry of a sector by one exposure, which is held, and one estimate of adoption, which has a level. */
    Entry entry(String sector, String exposure, Estimate adoption) {
        Account account = new Account();
        addExposure(account, sector, exposure);
        addAdoption(account, adoption);
        new Substitution(recipe, recipes.prior(Substitution.PRIOR), standIns).addTo(account, figures);
        addProfitable(account);
        Optional<Figure> employment = sector.equals(SeriesId.TOTAL) ? employment(account) : Optional.empty();
        String concept = exposure + "." + adoption.key().concept();
        EstimateKey key = new EstimateKey(figures.economy(), sector, Measures.LEDGER, concept);
        String fault = account.fault();
        if (fault != null) {
            return new Entry(account.evidence().withheld(key, model(exposure), Measures.PERCENT, fault), Map.of());
        }
        return made(key, account, adoption, employment);
    }

    private Entry made(EstimateKey key, Account account, Estimate adoption, Optional<Figure> employment) {
        Map<Horizon, ShareProduct> products = new TreeMap<>();
        List<HorizonValue> levels = new ArrayList<>();
        for (Horizon horizon : LEVELS) {
            Measures.level(adoption, horizon).filter(Displacement::isShare).ifPresent(band -> {
                ShareProduct product = ShareProduct.of(with(account.factors(), band));
                products.put(horizon, product);
                levels.add(new HorizonValue(horizon, product.percent(), null));
            });
        }
        ShareProduct today = Objects.requireNonNull(products.get(Horizon.P0D));
        List<Term> terms = new ArrayList<>(factorTerms(account.factors()));
        terms.add(
                new Term(
                        "expected",
                        100 * today.mean(),
                        100 * today.sd(),
                        null,
                        Basis.ESTIMATED,
                        Measures.PERCENT,
                        "mean of the product: what the factors imply if they all hold at once, not an observation of jobs lost"));
        employment.ifPresent(e -> terms.add(persons(today, e)));
        Evidence evidence = account.evidence();
        if (key.sector().equals(SeriesId.TOTAL)) {
            ObservedBeside observed = ObservedBeside.of(figures, evidence);
            terms.addAll(observed.terms());
            evidence = observed.evidence();
        }
        String exposure = key.concept().substring(0, key.concept().indexOf('.'));
        return new Entry(evidence.estimate(key, model(exposure), Measures.PERCENT, levels, terms), products);
    }

    /** Carried forward far enough, a level may become too wide for any share: then nothing is said of it. */
    private static boolean isShare(Banded adoption) {
        return Factor.fault(Measures.ADOPTION, adoption.value() / 100, Measures.deviation(adoption) / 100) == null;
    }

    /** The factors with adoption as it is at a horizon; the other factors do not move. */
    private static List<Factor> with(List<Factor> factors, Banded adoption) {
        return factors.stream()
                .map(f -> f.name().equals(Measures.ADOPTION)
                        ? new Factor(
                                f.name(),
                                adoption.value() / 100,
                                Measures.deviation(adoption) / 100,
                                f.basis(),
                                f.source())
                        : f)
                .toList();
    }

    private static List<Term> factorTerms(List<Factor> factors) {
        double[] shares = VarianceShares.of(factors);
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            terms.add(factors.get(i).term(shares[i]));
        }
        return terms;
    }

    private static Term persons(ShareProduct product, Figure employment) {
        double persons = product.mean() * employment.value();
        Double error = employment.standardError();
        double variation = error == null ? 0 : error / employment.value();
        double productVariation = product.sd() / product.mean();
        double sd =
                persons * StrictMath.sqrt((1 + variation * variation) * (1 + productVariation * productVariation) - 1);
        return new Term(
                "persons",
                persons,
                sd,
                null,
                Basis.ESTIMATED,
                "persons",
                "the mean times employment of %s in %s; what the factors imply, not an observation of jobs lost"
                        .formatted(Measures.EMPLOYMENT, employment.period().label()));
    }

    private void addExposure(Account account, String sector, String exposure) {
        if (exposure.equals(Measures.JOBS)) {
            addExposedJobs(account);
            return;
        }
        Estimate estimate =
                figures.estimate(sector, Measures.EXPOSURE, exposure).orElseThrow();
        account.use(estimate);
        if (estimate.withheld() != null) {
            account.fail("exposure %s of %s is withheld: %s".formatted(exposure, sector, estimate.withheld()));
            return;
        }
        Banded band = Measures.level(estimate, Horizon.P0D).orElseThrow();
        account.add(
                "exposed_share",
                band.value() / 100,
                exposedDeviation(estimate, band) / 100,
                Basis.ESTIMATED,
                "estimate " + estimate.key());
    }

    /** From the parts that the exposure tells, since its band is cut off at 0 and 100; else from the band. */
    private static double exposedDeviation(Estimate estimate, Banded band) {
        double variance = 0;
        for (Term term : estimate.terms()) {
            Double spread = term.value();
            variance += term.name().startsWith("spread_") && spread != null ? spread * spread : 0;
        }
        return variance > 0 ? StrictMath.sqrt(variance) : Measures.deviation(band);
    }

    private void addExposedJobs(Account account) {
        FigureSeries series =
                figures.series(Measures.EXPOSED_JOBS, SeriesId.TOTAL).orElseThrow();
        Figure figure = series.newest().orElseThrow();
        account.use(series, figure);
        Prior error = recipes.prior(JOBS_ERROR);
        Double published = figure.standardError();
        double sd = published == null
                ? Objects.requireNonNull(error.standardDeviation(), "catalogue: prior exposed_jobs_error: give its sd")
                : published;
        String source = "%s%s in %s by %s; standard deviation %s"
                .formatted(
                        Measures.EXPOSED_JOBS,
                        standIns.said(Measures.EXPOSED_JOBS),
                        figure.period().label(),
                        series.id().source(),
                        published == null ? "assumed: " + error.citation() : "as published");
        // Nobody measured it here: that the aggregate's figure holds is an assumption.
        Basis basis = standIns.has(Measures.EXPOSED_JOBS) ? Basis.ASSUMED : Basis.MEASURED;
        account.add("exposed_share", figure.value() / 100, sd / 100, basis, source);
    }

    private static void addAdoption(Account account, Estimate adoption) {
        account.use(adoption);
        Banded band = Measures.level(adoption, Horizon.P0D).orElseThrow();
        account.add(
                Measures.ADOPTION,
                band.value() / 100,
                Measures.deviation(band) / 100,
                Basis.ESTIMATED,
                "estimate %s in %s, standard deviation from its 95 %% band"
                        .formatted(adoption.key(), adoption.period().label()));
    }

    private void addProfitable(Account account) {
        Prior prior = recipes.prior(PROFITABLE);
        double observations =
                Objects.requireNonNull(prior.observations(), "catalogue: prior profitable_share: give observations");
        double sd = StrictMath.sqrt(prior.mean() * (1 - prior.mean()) / (observations + 1));
        account.add(PROFITABLE, prior.mean(), sd, Basis.ASSUMED, prior.citation());
    }

    /** Employment, where it is held; a figure that cannot be true stops the entry. */
    private Optional<Figure> employment(Account account) {
        FigureSeries series =
                figures.series(Measures.EMPLOYMENT, SeriesId.TOTAL).orElse(null);
        Figure figure = series == null ? null : series.newest().orElse(null);
        if (series == null || figure == null) {
            return Optional.empty();
        }
        account.use(series, figure);
        if (!(figure.value() > 0)) {
            account.fail("employment in %s is %s persons; it must be above 0"
                    .formatted(figure.period().label(), figure.value()));
        }
        return Optional.of(figure);
    }

    /** Method and what it assumes: another prior is another model. */
    private String model(String exposure) {
        Prior profitable = recipes.prior(PROFITABLE);
        Prior substitution = recipes.prior(Substitution.PRIOR);
        String model = "ledger-product/1+profitable_share(%s:%s)+substitution_share(%s:%s+%s)"
                .formatted(
                        profitable.mean(),
                        profitable.observations(),
                        substitution.mean(),
                        substitution.observations(),
                        recipe.automationObservations());
        return exposure.equals(Measures.JOBS)
                ? model
                        + "+exposed_jobs_error(%s)"
                                .formatted(recipes.prior(JOBS_ERROR).standardDeviation())
                : model;
    }
}
