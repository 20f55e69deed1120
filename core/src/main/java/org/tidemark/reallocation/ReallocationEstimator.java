package org.tidemark.reallocation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.StudentT;
import org.tidemark.estimate.Term;
import org.tidemark.estimate.Term.Basis;
import org.tidemark.figures.EconomyFigures;
import org.tidemark.figures.Estimator;
import org.tidemark.figures.Evidence;
import org.tidemark.figures.FigureSeries;
import org.tidemark.series.SeriesId;

/**
 * Baumol's reallocation: whether employment goes where productivity grows slowly (negative) or where it grows fast
 * (positive), by the covariance over sectors, over the last year and over the whole span of the common years.
 */
public final class ReallocationEstimator implements Estimator {
    /** The one measure that it makes. */
    public static final String MEASURE = "baumol";

    private static final String OUTPUT = "supply.output.real";
    private static final String EMPLOYMENT = "labour.employment.industry";
    private static final String LAST_YEAR = "last_year";
    private static final String WHOLE_SPAN = "whole_span";
    private static final String MODEL = "baumol-covariance/1";
    private static final String UNIT = "percent_times_points";
    private static final int SECTORS_MIN = 4;

    /** Makes estimates by a catalogue, of which it needs no recipe. */
    public ReallocationEstimator(Catalogue catalogue) {
        if (catalogue.indicator(OUTPUT).isEmpty()
                || catalogue.indicator(EMPLOYMENT).isEmpty()) {
            throw new IllegalArgumentException(
                    "catalogue: %s or %s falls under no declared family; declare supply. and labour."
                            .formatted(OUTPUT, EMPLOYMENT));
        }
    }

    @Override
    public Set<String> measures() {
        return Set.of(MEASURE);
    }

    @Override
    public boolean reads(String indicator) {
        return indicator.equals(OUTPUT) || indicator.equals(EMPLOYMENT);
    }

    @Override
    public List<Estimate> estimates(EconomyFigures figures) {
        SortedSet<String> either = sectors(figures, OUTPUT);
        SortedSet<String> both = new TreeSet<>(either);
        SortedSet<String> employed = sectors(figures, EMPLOYMENT);
        both.retainAll(employed);
        either.addAll(employed);
        if (either.isEmpty()) {
            return List.of();
        }
        SortedSet<String> chosen = ofOneClassification(both);
        if (chosen.size() < SECTORS_MIN) {
            String reason = "productivity by sector is not held: output and employment are both held for %d sectors%s;"
                    .formatted(chosen.size(), chosen.isEmpty() ? "" : " (" + String.join(", ", chosen) + ")");
            Evidence evidence = evidence(figures, either);
            return all(figures, evidence, "%s at least %d are needed".formatted(reason, SECTORS_MIN));
        }
        return estimates(figures, chosen);
    }

    private static List<Estimate> estimates(EconomyFigures figures, SortedSet<String> chosen) {
        Evidence evidence = evidence(figures, chosen);
        List<SectorYears> sectors = new ArrayList<>();
        for (String sector : chosen) {
            FigureSeries output = figures.series(OUTPUT, sector).orElseThrow();
            FigureSeries employment = figures.series(EMPLOYMENT, sector).orElseThrow();
            String fault =
                    SectorYears.fault(output) == null ? SectorYears.fault(employment) : SectorYears.fault(output);
            if (fault != null) {
                return all(figures, evidence, fault);
            }
            sectors.add(SectorYears.of(sector, output, employment));
        }
        SortedSet<Integer> years = commonYears(sectors);
        if (years.size() < 2) {
            return all(
                    figures,
                    evidence,
                    "%d sectors have %d whole years in common; at least 2 are needed"
                            .formatted(sectors.size(), years.size()));
        }
        int last = years.last();
        Estimate recent = years.contains(last - 1)
                ? estimate(figures, LAST_YEAR, evidence, Reallocation.between(last - 1, last, sectors))
                : evidence.withheld(
                        key(figures, LAST_YEAR), MODEL, UNIT, "the year before %d is not held".formatted(last));
        return List.of(
                recent, estimate(figures, WHOLE_SPAN, evidence, Reallocation.between(years.first(), last, sectors)));
    }

