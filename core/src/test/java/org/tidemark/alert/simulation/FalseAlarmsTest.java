package org.tidemark.alert.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.alert.AlertTransition;
import org.tidemark.catalogue.AlertRule;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueYaml;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.Trajectory;

/** The false alarms that the shipped rules state are those of the simulation that docs/methods/alerts.md describes. */
class FalseAlarmsTest {
    private static final long SEED = 20_261_125;
    private static final int DIGITS = 4;
    private static final Catalogue SHIPPED = ShippedCatalogue.with(List.of());
    private static final Map<String, Map<Calendar, Rate>> OF_SHIPPED = new HashMap<>();
    private static SimulatedCells cells;

    @BeforeAll
    static void simulate() {
        cells = SimulatedCells.draw(SHIPPED, SEED);
        rules().forEach(rule -> OF_SHIPPED.put(rule.id(), cells.rates(rule)));
    }

    static Stream<AlertRule> rules() {
        return SHIPPED.recipes().alerts().all().stream();
    }

    private static AlertRule rule(String id, String... overlaid) {
        List<CatalogueYaml.Text> own = overlaid.length == 0
                ? List.of()
                : List.of(new CatalogueYaml.Text(
                        "own.yaml", "rules:\n  %s: {%s}\n".formatted(id, String.join(", ", overlaid))));
        return ShippedCatalogue.with(own).recipes().alerts().rule(id).orElseThrow();
    }

    private static double rounded(double rate) {
        return BigDecimal.valueOf(rate).setScale(DIGITS, RoundingMode.HALF_EVEN).doubleValue();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void eachShippedRuleStatesWhatTheSimulationCounts(AlertRule rule) {
        Map<Calendar, Rate> rates = OF_SHIPPED.getOrDefault(rule.id(), Map.of());
        Rate all = Rate.mean(rates.values());

        assertThat(rule.falseAlarmsPerMonth())
                .as("%s: %s, by calendar %s", rule.id(), all, rates)
                .isEqualTo(rounded(all.wrong()));
    }

    @ParameterizedTest
    @CsvSource({"SpeedUp, 0.55, 0.4", "SourceDrifts, 0.9, 0.8", "ExposedLabourFalls, 0.6, 0.5", "DemandShort, 0.6, 0.5"
    })
    void aRuleThatIsEasierToRaiseIsWrongMoreOften(String id, double raise, double clear) {
        AlertRule easier = rule(id, "raise: " + raise, "clear: " + clear);
        double wrong = Rate.mean(cells.rates(easier).values()).wrong();

        assertThat(rounded(wrong)).isGreaterThan(rule(id).falseAlarmsPerMonth());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void whereTheConditionIsEverTrueTheRuleIsMoreOftenRightThanWrong(AlertRule rule) {
        Rate all = Rate.mean(OF_SHIPPED.getOrDefault(rule.id(), Map.of()).values());
        boolean everTrue = !List.of("SourceDrifts", "ReleaseHeld").contains(rule.id());

        assertThat(all.raised()).as(rule.id()).isPositive();
        assertThat(2 * all.mistaken() < all.raised())
                .as("%s %s", rule.id(), all)
                .isEqualTo(everTrue);
    }

    @Test
    void overDispersedIncidentsRaiseFewerThanOneFalseAlarmInFiveYears() {
        Rate all = Rate.mean(OF_SHIPPED.getOrDefault("IncidentsRise", Map.of()).values());

        assertThat(all.raised()).isPositive();
        assertThat(60 * all.wrong()).isLessThan(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 6})
    void whatIsReadOfOneFoldIsWhatTheEstimatorsSay(int years) {
        assertThat(bothWays(years, new Random(SEED))).allSatisfy(two -> {
            Estimate folded = two.get(0);
            Estimate whole = two.get(1);
            assertThat(folded.key()).isEqualTo(whole.key());
            assertThat(folded.asOf()).isEqualTo(whole.asOf());
            assertThat(folded.period()).isEqualTo(whole.period());
            assertThat(folded.unit()).isEqualTo(whole.unit());
            assertThat(folded.levels().get(0)).isEqualTo(whole.levels().get(0));
            assertThat(read(folded)).isEqualTo(read(whole));
        });
    }

    private static List<List<Estimate>> bothWays(int years, Random random) {
        return List.of(
                new PenetrationWorld(SHIPPED, Calendar.BIWEEKLY, "adoption.firms.goods_services", 0.3, years)
                        .lastBothWays(random),
                new PenetrationWorld(SHIPPED, Calendar.YEARLY, "adoption.firms.any_use", 0, years).lastBothWays(random),
                new ContrastWorld(SHIPPED, Calendar.WEEKLY, "postings", years).lastBothWays(random),
                new ContrastWorld(SHIPPED, Calendar.BIWEEKLY, "firms.employees", years).lastBothWays(random),
                new GapWorld(SHIPPED, Calendar.MONTHLY, "consumption.real", years).lastBothWays(random),
                new GapWorld(SHIPPED, Calendar.BIWEEKLY, "firms.employees", years).lastBothWays(random));
    }

    /** Of a trajectory what rules read; nothing where there is none. */
    private static List<Object> read(Estimate estimate) {
        Trajectory trajectory = estimate.trajectory();
        return trajectory == null ? List.of() : List.of(trajectory.speedLogits(), trajectory.stage());
    }

    @Test
    void fiveQuantilesSayNearlyWhatTheMixtureDoes() {
        AlertRule above16 = rule("PenetrationAbove10", "threshold: 16");
        List<Double> apart = new ArrayList<>();
        for (Cell cell : cells.watchedBy(above16).getOrDefault(Calendar.HALF_YEARLY, List.of())) {
            Story story = (Story) cell;
            List<AlertTransition> steps = story.steps(above16);
            for (int i = 0; i < steps.size(); i++) {
                Estimate told = story.told().get(i);
                if (told.trajectory() != null) {
                    double mixture = Objects.requireNonNull(told.terms().get(0).value());
                    apart.add(Math.abs(steps.get(i).standing().probability() - mixture));
                }
            }
        }

        assertThat(apart).hasSizeGreaterThan(1000);
        assertThat(apart.stream().mapToDouble(d -> d).max()).hasValueCloseTo(0.0, within(0.05));
    }
}
