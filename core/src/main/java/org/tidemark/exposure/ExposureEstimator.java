package org.tidemark.exposure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.SectorOccupations;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.figures.EconomyFigures;
import org.tidemark.figures.Estimator;
import org.tidemark.figures.Evidence;
import org.tidemark.series.SeriesId;

/**
 * Exposure of employment to AI, percent: of an economy, and of each of Indeed's sectors by the occupations that stand for
 * it. Two concepts side by side, which disagree: {@code gpt_beta}, the share of tasks exposed, and {@code aioe}, the
 * share of employment in occupations above the mean score.
 */
public final class ExposureEstimator implements Estimator {
    /** The one measure that it makes. */
    public static final String MEASURE = "exposure";

    private final Catalogue catalogue;

    /** Makes estimates by the tables and priors of a catalogue. */
    public ExposureEstimator(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Set<String> measures() {
        return Set.of(MEASURE);
    }

    @Override
    public boolean reads(String indicator) {
        return indicator.equals(Occupations.INDICATOR)
                || indicator.equals(Scale.GPT_BETA.indicator())
                || indicator.equals(Scale.BY_PEOPLE)
                || indicator.equals(Scale.AIOE.indicator());
    }

    @Override
    public List<Estimate> estimates(EconomyFigures figures) {
        SectorOccupations table = catalogue.recipes().occupations();
        Occupations occupations = Occupations.of(figures);
        Ratings byPeople = Ratings.of(figures, Scale.BY_PEOPLE, table);
        List<Estimate> estimates = new ArrayList<>();
        for (Scale scale : Scale.values()) {
            Ratings ratings = Ratings.of(figures, scale.indicator(), table);
            OfEconomy of = new OfEconomy(figures.economy(), scale, occupations, ratings, byPeople);
            of.addTo(estimates);
        }
        estimates.sort(Comparator.comparing(Estimate::key));
        return estimates;
    }

    /**
     * What every sector needs of the whole economy, with which each is compared.
     *
     * @param evidence all figures of the economy, on which therefore each sector rests
     * @param bad what figure cannot be true; null when all can
     * @param unsure why no band can be told; null when one can
     */
    private record Whole(Evidence evidence, @Nullable String bad, @Nullable String unsure, ExposureTerms terms) {}

    /** All sectors of one economy on one scale. */
    private final class OfEconomy {
        private final String economy;
        private final Scale scale;
        private final Occupations occupations;
        private final Ratings ratings;
        private final Ratings byPeople;

        private OfEconomy(String economy, Scale scale, Occupations occupations, Ratings ratings, Ratings byPeople) {
            this.economy = economy;
            this.scale = scale;
            this.occupations = occupations;
            this.ratings = ratings;
            this.byPeople = byPeople;
        }

        private void addTo(List<Estimate> estimates) {
            boolean employed = !occupations.byCode().isEmpty();
            boolean rated = !ratings.byCode().isEmpty();
            if (employed && rated) {
                SectorExposure total = exposure(SeriesId.TOTAL);
                Whole whole = whole(total);
                estimates.add(estimate(SeriesId.TOTAL, total, whole));
                for (String sector : table().sectors().keySet()) {
                    estimates.add(estimate(sector, exposure(sector), whole));
                }
            } else if (employed || rated) {
                estimates.add(nothingToJoin(employed));
            }
        }

        private SectorExposure exposure(String sector) {
            boolean total = sector.equals(SeriesId.TOTAL);
            Set<String> codes = occupations.byCode().keySet();
            List<HeldFigure> employment = new ArrayList<>();
            for (String code : total ? List.copyOf(codes) : table().of(sector, codes)) {
                employment.add(Objects.requireNonNull(occupations.byCode().get(code)));
            }
            return new SectorExposure(sector, scale, employment, total ? occupations.total() : null, ratings, byPeople);
        }

        private Estimate nothingToJoin(boolean employed) {
            Evidence evidence = Evidence.NONE;
            for (HeldFigure held : (employed ? occupations.byCode() : ratings.byCode()).values()) {
                evidence = held.appendTo(evidence);
            }
            String reason = employed
                    ? "no rating of occupations is held: load " + scale.indicator()
                    : "employment by occupation is not held: load " + Occupations.INDICATOR + " by SOC code";
            return evidence.withheld(key(SeriesId.TOTAL), model(), ExposureTerms.PERCENT, reason);
        }

        private Whole whole(SectorExposure total) {
            String unsure = scale == Scale.GPT_BETA && total.percentByPeople() == null
                    ? "ratings by people (%s) are not held: without them nobody can tell how sure the number is"
                            .formatted(Scale.BY_PEOPLE)
                    : null;
            ExposureTerms terms = new ExposureTerms(scale, catalogue.recipes(), total);
            return new Whole(total.evidence(), total.badFigure(), unsure, terms);
        }

        private Estimate estimate(String sector, SectorExposure exposure, Whole whole) {
            String fault = Stream.of(
                            Optional.ofNullable(whole.bad()),
                            Optional.ofNullable(exposure.fault()),
                            Optional.ofNullable(whole.unsure()))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElse(null);
            return fault == null
                    ? whole.terms().estimate(key(sector), model(), exposure, whole.evidence())
                    : whole.evidence().withheld(key(sector), model(), ExposureTerms.PERCENT, fault);
        }

        private EstimateKey key(String sector) {
            return new EstimateKey(economy, sector, MEASURE, scale.concept());
        }

        private SectorOccupations table() {
            return catalogue.recipes().occupations();
        }

        private String model() {
            return "exposure-weighted/1+occupations(" + table().version() + ")";
        }
    }
}