    /** Sectors that have at least one figure. */
    private static SortedSet<String> sectors(EconomyFigures figures, String indicator) {
        SortedSet<String> sectors = new TreeSet<>();
        for (String sector : figures.sectors(indicator)) {
            if (!sector.equals(SeriesId.TOTAL)
                    && figures.series(indicator, sector)
                            .flatMap(FigureSeries::newest)
                            .isPresent()) {
                sectors.add(sector);
            }
        }
        return sectors;
    }

    /** Two classifications count the same people twice: the one with most sectors, of equals the first, speaks. */
    private static SortedSet<String> ofOneClassification(SortedSet<String> sectors) {
        SortedMap<String, SortedSet<String>> byPrefix = new TreeMap<>();
        for (String sector : sectors) {
            byPrefix.computeIfAbsent(sector.substring(0, sector.indexOf(':')), p -> new TreeSet<>())
                    .add(sector);
        }
        SortedSet<String> most = new TreeSet<>();
        for (Map.Entry<String, SortedSet<String>> classification : byPrefix.entrySet()) {
            most = classification.getValue().size() > most.size() ? classification.getValue() : most;
        }
        return most;
    }

    private static SortedSet<Integer> commonYears(List<SectorYears> sectors) {
        SortedSet<Integer> years = new TreeSet<>(sectors.get(0).output().keySet());
        for (SectorYears sector : sectors) {
            years.retainAll(sector.output().keySet());
            years.retainAll(sector.employment().keySet());
        }
        return years;
    }

    private static Evidence evidence(EconomyFigures figures, SortedSet<String> sectors) {
        Evidence evidence = Evidence.NONE;
        for (String indicator : List.of(OUTPUT, EMPLOYMENT)) {
            for (String sector : sectors) {
                FigureSeries series = figures.series(indicator, sector).orElse(null);
                evidence = series == null ? evidence : evidence.with(series);
            }
        }
        return evidence;
    }

    private static Estimate estimate(EconomyFigures figures, String concept, Evidence evidence, Reallocation r) {
        EstimateKey key = key(figures, concept);
        if (!r.varies()) {
            String reason = "productivity or shares moved alike in all %d sectors from %d to %d: nothing goes together"
                    .formatted(r.sectors(), r.first(), r.last());
            return evidence.withheld(key, MODEL, UNIT, reason);
        }
        String span = "%d sectors, %d to %d".formatted(r.sectors(), r.first(), r.last());
        double t = r.covariance() / r.standardError();
        Term statistic = Double.isFinite(t)
                ? new Term("t_statistic", t, null, null, Basis.ESTIMATED, "ratio", span)
                : Term.unavailable("t_statistic", "ratio", "all sectors lie on one line: " + span);
        List<Term> terms = List.of(
                statistic,
                new Term("sectors", (double) r.sectors(), null, null, Basis.MEASURED, "sectors", span),
                new Term(
                        "index",
                        r.index(),
                        null,
                        null,
                        Basis.ESTIMATED,
                        UNIT,
                        "sum of change of share times minus relative growth of productivity; above 0 employment goes to"
                                + " slow sectors; " + span));
        HorizonValue level = new HorizonValue(Horizon.P0D, band(r), negative(r));
        return evidence.estimate(key, MODEL, UNIT, List.of(level), terms);
    }

    private static Banded band(Reallocation r) {
        int degrees = r.sectors() - 2;
        double half80 = StudentT.quantile(0.9, degrees) * r.standardError();
        double half95 = StudentT.quantile(0.975, degrees) * r.standardError();
        double value = r.covariance();
        return new Banded(value, value - half80, value + half80, value - half95, value + half95);
    }

    private static double negative(Reallocation r) {
        if (!(r.standardError() > 0)) {
            return r.covariance() < 0 ? 1 : 0;
        }
        return StudentT.cdf(-r.covariance() / r.standardError(), r.sectors() - 2);
    }

    private static List<Estimate> all(EconomyFigures figures, Evidence evidence, String reason) {
        List<Estimate> withheld = new ArrayList<>();
        for (String concept : List.of(LAST_YEAR, WHOLE_SPAN)) {
            withheld.add(evidence.withheld(key(figures, concept), MODEL, UNIT, reason));
        }
        return withheld;
    }

    private static EstimateKey key(EconomyFigures figures, String concept) {
        return new EstimateKey(figures.economy(), SeriesId.TOTAL, MEASURE, concept);
    }
}
