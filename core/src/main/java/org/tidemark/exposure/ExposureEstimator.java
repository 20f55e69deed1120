package org.tidemark.exposure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
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
                // Each sector is compared with the economy, and so rests on all of its figures.
                Evidence all = total.evidence();
                estimates.add(estimate(SeriesId.TOTAL, total, total, all));
                for (String sector : new TreeSet<>(table().sectors().keySet())) {
                    estimates.add(estimate(sector, exposure(sector), total, all));
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

        private Estimate estimate(String sector, SectorExposure exposure, SectorExposure total, Evidence evidence) {
            String fault = fault(exposure, total);
            return fault == null
                    ? new ExposureTerms(scale, catalogue.recipes())
                            .estimate(key(sector), model(), exposure, total, evidence)
                    : evidence.withheld(key(sector), model(), ExposureTerms.PERCENT, fault);
        }

        private @Nullable String fault(SectorExposure exposure, SectorExposure total) {
            String bad = total.badFigure();
            String fault = bad == null ? exposure.fault() : bad;
            if (fault == null && scale == Scale.GPT_BETA && total.percentByPeople() == null) {
                return "ratings by people (%s) are not held: without them nobody can tell how sure the number is"
                        .formatted(Scale.BY_PEOPLE);
            }
            return fault;
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
