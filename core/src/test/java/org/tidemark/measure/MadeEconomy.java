package org.tidemark.measure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.MeasureRecipe;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.estimate.Estimate;
import org.tidemark.figures.HeldFigures;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.PublicationDate;
import org.tidemark.series.SeriesId;

/** Figures made for a test, of weeks that end on Fridays or of spans of two weeks. */
final class MadeEconomy {
    static final Catalogue SHIPPED = ShippedCatalogue.with(List.of());
    static final String SOFTWARE = "INDEED:software-development";
    static final String CONSTRUCTION = "INDEED:construction";

    private static final LocalDate FIRST_FRIDAY = LocalDate.of(2022, 1, 7);
    private static final LocalDate FIRST_SUNDAY = LocalDate.of(2022, 1, 16);

    private final List<Made> made = new ArrayList<>();

    private record Made(FigureId id, @Nullable Double value, @Nullable Double standardError, Instant known) {}

    static Contrasted recipe(String id) {
        return recipe(SHIPPED, id, false);
    }

    static Contrasted recipe(Catalogue catalogue, String id, boolean unadjusted) {
        MeasureRecipe recipe =
                Objects.requireNonNull(catalogue.recipes().measures().recipes().get(id), id);
        return new Contrasted(recipe, Objects.requireNonNull(recipe.groups(), id), unadjusted);
    }

    static Period week(int i) {
        return Period.trailing(7, FIRST_FRIDAY.plusWeeks(i));
    }

    static Period twoWeeks(int i) {
        return Period.trailing(14, FIRST_SUNDAY.plusWeeks(2L * i));
    }

    /** Flat at 100 in each of the fourteen unexposed sectors. */
    MadeEconomy basket(int weeks) {
        recipe("postings").groups().unexposed().forEach(sector -> postings(sector, weeks, i -> 100));
        return this;
    }

    MadeEconomy postings(String sector, int weeks, IntToDoubleFunction index) {
        for (int i = 0; i < weeks; i++) {
            posting(sector, i, index.applyAsDouble(i));
        }
        return this;
    }

    MadeEconomy posting(String sector, int week, @Nullable Double index) {
        Instant known = PublicationDate.endOf(week(week).end().plusDays(5));
        return put("labour.postings.total_sa", sector, "INDEED_POSTINGS", week(week), index, null, known);
    }

    /** One answer of one wave of the survey of firms. */
    MadeEconomy answer(String indicator, String sector, int wave, double percent, @Nullable Double standardError) {
        Instant known = PublicationDate.endOf(twoWeeks(wave).end().plusDays(18));
        return put(indicator, sector, "CENSUS_BTOS", twoWeeks(wave), percent, standardError, known);
    }

    private MadeEconomy put(
            String indicator,
            String sector,
            String source,
            Period period,
            @Nullable Double value,
            @Nullable Double standardError,
            Instant known) {
        made.add(new Made(
                new FigureId(new SeriesId(indicator, "US", sector, source), period), value, standardError, known));
        return this;
    }

    HeldFigures held() {
        return filled(made);
    }

    /** The same figures, put in another order. */
    HeldFigures shuffled(long seed) {
        List<Made> other = new ArrayList<>(made);
        Collections.shuffle(other, new Random(seed));
        return filled(other);
    }

    private static HeldFigures filled(List<Made> made) {
        HeldFigures held = new HeldFigures("US");
        made.forEach(m -> held.put(m.id(), m.value(), m.standardError(), m.known()));
        return held;
    }

    List<Estimate> estimates() {
        return Several.contrasts(SHIPPED).estimates(held());
    }

    /** The estimate of one sector and measure, whatever the contrast. */
    static Estimate of(List<Estimate> estimates, String sector, String measure) {
        return estimates.stream()
                .filter(e ->
                        e.key().sector().equals(sector) && e.key().measure().equals(measure))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no %s of %s".formatted(measure, sector)));
    }
}
