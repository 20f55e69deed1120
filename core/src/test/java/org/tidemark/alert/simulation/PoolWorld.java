package org.tidemark.alert.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.BiasSpread;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.PoolRecipe;
import org.tidemark.estimate.Estimate;
import org.tidemark.figures.HeldFigures;
import org.tidemark.pool.PooledEstimator;
import org.tidemark.series.FigureId;
import org.tidemark.series.SeriesId;

/**
 * An economy of which several sources see one share, each off by a bias that does no more than the recipe allows: drawn from
 * its prior, and wandering as much in a year as every bias is expected to.
 */
final class PoolWorld {
    private static final double PERCENT = 100;

    private final Catalogue catalogue;
    private final String economy;
    private final List<Instrument> instruments;
    private final int years;

    /**
     * One economy's sources.
     *
     * @param instruments the anchor first
     */
    PoolWorld(Catalogue catalogue, String economy, List<Instrument> instruments, int years) {
        this.catalogue = catalogue;
        this.economy = economy;
        this.instruments = List.copyOf(instruments);
        this.years = years;
    }

    /** What one source measures, and how often; a standard error of 0 where it publishes none. */
    record Instrument(Calendar calendar, String indicator, String source, double standardError) {}

    private record Published(Instrument by, Calendar.Release release, double percent) {}

    /** What is said in each concept but the anchor's, which cannot drift from itself. */
    List<Story> draw(Random random) {
        double scale = recipe().noiseScale();
        Diffusion diffusion = Diffusion.draw(years, scale, false, random);
        List<Published> all = new ArrayList<>();
        for (Instrument instrument : instruments) {
            all.addAll(figures(instrument, diffusion, random));
        }
        all.sort(Comparator.comparing((Published p) -> p.release().published()).thenComparing(p -> p.by().indicator()));
        List<Estimate> told = told(all);
        List<Story> stories = new ArrayList<>();
        for (Instrument instrument : instruments.subList(1, instruments.size())) {
            String concept =
                    catalogue.indicator(instrument.indicator()).orElseThrow().concept();
            List<Estimate> own =
                    told.stream().filter(e -> e.key().concept().equals(concept)).toList();
            stories.add(new Story(instruments.get(0).calendar(), 12.0 * years, own, diffusion));
        }
        return stories;
    }

    private PoolRecipe recipe() {
        return catalogue.recipes().pool().orElseThrow();
    }

    private List<Published> figures(Instrument instrument, Diffusion diffusion, Random random) {
        boolean anchor = instrument.equals(instruments.get(0));
        double bias = anchor ? 0 : both(recipe().concept().priorSd(), BiasSpread::priorSd) * random.nextGaussian();
        String concept =
                catalogue.indicator(instrument.indicator()).orElseThrow().concept();
        double wander = anchor ? 0 : both(recipe().wander(concept), BiasSpread::wander);
        double time = Calendar.FIRST_YEAR;
        List<Published> figures = new ArrayList<>();
        for (Calendar.Release release : instrument.calendar().releases(years, catalogue)) {
            double middle = release.period().midYear();
            bias += wander * StrictMath.sqrt(middle - time) * random.nextGaussian();
            time = middle;
            double share = diffusion.figure(release.period(), error(instrument) / PERCENT, bias, random);
            figures.add(new Published(instrument, release, PERCENT * share));
        }
        return figures;
    }

    /** Of the bias that a concept has and that of one source of it together. */
    private double both(double ofConcept, ToDoubleFunction<BiasSpread> ofSource) {
        return StrictMath.hypot(ofConcept, ofSource.applyAsDouble(recipe().source()));
    }

    private double error(Instrument instrument) {
        return instrument.standardError() > 0
                ? instrument.standardError()
                : catalogue.indicator(instrument.indicator()).orElseThrow().noise();
    }

    private List<Estimate> told(List<Published> all) {
        PooledEstimator estimator = new PooledEstimator(catalogue);
        HeldFigures held = new HeldFigures(economy);
        List<Estimate> told = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Published one = all.get(i);
            SeriesId series = new SeriesId(
                    one.by().indicator(), economy, SeriesId.TOTAL, one.by().source());
            held.put(
                    new FigureId(series, one.release().period()),
                    one.percent(),
                    published(one.by()),
                    one.release().published());
            boolean last = i + 1 == all.size()
                    || !all.get(i + 1)
                            .release()
                            .published()
                            .equals(one.release().published());
            if (last) {
                told.addAll(estimator.estimates(held));
            }
        }
        return told;
    }

    private static @Nullable Double published(Instrument instrument) {
        return instrument.standardError() > 0 ? instrument.standardError() : null;
    }
}
