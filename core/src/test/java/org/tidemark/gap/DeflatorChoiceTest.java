package org.tidemark.gap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.GapRecipe;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.data.RealData;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.Term;
import org.tidemark.figures.HeldFigures;

/** The recession of 2008 as the gauge saw it, month by month, and how its deflator was chosen before. */
class DeflatorChoiceTest {
    private static final Catalogue CATALOGUE = ShippedCatalogue.with(List.of());
    private static final YearMonth BEFORE = YearMonth.of(2006, 12);
    private static final String SHIPPED = "retail.pce_all";

    private static @Nullable Panel read;

    private static Panel panel() {
        return Objects.requireNonNull(read);
    }

    /** Before each test, so that each says that it is skipped. */
    @BeforeEach
    void readPanel() {
        Path file = RealData.at("fred-md/2024-03.csv");
        read = read == null ? Panel.read(file) : read;
    }

    /** One month of the filter: what could be known in it, but for revisions. */
    private record Month(YearMonth month, double gap, double alarm) {
        boolean isAlarm() {
            return alarm > 0.9;
        }

        boolean isOfARecession() {
            return (month.getYear() >= 2008 && month.getYear() <= 2011) || month.getYear() == 2020;
        }
    }

    private static List<Month> months(String recipe) {
        Ingredients from = Ingredients.of(
                Objects.requireNonNull(CATALOGUE.recipes().gaps().get(recipe)), panel().all(), "TOTAL", false);
        GapPath path = GapPath.of(GapModel.CAPACITY, Moments.of(from.recipe(), from.rows()), true);
        List<Month> months = new ArrayList<>();
        for (GapPath.Step step : path.steps()) {
            Normal gap = path.gap(step.filtered());
            YearMonth month = YearMonth.from(step.moment().period().start());
            months.add(new Month(month, gap.mean(), gap.below(-2)));
        }
        return months;
    }

    private static Month at(List<Month> months, int year, int month) {
        return months.stream()
                .filter(m -> m.month().equals(YearMonth.of(year, month)))
                .findFirst()
                .orElseThrow();
    }

    private static long falseAlarms(List<Month> months) {
        return months.stream().filter(m -> m.isAlarm() && !m.isOfARecession()).count();
    }

    private static double scoreBefore2007(String recipe) {
        HeldFigures before = panel().upTo(BEFORE);
        return new GapEstimator(CATALOGUE)
                .estimates(before).stream()
                        .filter(e -> e.key().measure().equals("demand_gap")
                                && e.key().concept().equals(recipe))
                        .flatMap(e -> e.terms().stream())
                        .filter(t -> t.name().equals("forecast_score"))
                        .mapToDouble(DeflatorChoiceTest::valueOf)
                        .findFirst()
                        .orElseThrow();
    }

    private static double valueOf(Term term) {
        Double value = term.value();
        assertThat(value).isNotNull();
        return value == null ? Double.NaN : value;
    }

    private static List<String> deflators() {
        return CATALOGUE.recipes().gaps().values().stream()
                .filter(g -> g.kind() == GapRecipe.Kind.CAPACITY && g.demand().size() == 2)
                .map(GapRecipe::id)
                .toList();
    }

    @Test
    void theShippedDeflatorIsTheOneWhoseDemandWasForecastBestBefore2007() {
        String best = deflators().stream()
                .max(Comparator.comparingDouble(DeflatorChoiceTest::scoreBefore2007))
                .orElseThrow();

        assertThat(best).isEqualTo(SHIPPED);
        assertThat(CATALOGUE.recipes().gaps().values())
                .filteredOn(GapRecipe::headline)
                .extracting(GapRecipe::id)
                .containsExactly(SHIPPED);
    }

    @Test
    void realRetailSalesRaiseTheAlarmByNovember2008AndSeldomOtherwise() {
        List<Month> months = months(SHIPPED);

        Month first = months.stream()
                .filter(m -> m.isAlarm() && m.month().getYear() == 2008)
                .findFirst()
                .orElseThrow();
        assertThat(first.month()).isBeforeOrEqualTo(YearMonth.of(2008, 11));
        assertThat(falseAlarms(months)).isLessThanOrEqualTo(5);
    }

    @Test
    void theMeasurementsOfTheMethodsPageAreRepeated() {
        List<Month> cpi = months("retail.cpi_all");
        assertThat(at(cpi, 2008, 10).gap()).isBetween(-7.05, -6.95);
        assertThat(at(cpi, 2008, 10).alarm()).isBetween(0.955, 0.97);
        assertThat(falseAlarms(cpi)).isBetween(17L, 23L);
        List<Month> pce = months(SHIPPED);
        assertThat(at(pce, 2008, 10).gap()).isBetween(-5.35, -5.25);
        assertThat(at(pce, 2008, 10).isAlarm()).isFalse();
        assertThat(at(pce, 2008, 11).isAlarm()).isTrue();
    }

    @Test
    void realConsumptionOfHouseholdsNeverRaisesIt() {
        assertThat(months("consumption.real")).noneMatch(Month::isAlarm);
    }

    @Test
    void theEstimatorSaysOfTheNewestMonthWhatThePathSays() {
        Estimate gap = new GapEstimator(CATALOGUE)
                .estimates(panel().upTo(YearMonth.of(2008, 11))).stream()
                        .filter(e -> e.key().measure().equals("demand_gap")
                                && e.key().concept().equals(SHIPPED))
                        .findFirst()
                        .orElseThrow();

        assertThat(gap.levels().get(0).band().value())
                .isEqualTo(Normal.quantised(at(months(SHIPPED), 2008, 11).gap()));
    }

    /** Prints the table of the methods page when asked to: -Dtidemark.tables=true. */
    @Test
    void everyDeflatorIsReported() {
        List<String> rows = new ArrayList<>();
        for (GapRecipe recipe : CATALOGUE.recipes().gaps().values()) {
            if (recipe.kind() == GapRecipe.Kind.CAPACITY) {
                rows.add(row(recipe.id()));
            }
        }
        assertThat(rows).hasSize(16).noneMatch(row -> row.contains("NaN"));
        if (Boolean.getBoolean("tidemark.tables")) {
            rows.forEach(System.out::println);
        }
    }

    private static String row(String recipe) {
        List<Month> months = months(recipe);
        String first = months.stream()
                .filter(m -> m.isAlarm() && m.month().getYear() == 2008)
                .map(m -> m.month().toString())
                .findFirst()
                .orElse("none");
        Month october = at(months, 2008, 10);
        Month deepest =
                months.stream().min(Comparator.comparingDouble(Month::gap)).orElseThrow();
        return String.format(
                Locale.ROOT,
                "| %s | %.4f | %s | %.1f | %.3f | %d | %.1f (%s) | %.1f |",
                recipe,
                scoreBefore2007(recipe),
                first,
                october.gap(),
                october.alarm(),
                falseAlarms(months),
                deepest.gap(),
                deepest.month(),
                at(months, 2020, 4).gap());
    }
}
