package org.tidemark.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.it.KafkaBroker;
import org.tidemark.it.TestBroker;
import org.tidemark.it.TestSystem;
import org.tidemark.standalone.report.Summary;
import org.tidemark.standalone.report.Words;
import org.tidemark.told.BandText;
import org.tidemark.told.Told;

/** The same numbers under the same names in the table, the query API, its CSV, the metrics and the alerts, on the shipped figures. */
@ExtendWith(KafkaBroker.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneVocabularyIT {
    private static final Offset<Double> DIGITS = Offset.offset(1e-6);

    private final TestSystem tidemark;
    private final Path file;

    OneVocabularyIT(TestBroker broker, @TempDir Path dir) throws Exception {
        tidemark = TestSystem.on(broker, "vocabulary", dir);
        file = DataDir.kept(dir).shippedFigures();
    }

    @BeforeAll
    void load() throws Exception {
        tidemark.load(file);
    }

    @AfterAll
    void close() {
        tidemark.close();
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private List<Told> penetration() {
        return tidemark.latest().values().stream()
                .filter(e -> e.key().measure().equals("penetration") && e.inputs() > 0)
                .map(e -> Told.of(e, today(), TestSystem.CATALOGUE))
                .toList();
    }

    private JsonNode json(Estimate e) throws Exception {
        String path = "/api/v1/estimates?measure=penetration&economy=%s&sector=%s&concept=%s"
                .formatted(e.key().economy(), e.key().sector(), e.key().concept());
        JsonNode found = new ObjectMapper().readTree(tidemark.get(path).body()).get("estimates");
        assertThat(found).as(path).hasSize(1);
        return found.get(0);
    }

    private static String cell(Estimate e) {
        return "{concept=\"%s\",economy=\"%s\",sector=\"%s\"}"
                .formatted(e.key().concept(), e.key().economy(), e.key().sector());
    }

    private static Optional<Double> sample(String metrics, String name, Estimate e) {
        String series = name + cell(e) + " ";
        return metrics.lines()
                .filter(line -> line.startsWith(series))
                .map(line -> Double.valueOf(line.substring(series.length())))
                .findFirst();
    }

    @Test
    @DisplayName("EU27 is 19.9 in the table and 23.6 in the API's NOW, which the dashboard calls Level now")
    void tableApiCsvAndMetricsSayTheSame() throws Exception {
        String table = String.join(
                "\n",
                new Summary(new Words(TestSystem.CATALOGUE, true), today())
                        .lines(List.copyOf(tidemark.latest().values())));
        String metrics = tidemark.get("/metrics").body();
        String csv = tidemark.get("/api/v1/estimates?measure=penetration&format=csv&limit=100000")
                .body();
        assertThat(penetration()).hasSizeGreaterThan(15);
        for (Told told : penetration()) {
            compare(told, json(told.estimate()), table, metrics, csv);
        }
    }

    private static void compare(Told told, JsonNode json, String table, String metrics, String csv) {
        Estimate e = told.estimate();
        Banded latest = told.latest().orElseThrow();
        String said = BandText.of(latest).toString();
        assertThat(json.at("/latest/said").textValue()).isEqualTo(said);
        assertThat(json.at("/latest/value").doubleValue()).isCloseTo(latest.value(), DIGITS);
        assertThat(json.at("/latest/unit").textValue()).isEqualTo("percent");
        age(told, json, table, metrics, csv);
        assertThat(sample(metrics, "tidemark_penetration_latest_ratio", e))
                .hasValueSatisfying(ratio -> assertThat(100 * ratio).isCloseTo(latest.value(), DIGITS));
        assertThat(row(csv, e, "latest")).contains("," + said + ",");
        assertThat(table).contains("  " + e.key().economy() + " ").contains(said);
        assertThat(json.has("ended")).isEqualTo(told.ended().isPresent());
        if (told.ended().isPresent()) {
            assertThat(told.nowcast()).isEmpty();
            assertThat(table).contains("ended " + told.ended().get().last());
            assertThat(metrics)
                    .contains("tidemark_estimate_ended{concept=\"%s\""
                            .formatted(e.key().concept()));
        }
        nowcast(told, json, table, metrics, csv);
        speed(told, json, table, metrics);
    }

    /** How old a level is, and whether it is stale, stands wherever the level does. */
    private static void age(Told told, JsonNode json, String table, String metrics, String csv) {
        Estimate e = told.estimate();
        assertThat(json.get("age_days").longValue()).isEqualTo(told.ageDays());
        assertThat(json.get("stale").booleanValue()).isEqualTo(told.isStale());
        assertThat(row(csv, e, "latest")).endsWith("," + told.ageDays() + "," + told.isStale());
        assertThat(row(csv, e, "at_publication")).endsWith("," + told.ageDays() + "," + told.isStale());
        String stale = "tidemark_estimate_stale{concept=\"%s\",economy=\"%s\",measure=\"penetration\",sector=\"%s\"} 1"
                .formatted(e.key().concept(), e.key().economy(), e.key().sector());
        assertThat(metrics.contains(stale)).isEqualTo(told.isStale());
        String period = "%s +%d ".formatted(Pattern.quote(e.period().toString()), told.ageDays());
        assertThat(table)
                .containsPattern("(?m)^%s%s +\\S+ \\(.*\\) +%s"
                        .formatted(told.isStale() ? "! " : "  ", e.key().economy(), period));
    }

    private static void nowcast(Told told, JsonNode json, String table, String metrics, String csv) {
        Estimate e = told.estimate();
        assertThat(json.has("nowcast")).isEqualTo(told.nowcast().isPresent());
        Optional<Double> sample = sample(metrics, "tidemark_penetration_nowcast_ratio", e);
        assertThat(sample.isPresent()).isEqualTo(told.nowcast().isPresent());
        told.nowcast().ifPresent(nowcast -> {
            String said = BandText.of(nowcast).toString();
            assertThat(json.at("/nowcast/date").textValue()).isEqualTo(today().toString());
            assertThat(json.at("/nowcast/said").textValue()).isEqualTo(said);
            assertThat(100 * sample.orElseThrow()).isCloseTo(nowcast.value(), DIGITS);
            assertThat(row(csv, e, "nowcast")).contains("," + today() + "," + said + ",");
            assertThat(table).contains(said);
        });
    }

    private static void speed(Told told, JsonNode json, String table, String metrics) {
        Optional<Double> sample = sample(metrics, "tidemark_penetration_speed_ratio_per_year", told.estimate());
        assertThat(sample.isPresent()).isEqualTo(told.speed().isPresent());
        told.speed().ifPresent(speed -> {
            assertThat(json.at("/speed/said").textValue())
                    .isEqualTo(BandText.signed(speed).toString());
            assertThat(json.get("speed_points_per_year").doubleValue()).isCloseTo(speed.value(), DIGITS);
            assertThat(100 * sample.orElseThrow()).isCloseTo(speed.value(), DIGITS);
            assertThat(table).contains(BandText.signed(speed).toString());
        });
    }

    private static String row(String csv, Estimate e, String level) {
        String cell = ",%s,%s,%s,%s,"
                .formatted(
                        e.key().measure(),
                        e.key().concept(),
                        e.key().economy(),
                        e.key().sector());
        return csv.lines()
                .filter(line -> line.contains(cell) && line.contains("," + level + ","))
                .findFirst()
                .orElse("no row");
    }

    @Test
    void anAlertSaysTheLatestLevel() throws Exception {
        JsonNode alerts = new ObjectMapper()
                .readTree(tidemark.get("/api/v1/alerts?status=active&rule=PenetrationAbove10")
                        .body())
                .get("alerts");
        assertThat(alerts).isNotEmpty();
        for (JsonNode alert : alerts) {
            JsonNode estimate = new ObjectMapper()
                    .readTree(tidemark.get(
                                    "/api/v1/estimates?measure=penetration&economy=%s&concept=%s&sector=%s&as_of=%s"
                                            .formatted(
                                                    alert.get("economy").textValue(),
                                                    alert.get("concept").textValue(),
                                                    alert.get("sector").textValue(),
                                                    alert.get("as_of").textValue()))
                            .body())
                    .at("/estimates/0");
            assertThat(alert.get("value").doubleValue())
                    .isCloseTo(estimate.at("/latest/value").doubleValue(), DIGITS);
            assertThat(alert.get("period_end").textValue())
                    .isEqualTo(estimate.at("/latest/period_end").textValue());
        }
    }

    /** What follows is of projections, releases and alerts. */
    private static boolean isOfEstimates(String line) {
        return Stream.of("Projections of ", "What comes next", "Alerts active").noneMatch(line::startsWith);
    }

    /** Run ./tidemark up --once --ephemeral and paste what it prints where this fails: the estimates say something else. */
    @ParameterizedTest
    @ValueSource(strings = {"../README.md", "../docs/reading.md"})
    void whatThePagesShowIsWhatThatDayPrints(String page) throws Exception {
        String text = Files.readString(Path.of(page));
        int begin = text.indexOf("Penetration: who uses AI, %");
        String shown = text.substring(begin, text.indexOf("\n```", begin));
        LocalDate day = LocalDate.parse(shown.substring(shown.indexOf("20"), shown.indexOf("20") + 10));
        List<String> printed = new Summary(new Words(TestSystem.CATALOGUE, false), day)
                .lines(List.copyOf(tidemark.latest().values()));

        assertThat(shown.lines().takeWhile(OneVocabularyIT::isOfEstimates).toList())
                .isSubsetOf(printed);
    }

    @Test
    void noLineIsWiderThanATerminal() {
        assertThat(new Summary(new Words(TestSystem.CATALOGUE, false), today())
                        .lines(List.copyOf(tidemark.latest().values())))
                .allMatch(line -> line.length() <= 80);
    }
}
