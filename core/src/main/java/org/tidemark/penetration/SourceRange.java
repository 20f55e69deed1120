package org.tidemark.penetration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Indicator;
import org.tidemark.catalogue.Role;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.PenetrationReport;
import org.tidemark.estimate.StandardNormal;
import org.tidemark.estimate.Term;
import org.tidemark.figures.EconomyFigures;
import org.tidemark.figures.Estimator;
import org.tidemark.figures.Evidence;
import org.tidemark.figures.Figure;
import org.tidemark.figures.FigureSeries;

/**
 * Where sources of one concept, and of those that the catalogue compares with it, disagree by more than their bands: the range
 * between them, with what each of them counts. No number between the two is any better: that they differ is what is known.
 */
public final class SourceRange implements Estimator {
    /** The name of the measure. */
    public static final String MEASURE = PenetrationReport.RANGE;

    private static final String MODEL = "source-range/1";
    private static final String PERCENT = "percent";
    private static final double WHOLE = 100;
    /** Figures whose periods are further apart than this are of other times, and may differ for that. */
    private static final double YEARS_APART_MAX = 1;

    private final Catalogue catalogue;
    private final SortedMap<String, List<Indicator>> byConcept = new TreeMap<>();

    /** Reads every indicator of adoption that the catalogue declares. */
    public SourceRange(Catalogue catalogue) {
        this.catalogue = catalogue;
        catalogue.indicators().stream()
                .filter(i -> i.role() == Role.ADOPTION && i.unit().equals(PERCENT))
                .sorted(Comparator.comparing(Indicator::id))
                .forEach(i -> byConcept
                        .computeIfAbsent(i.concept(), c -> new ArrayList<>())
                        .add(i));
        SortedMap<String, List<Indicator>> own = new TreeMap<>(byConcept);
        catalogue.recipes().ranges().forEach((concept, others) -> {
            List<Indicator> compared = new ArrayList<>(own.getOrDefault(concept, List.of()));
            others.forEach(other -> compared.addAll(own.getOrDefault(other, List.of())));
            byConcept.put(concept, compared);
        });
    }

    /** The newest figure of one source. */
    private record Newest(Indicator indicator, FigureSeries series, Figure figure, double standardError) {
        double lower(double z) {
            return Math.max(0, figure.value() - z * standardError);
        }

        double upper(double z) {
            return Math.min(WHOLE, figure.value() + z * standardError);
        }
    }

    @Override
    public Set<String> measures() {
        return Set.of(MEASURE);
    }

    @Override
    public boolean reads(String indicator) {
        return catalogue
                .indicator(indicator)
                .filter(i -> byConcept.getOrDefault(i.concept(), List.of()).contains(i))
                .isPresent();
    }

    @Override
    public List<Estimate> estimates(EconomyFigures figures) {
        List<Estimate> all = new ArrayList<>();
        byConcept.forEach((concept, indicators) -> {
            SortedSet<String> sectors = new TreeSet<>();
            indicators.forEach(i -> sectors.addAll(figures.sectors(i.id())));
            for (String sector : sectors) {
                List<Newest> sources = newest(figures, indicators, sector);
                if (disagree(sources)) {
                    all.add(range(new EstimateKey(figures.economy(), sector, MEASURE, concept), sources));
                }
            }
        });
        all.sort(Comparator.comparing(Estimate::key));
        return all;
    }

    /** Of each source, the lowest first; without those that had ended a year before the newest. */
    private static List<Newest> newest(EconomyFigures figures, List<Indicator> indicators, String sector) {
        List<Newest> sources = new ArrayList<>();
        for (Indicator indicator : indicators) {
            for (FigureSeries series : figures.sources(indicator.id(), sector)) {
                series.newest().ifPresent(figure -> {
                    Double published = figure.standardError();
                    double error = published == null ? indicator.noise(figures.economy()) : published;
                    sources.add(new Newest(indicator, series, figure, error));
                });
            }
        }
        double last = sources.stream()
                .mapToDouble(s -> s.figure().period().midYear())
                .max()
                .orElse(0);
        return sources.stream()
                .filter(s -> last - s.figure().period().midYear() <= YEARS_APART_MAX)
                .sorted(Comparator.comparingDouble((Newest s) -> s.figure().value())
                        .thenComparing(s -> s.series().id()))
                .toList();
    }

    private static boolean disagree(List<Newest> sources) {
        if (sources.size() < 2) {
            return false;
        }
        double highestLower = sources.stream()
                .mapToDouble(s -> s.lower(StandardNormal.Z90))
                .max()
                .orElseThrow();
        double lowestUpper = sources.stream()
                .mapToDouble(s -> s.upper(StandardNormal.Z90))
                .min()
                .orElseThrow();
        return highestLower > lowestUpper;
    }

    private static Estimate range(EstimateKey key, List<Newest> sources) {
        Newest low = sources.get(0);
        Newest high = sources.get(sources.size() - 1);
        Banded band = new Banded(
                (low.figure().value() + high.figure().value()) / 2,
                low.lower(StandardNormal.Z90),
                high.upper(StandardNormal.Z90),
                low.lower(StandardNormal.Z975),
                high.upper(StandardNormal.Z975));
        List<Term> terms = new ArrayList<>();
        Evidence evidence = Evidence.NONE;
        for (Newest source : sources) {
            evidence = evidence.with(source.series(), source.figure());
            terms.add(counts(source));
        }
        return evidence.estimate(key, MODEL, PERCENT, List.of(new HorizonValue(Horizon.P0D, band, null)), terms);
    }

    /** What a source says, and what it counts. */
    private static Term counts(Newest source) {
        Indicator indicator = source.indicator();
        String what = String.format(
                Locale.ROOT,
                "%s, in %s: %s",
                indicator.title(),
                source.figure().period().label(),
                Objects.requireNonNullElse(indicator.definition(), ""));
        return new Term(
                "source." + source.series().id().source(),
                source.figure().value(),
                source.standardError(),
                null,
                Term.Basis.MEASURED,
                PERCENT,
                what);
    }
}
