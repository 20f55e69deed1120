package org.tidemark.contrast;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tidemark.catalogue.ContrastFilter;
import org.tidemark.catalogue.ContrastRecipe;
import org.tidemark.catalogue.ContrastTransform;
import org.tidemark.estimate.Background;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.GaussianSpeed;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.Season;
import org.tidemark.estimate.SeasonalWave;
import org.tidemark.estimate.StandardNormal;
import org.tidemark.estimate.Term;
import org.tidemark.figures.Evidence;
import org.tidemark.figures.FigureSeries;
import org.tidemark.series.EventTime;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/** The two estimates of one contrast: its gap and the speed of it. */
final class ContrastReport {
    private static final String VERSION = "contrast-ou/1";

    /** Standard errors from 0 at which an effect is seen with 80 % power at a two-sided 5 % (Bloom 1995). */
    private static final double SMALLEST_EFFECT_SE = 2.8;

    /** A difference of logs, 0.01, is one log point. */
    private static final double LOG_POINTS = 100;

    private final String economy;
    private final ContrastRecipe recipe;
    private final Contrast contrast;
    private final Optional<Estimate> exposure;
    private final Evidence evidence;
    private final double scale;
    private final String unit;

    private ContrastReport(
            String economy, ContrastRecipe recipe, Contrast contrast, Optional<Estimate> exposure, Evidence evidence) {
        this.economy = economy;
        this.recipe = recipe;
        this.contrast = contrast;
        this.exposure = exposure;
        this.evidence = evidence;
        boolean log = recipe.transform() == ContrastTransform.LOG;
        this.scale = scale(recipe);
        this.unit = log ? "log_points" : "percentage_points";
    }

    /** From the unit of a gap to the published one. */
    static double scale(ContrastRecipe recipe) {
        return recipe.transform() == ContrastTransform.LOG ? LOG_POINTS : 1;
    }

    /** Every figure of its series, counted or not, for any may make a period count. */
    private static Evidence evidence(Contrast contrast, Optional<Estimate> exposure) {
        Evidence evidence = Evidence.NONE;
        for (List<Sector> group : List.of(contrast.unexposed(), contrast.exposed())) {
            for (Sector sector : group) {
                for (FigureSeries series : sector.inputs()) {
                    evidence = evidence.with(series);
                }
            }
        }
        return exposure.map(evidence::besides).orElse(evidence);
    }

    /**
     * The gap and its speed, or why they are withheld.
     *
     * @param exposure of that sector to AI; empty where nobody estimated it
     */
    static List<Estimate> of(String economy, ContrastRecipe recipe, Contrast contrast, Optional<Estimate> exposure) {
        // What a withheld estimate says does not depend on the exposure.
        Optional<Estimate> used = contrast.path() == null ? Optional.empty() : exposure;
        ContrastReport report = new ContrastReport(economy, recipe, contrast, used, evidence(contrast, used));
        return List.of(report.gap(), report.speed());
    }

    private Estimate gap() {
        return estimate(ContrastEstimator.GAP, unit, GaussianSpeed::level, GaussianSpeed::p11);
    }

    private Estimate speed() {
        return estimate(ContrastEstimator.SPEED, unit + "_per_year", GaussianSpeed::speed, GaussianSpeed::p22);
    }

    /** One number of a belief. */
    private interface Part {
        double of(GaussianSpeed belief);
    }

    private Estimate estimate(String measure, String itsUnit, Part mean, Part variance) {
        ContrastPath path = contrast.path();
        if (path == null) {
            return withheld(measure, itsUnit, Objects.requireNonNull(contrast.withheld()));
        }
        boolean level = measure.equals(ContrastEstimator.GAP);
        if (contrast.season() == Season.UNKNOWN && !level) {
            return withheld(measure, itsUnit, seasonUnknown());
        }
        GaussianSpeed then = path.newest().belief();
        GaussianSpeed now = path.at(EventTime.ofInstant(evidence.asOf()));
        boolean signed = (recipe.commonBase() || !level) && contrast.season() != Season.UNKNOWN;
        List<HorizonValue> levels = List.of(
                level(Horizon.P0D, mean.of(then), variance.of(then), signed),
                level(Horizon.NOW, mean.of(now), variance.of(now), signed));
        Period period = path.newest().gap().period();
        return estimate(measure, itsUnit, period, levels, terms(path, itsUnit, variance.of(then)));
    }

    private Estimate estimate(
            String measure, String itsUnit, Period period, List<HorizonValue> levels, List<Term> terms) {
        return new Estimate(
                key(measure),
                evidence.asOf(),
                period,
                evidence.inputs(),
                evidence.hash().hex(),
                model(),
                itsUnit,
                levels,
                null,
                terms,
                null);
    }

