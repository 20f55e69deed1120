package org.tidemark.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tidemark.catalogue.ContrastFilter;
import org.tidemark.estimate.Background;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
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

/** The two numbers of one contrast: its gap and the speed of it. */
final class ContrastReport {
    private static final String VERSION = "contrast-ou/1";

    private final Contrasted recipe;
    private final Contrast contrast;
    private final Optional<Estimate> exposure;
    private final Evidence evidence;

    private ContrastReport(Contrasted recipe, Contrast contrast, Optional<Estimate> exposure) {
        this.recipe = recipe;
        this.contrast = contrast;
        // What a withheld estimate says does not depend on the exposure.
        this.exposure = contrast.path() == null ? Optional.empty() : exposure;
        this.evidence = evidence();
    }

    /** Every figure of its series, counted or not, for any may make a period count. */
    private Evidence evidence() {
        Evidence all = Evidence.NONE;
        for (List<Sector> group : List.of(contrast.unexposed(), contrast.exposed())) {
            for (Sector sector : group) {
                for (FigureSeries series : sector.inputs()) {
                    all = all.with(series);
                }
            }
        }
        return exposure.map(all::besides).orElse(all);
    }

    /**
     * The gap and its speed, or why they are withheld.
     *
     * @param exposure of that sector to AI; empty where nobody estimated it
     */
    static List<Answer> of(Contrasted recipe, Contrast contrast, Optional<Estimate> exposure) {
        ContrastReport report = new ContrastReport(recipe, contrast, exposure);
        return List.of(
                report.answer(GroupContrasts.GAP, recipe.unit(), GaussianSpeed::level, GaussianSpeed::p11),
                report.answer(
                        GroupContrasts.SPEED, recipe.unit() + "_per_year", GaussianSpeed::speed, GaussianSpeed::p22));
    }

    /** One number of a belief. */
    private interface Part {
        double of(GaussianSpeed belief);
    }

    private Answer answer(String measure, String unit, Part mean, Part variance) {
        return new Answer(contrast.sector(), measure, model(), unit, evidence, outcome(measure, unit, mean, variance));
    }

    private Outcome outcome(String measure, String unit, Part mean, Part variance) {
        ContrastPath path = contrast.path();
        if (path == null) {
            return Outcome.withheld("%s", Objects.requireNonNull(contrast.withheld()));
        }
        boolean level = measure.equals(GroupContrasts.GAP);
        if (contrast.season() == Season.UNKNOWN && !level) {
            return Outcome.withheld("%s", seasonUnknown());
        }
        GaussianSpeed then = path.newest().belief();
        GaussianSpeed now = path.at(EventTime.ofInstant(evidence.asOf()));
        boolean signed = (recipe.groups().commonBase() || !level) && contrast.season() != Season.UNKNOWN;
        List<HorizonValue> levels = List.of(
                level(Horizon.P0D, mean.of(then), variance.of(then), signed),
                level(Horizon.NOW, mean.of(now), variance.of(now), signed));
        Period period = path.newest().gap().period();
        return new Outcome(levels, terms(path, unit, variance.of(then)), period, null);
    }

    private String seasonUnknown() {
        return "its series are not adjusted for the season, and fewer than %d waves have one of a year before"
                .formatted(Season.PAIRS_MIN);
    }

    private HorizonValue level(Horizon horizon, double mean, double variance, boolean signed) {
        double m = recipe.scale() * mean;
        double sd = recipe.scale() * StrictMath.sqrt(variance);
        double z80 = sd * StandardNormal.Z90;
        double z95 = sd * StandardNormal.Z975;
        Banded band = new Banded(m, m - z80, m + z80, m - z95, m + z95);
        return new HorizonValue(horizon, band, signed ? ContrastPath.negative(mean, variance) : null);
    }

    private List<Term> terms(ContrastPath path, String itsUnit, double variance) {
        List<Term> terms = new ArrayList<>();
        double smallest = CompareKind.SMALLEST_EFFECT * recipe.scale() * StrictMath.sqrt(variance);
        terms.add(term(
                "smallest_effect",
                smallest,
                Term.Basis.ESTIMATED,
                itsUnit,
                "2.8 standard errors: a smaller effect would probably not be seen"));
        Point peak = path.peak();
        String when = "highest measured gap, in " + peak.period().label();
        terms.add(term("gap_peak", recipe.scale() * peak.value(), Term.Basis.ESTIMATED, recipe.unit(), when));
        exposure.flatMap(ContrastReport::exposureTerm).ifPresent(terms::add);
        if (contrast.sector().equals(SeriesId.TOTAL)) {
            terms.add(count("exposed", contrast.exposed(), recipe.groups().exposed()));
        }
        season().ifPresent(terms::add);
        terms.add(count("basket", contrast.unexposed(), recipe.groups().unexposed()));
        terms.add(
                Term.unavailable(
                        "cause",
                        itsUnit,
                        "the contrast sees that exposed work falls against the rest and not why: interest rates, or a hiring boom that unwinds, look the same as AI"));
        String background = recipe.groups().background();
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
        ContrastFilter f = recipe.groups().filter();
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
