package org.tidemark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.estimate.Estimate;
import org.tidemark.figures.Figure;
import org.tidemark.figures.FigureSeries;
import org.tidemark.figures.HeldFigures;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/** What is kept from one evaluation to the next leaves no trace: an estimator that has seen much says what a new one says. */
class CourseProperties {
    private static final LocalDate FIRST = LocalDate.parse("1999-12-30");
    private static final List<Catalogue> CATALOGUES = List.of(
            compared("log(prices.ppi.metals)", "log(prices.ppi.commodities)", "log_points", "{ tell: difference }"),
            compared("log(prices.ppi.metals)", "log(prices.ppi.commodities)", "ratio", "{ tell: ratio }"),
            compared(
                    "growth(prices.ppi.metals)",
                    "growth(prices.ppi.commodities)",
                    "probability",
                    "{ tell: conjunction }"),
            compared("change(prices.ppi.metals)", "change(prices.ppi.commodities)", "points", "{ tell: speed }"));

    private static Catalogue compared(String one, String other, String unit, String settings) {
        return Made.catalogue(
                "made: { title: Made, kind: compare, scope: WORLD, indicators: { a: '%s', b: '%s' }, unit: %s, settings: %s }"
                        .formatted(one, other, unit, settings));
    }

    /** Two series that are added to, revised and cut at random places. */
    private static final class History {
        private final Random random;
        private final List<TreeMap<LocalDate, Figure>> series = List.of(new TreeMap<>(), new TreeMap<>());

        private History(long seed, int length) {
            random = new Random(seed);
            for (int i = 0; i < length; i++) {
                put(0, i);
                put(1, i);
            }
        }

        private void put(int which, int day) {
            LocalDate start = FIRST.plusDays(7L * day);
            // Now and then one that has no logarithm.
            double value = random.nextInt(60) == 0 ? -1 : 50 + day * 0.1 + random.nextGaussian();
            series.get(which).put(start, new Figure(Period.day(start), value, null, Instant.EPOCH));
        }

        private void change() {
            int which = random.nextInt(2);
            TreeMap<LocalDate, Figure> its = series.get(which);
            int place = its.isEmpty() ? 0 : Math.max(0, its.size() - 1 - (int) Math.abs(random.nextGaussian() * 20));
            switch (random.nextInt(4)) {
                case 0 -> put(which, place);
                case 1 -> its.remove(FIRST.plusDays(7L * place));
                default -> {
                    put(0, its.size());
                    put(1, its.size());
                }
            }
        }

        /** The objects are kept, as they are in the engine, or made anew. */
        private HeldFigures figures(boolean anew) {
            HeldFigures held = new HeldFigures("WORLD");
            for (int which = 0; which < 2; which++) {
                SeriesId id = new SeriesId(
                        which == 0 ? "prices.ppi.metals" : "prices.ppi.commodities", "WORLD", SeriesId.TOTAL, "MADE");
                List<Figure> all = new ArrayList<>();
                series.get(which)
                        .values()
                        .forEach(f -> all.add(anew ? new Figure(f.period(), f.value(), null, f.since()) : f));
                held.put(new FigureSeries(id, all, Instant.EPOCH));
            }
            return held;
        }
    }

    @Property(tries = 10)
    void anEstimatorThatHasSeenMuchSaysWhatANewOneSays(
            @ForAll long seed, @ForAll @IntRange(max = 3) int which, @ForAll @IntRange(min = 1, max = 140) int length) {
        Catalogue catalogue = CATALOGUES.get(which);
        MeasureEstimator experienced = only(catalogue);
        History history = new History(seed, length);
        for (int i = 0; i < 25; i++) {
            history.change();
            List<Estimate> fresh = only(catalogue).estimates(history.figures(true));

            assertThat(experienced.estimates(history.figures(i % 2 == 0))).isEqualTo(fresh);
        }
    }

    private static MeasureEstimator only(Catalogue catalogue) {
        return MeasureEstimator.ofEconomies(catalogue).stream()
                .filter(e -> e.recipe().id().equals("made"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void noisesAreLearntFromSizesOfAGridThatIsFixed() {
        assertThat(List.of(1, 64, 65, 67, 68, 99, 100, 264, 800))
                .map(LevelFold::learntFrom)
                .containsExactly(1, 64, 64, 64, 68, 95, 100, 252, 780);
    }
}
