package org.tidemark.penetration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Indicator;
import org.tidemark.catalogue.Role;
import org.tidemark.catalogue.SourceAccuracy;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.PenetrationReport;
import org.tidemark.estimate.Term;

/**
 * What a penetration rests on besides its figures, each with its basis: how far a figure scatters about what its source
 * measures, and how far that may be off as a measure of the concept. The band holds the first and not the second, which is
 * common to all figures and which no further figure makes smaller.
 */
public final class PenetrationTerms {
    private static final String NOISE = "noise";
    private static final String BIAS = "bias";
    private static final String POINTS = "percentage_points";
    /** Published with fewer digits than this they are told from the catalogue's. */
    private static final double SAME = 1e-9;

    private final Catalogue catalogue;

    public PenetrationTerms(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * The estimate with its terms behind those that it has.
     *
     * @param standardError that its newest figure was read with, as a share
     * @param pace how often its figures come
     */
    public Estimate on(Estimate estimate, double standardError, Pace pace) {
        List<Term> terms = new ArrayList<>(estimate.terms());
        double scale = PenetrationReport.scale(estimate.unit());
        String unit = scale == 1 ? estimate.unit() : POINTS;
        Optional<Indicator> indicator = indicator(estimate.key().concept());
        terms.add(noise(scale * standardError, unit, indicator, estimate.key().economy()));
        terms.add(bias(unit, indicator));
        terms.add(pace.term());
        return estimate.with(terms);
    }

    /** The first by id of those that measure a concept; one that is not declared is its family's. */
    private Optional<Indicator> indicator(String concept) {
        return catalogue.indicators().stream()
                .filter(i -> i.role() == Role.ADOPTION && i.concept().equals(concept))
                .findFirst()
                .or(() -> catalogue.families().stream()
                        .flatMap(family -> catalogue.indicator(family.prefix() + concept).stream())
                        .filter(i -> i.role() == Role.ADOPTION && i.concept().equals(concept))
                        .findFirst());
    }

    private static Term noise(double standardError, String unit, Optional<Indicator> indicator, String economy) {
        double assumed = indicator.map(i -> i.noise(economy)).orElse(0.0);
        if (Math.abs(standardError - assumed) > SAME) {
            String said = "standard error that the publisher states of its newest figure";
            return new Term(NOISE, standardError, null, null, Term.Basis.MEASURED, unit, said);
        }
        String citation = indicator.map(i -> i.accuracy().noiseCitation()).orElse("");
        String said = citation.isEmpty()
                ? "ASSUMED: the publisher states no standard error, and the filter's own noise is taken to be enough"
                : citation;
        return new Term(NOISE, standardError, null, null, basis(citation), unit, said);
    }

    private static Term bias(String unit, Optional<Indicator> indicator) {
        SourceAccuracy accuracy = indicator.map(Indicator::accuracy).orElse(SourceAccuracy.UNSAID);
        if (accuracy.bias() == 0) {
            return Term.unavailable(
                    BIAS, unit, "nobody has measured how far the source is off as a measure of the concept");
        }
        String said = "the band does not hold it: " + accuracy.biasCitation();
        return new Term(BIAS, 0.0, accuracy.bias(), null, basis(accuracy.biasCitation()), unit, said);
    }

    private static Term.Basis basis(String citation) {
        return SourceAccuracy.isAssumed(citation) ? Term.Basis.ASSUMED : Term.Basis.MEASURED;
    }
}
