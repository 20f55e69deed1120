package org.tidemark.exposure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.tidemark.catalogue.Prior;
import org.tidemark.catalogue.Recipes;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.StandardNormal;
import org.tidemark.estimate.Term;
import org.tidemark.estimate.Term.Basis;
import org.tidemark.figures.Evidence;

/** The number of one sector on one scale, its band and what the band is made of. */
final class ExposureTerms {
    static final String PERCENT = "percent";

    private final Scale scale;
    private final Recipes recipes;
    private final double totalSpread;

    /** For the sectors of one economy, of which {@code total} is the whole. */
    ExposureTerms(Scale scale, Recipes recipes, SectorExposure total) {
        this.scale = scale;
        this.recipes = recipes;
        this.totalSpread = ownSpread(total);
    }

    /** The estimate of a sector that has no fault. */
    Estimate estimate(EstimateKey key, String model, SectorExposure exposure, Evidence evidence) {
        WeightedShare share = exposure.share();
        double rating = ratingSpread(exposure);
        double variance = rating * rating
                + share.employmentSpread() * share.employmentSpread()
                + share.unratedSpread() * share.unratedSpread();
        Banded band = band(share.percent(), StrictMath.sqrt(variance));
        List<Term> terms = new ArrayList<>(made(exposure, share));
        terms.add(spread("spread_ratings", rating, variance, Basis.ASSUMED, ratingSource()));
        terms.add(spread(
                "spread_employment",
                share.employmentSpread(),
                variance,
                Basis.MEASURED,
                "published standard errors of employment, taken as independent"));
        terms.add(spread(
                "spread_unrated",
                share.unratedSpread(),
                variance,
                Basis.ASSUMED,
                "the unrated part times the spread between rated occupations, as if it were one more of them"));
        String version = scale == Scale.AIOE ? model + "+aioe_score_error(" + scoreError() + ")" : model;
        return evidence.estimate(key, version, PERCENT, List.of(new HorizonValue(Horizon.P0D, band, null)), terms);
    }

    /** Normal, cut off at what a share can be. */
    private static Banded band(double percent, double sd) {
        return new Banded(
                percent,
                Math.max(0, percent - StandardNormal.Z90 * sd),
                Math.min(100, percent + StandardNormal.Z90 * sd),
                Math.max(0, percent - StandardNormal.Z975 * sd),
                Math.min(100, percent + StandardNormal.Z975 * sd));
    }

    private static List<Term> made(SectorExposure exposure, WeightedShare share) {
        List<Term> terms = new ArrayList<>();
        terms.add(measured(
                "coverage",
                share.coverage(),
                "employment in the %d of %d occupations that have a rating"
                        .formatted(exposure.rated(), exposure.occupations())));
        terms.add(measured(
                "coverage_recoded",
                share.recoded(),
                "part of it rated under a former or a merged code of the occupation (occupations.yaml)"));
        terms.add(new Term(
                "employment",
                share.employed(),
                share.employedError(),
                null,
                Basis.MEASURED,
                "persons",
                "sum over the occupations of " + Occupations.INDICATOR));
        Double byPeople = exposure.percentByPeople();
        if (byPeople != null) {
            terms.add(measured("human_beta", byPeople, "the same tasks as rated by people, " + Scale.BY_PEOPLE));
        }
        return terms;
    }

    private static Term measured(String name, double percent, String source) {
        return new Term(name, percent, null, null, Basis.MEASURED, PERCENT, source);
    }

    private static Term spread(String name, double sd, double variance, Basis basis, String source) {
        Double part = variance > 0 ? Double.valueOf(sd * sd / variance) : null;
        return new Term(name, sd, null, part, basis, PERCENT, source);
    }

    /** A sector in which the raters happen to agree is no surer than the economy: the larger of the two counts. */
    private double ratingSpread(SectorExposure exposure) {
        return Math.max(ownSpread(exposure), totalSpread);
    }

    /** Two raters who differ by d each err by about |d|/sqrt(2). */
    private double ownSpread(SectorExposure exposure) {
        if (scale == Scale.AIOE) {
            double error = scoreError();
            return (exposure.percentAbove(-error) - exposure.percentAbove(error)) / 2;
        }
        return difference(exposure) / StrictMath.sqrt(2);
    }

    private static double difference(SectorExposure exposure) {
        Double byPeople = exposure.percentByPeople();
        return byPeople == null ? 0 : Math.abs(exposure.share().percent() - byPeople);
    }

    private String ratingSource() {
        return scale == Scale.AIOE
                ? "half the change when the threshold moves by one assumed error of the score: " + prior().citation()
                : "difference between the ratings by GPT-4 and by people, of the sector or of the economy if larger,"
                        + " over the root of 2; normal in form";
    }

    private double scoreError() {
        return Objects.requireNonNull(
                prior().standardDeviation(), "catalogue: prior aioe_score_error: give its sd, in standard scores");
    }

    private Prior prior() {
        return recipes.prior("aioe_score_error");
    }
}
