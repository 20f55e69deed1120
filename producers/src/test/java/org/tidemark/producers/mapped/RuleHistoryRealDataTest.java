package org.tidemark.producers.mapped;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.alert.AlertEvent;
import org.tidemark.alert.AlertState;
import org.tidemark.alert.AlertTransition;
import org.tidemark.alert.EstimateRule;
import org.tidemark.catalogue.AlertRule;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.figures.HeldFigures;
import org.tidemark.measure.MeasureEstimator;
import org.tidemark.producers.RealData;
import org.tidemark.series.SeriesId;

/**
 * The rules on measures over the publishers' series, period by period as though each were published when it was over: how
 * often the condition held, and how often the alert was raised. The runbooks say these numbers.
 */
class RuleHistoryRealDataTest {
    private static final Catalogue CATALOGUE = ShippedCatalogue.with(List.of());
    private static final Path RUNBOOKS = Path.of("../docs/runbooks");
    private static MeasuredWorld world;

    @BeforeAll
    static void read() throws IOException {
        world = new MeasuredWorld(CATALOGUE);
        for (String place : List.of("fred-qd", "cbo-economic-projections", "ai-incidents", "ifr-robots")) {
            world.reading(RealData.at(place));
        }
    }

    /** What a rule heard. */
    private static final class Heard {
        private int periods;
        private int held;
        private int raised;
        private List<AlertState> states = List.of();

        private void take(AlertRule rule, EstimateRule read, Estimate now) {
            periods++;
            List<AlertTransition> transitions = read.read(states, new EstimateRule.Update(now, null, null, "made"));
            states = transitions.stream().map(AlertTransition::standing).toList();
            held += states.stream().anyMatch(s -> s.probability() >= rule.raise()) ? 1 : 0;
            raised += (int) transitions.stream()
                    .flatMap(t -> t.said().stream())
                    .filter(e -> e.kind() == AlertEvent.Kind.RAISED)
                    .count();
        }

        private String said() {
            return "held after %d of %d periods and was raised %d times".formatted(held, periods, raised);
        }
    }

    private static SortedSet<LocalDate> days(HeldFigures all, MeasureEstimator estimator) {
        SortedSet<LocalDate> days = new TreeSet<>();
        for (String indicator : all.indicators()) {
            if (estimator.reads(indicator)) {
                for (String sector : all.sectors(indicator)) {
                    all.sources(indicator, sector).forEach(series -> series.figures()
                            .forEach(f -> days.add(f.period().end())));
                }
            }
        }
        return days;
    }

    private static Heard heard(AlertRule rule, EstimateKey key) {
        MeasureEstimator estimator = Stream.concat(
                        MeasureEstimator.ofEconomies(CATALOGUE).stream(), MeasureEstimator.ofPanels(CATALOGUE).stream())
                .filter(e -> e.makes(key))
                .findFirst()
                .orElseThrow();
        HeldFigures all = world.figures(key.economy(), key.concept());
        EstimateRule read = new EstimateRule(rule, CATALOGUE.recipes().alerts().version());
        Heard heard = new Heard();
        String period = "";
        for (LocalDate day : days(all, estimator)) {
            List<Estimate> now = new ArrayList<>(estimator.estimates(MeasuredWorld.until(day, all, estimator)));
            now.removeIf(e -> e.levels().isEmpty() || !e.key().equals(key));
            // A period that says nothing new is none.
            if (!now.isEmpty() && !now.get(0).period().label().equals(period)) {
                period = now.get(0).period().label();
                heard.take(rule, read, now.get(0));
            }
        }
        return heard;
    }

    @ParameterizedTest
    @CsvSource({
        "GrowthWithoutJobs, US, compare, jobless_growth",
        "LabourShareFalls, US, compare, labour_share_change",
        "IncidentsRise, WORLD, events, incidents",
        "RobotShareAboveHalf, WORLD, shares, robot_share"
    })
    void theRunbookSaysHowOftenTheConditionHeld(String id, String economy, String measure, String recipe)
            throws IOException {
        AlertRule rule = CATALOGUE.recipes().alerts().rule(id).orElseThrow();

        Heard heard = heard(rule, new EstimateKey(economy, SeriesId.TOTAL, measure, recipe));

        assertThat(heard.periods).isPositive();
        assertThat(Files.readString(RUNBOOKS.resolve(id + ".md")))
                .contains(heard.said())
                .contains("%s false alarms a month"
                        .formatted(BigDecimal.valueOf(Objects.requireNonNull(rule.falseAlarmsPerMonth()))
                                .stripTrailingZeros()
                                .toPlainString()));
    }
}