    private Estimate withheld(String measure, String itsUnit, String reason) {
        return evidence.withheld(key(measure), model(), itsUnit, reason);
    }

    private EstimateKey key(String measure) {
        return new EstimateKey(economy, contrast.sector(), measure, recipe.id());
    }

    private String seasonUnknown() {
        return "its series are not adjusted for the season, and fewer than %d waves have one of a year before"
                .formatted(Season.PAIRS_MIN);
    }

    private HorizonValue level(Horizon horizon, double mean, double variance, boolean signed) {
        double m = scale * mean;
        double sd = scale * StrictMath.sqrt(variance);
        double z80 = sd * StandardNormal.Z90;
        double z95 = sd * StandardNormal.Z975;
        Banded band = new Banded(m, m - z80, m + z80, m - z95, m + z95);
        return new HorizonValue(horizon, band, signed ? ContrastPath.negative(mean, variance) : null);
    }

    private List<Term> terms(ContrastPath path, String itsUnit, double variance) {
        List<Term> terms = new ArrayList<>();
        double smallest = SMALLEST_EFFECT_SE * scale * StrictMath.sqrt(variance);
        terms.add(term(
                "smallest_effect",
                smallest,
                Term.Basis.ESTIMATED,
                itsUnit,
                "2.8 standard errors: a smaller effect would probably not be seen"));
        Gap peak = path.peak();
        String when = "highest measured gap, in " + peak.period().label();
        terms.add(term("gap_peak", scale * peak.value(), Term.Basis.ESTIMATED, unit, when));
        exposure.flatMap(ContrastReport::exposureTerm).ifPresent(terms::add);
        if (contrast.sector().equals(SeriesId.TOTAL)) {
            terms.add(count("exposed", contrast.exposed(), recipe.exposed()));
        }
        season().ifPresent(terms::add);
        terms.add(count("basket", contrast.unexposed(), recipe.unexposed()));
        terms.add(
                Term.unavailable(
                        "cause",
                        itsUnit,
                        "the contrast sees that exposed work falls against the rest and not why: interest rates, or a hiring boom that unwinds, look the same as AI"));
        String background = recipe.background();
        if (background != null) {
            terms.add(Background.because(background, itsUnit));
        }
        return terms;
    }

    private static Term count(String name, List<Sector> here, List<String> named) {
        String source = "sectors in the %s mean, of %d that the catalogue names"
                .formatted(name.equals("basket") ? "unexposed" : name, named.size());
        return term(name, here.size(), Term.Basis.MEASURED, "sectors", source);
    }

    private static Optional<Term> exposureTerm(Estimate upstream) {
        return upstream.levels().stream()
                .filter(level -> level.horizon() == Horizon.P0D)
                .findFirst()
                .map(level -> term(
                        "exposure",
                        level.band().value(),
                        Term.Basis.ESTIMATED,
                        upstream.unit(),
                        "exposure of this sector's work to language models, " + upstream.model()));
    }

    private static Term term(String name, double value, Term.Basis basis, String unit, String source) {
        return new Term(name, value, null, null, basis, unit, source);
    }

    /** What became of the season; nothing where there is none. */
    private Optional<Term> season() {
        String how =
                switch (contrast.season()) {
                    case ABSENT -> "";
                    case STATES ->
                        "the season is estimated with the gap and taken out; its spread and its wandering are assumed";
                    case YEAR_BEFORE ->
                        "three years are needed to estimate the season: the number is the mean of the year to this wave and half the change against the same wave a year before, in which there is none";
                    case UNKNOWN -> seasonUnknown() + ": it may be all season, and has neither sign nor speed";
                };
        Term.Basis basis = contrast.season() == Season.STATES ? Term.Basis.ASSUMED : Term.Basis.MEASURED;
        return how.isEmpty()
                ? Optional.empty()
                : Optional.of(term("season", SeasonalWave.STATES, basis, "states", how));
    }

    private String model() {
        ContrastFilter f = recipe.filter();
        String season =
                switch (contrast.season()) {
                    case ABSENT -> "";
                    case STATES -> " season=states";
                    case YEAR_BEFORE -> " season=year-before";
                    case UNKNOWN -> " season=unknown";
                };
        return "%s k=%s sv=%s sx=%s s=%s nu=%s%s"
                .formatted(VERSION, f.reversion(), f.speedNoise(), f.levelNoise(), f.noise(), f.gate(), season);
    }
}
