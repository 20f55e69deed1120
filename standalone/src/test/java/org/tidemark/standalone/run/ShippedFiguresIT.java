package org.tidemark.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.estimate.Background;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.Term;
import org.tidemark.it.KafkaBroker;
import org.tidemark.it.TestBroker;
import org.tidemark.it.TestSystem;
import org.tidemark.release.ReleaseOutcome;
import org.tidemark.revise.Outcome;

/** What the figures that ship with Tidemark amount to, from the file to the answers. */
@ExtendWith(KafkaBroker.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShippedFiguresIT {
    private static final int FIGURES = 459;

    private final TestSystem tidemark;
    private final Path file;

    ShippedFiguresIT(TestBroker broker, @TempDir Path dir) throws Exception {
        tidemark = TestSystem.on(broker, "shipped", dir);
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

    private Estimate latest(String economy, String concept) {
        String key = economy + "|TOTAL|penetration|" + concept;
        return Objects.requireNonNull(tidemark.latest().get(key), key);
    }

    private static double level(Estimate e) {
        return e.levels().stream()
                .filter(l -> l.horizon() == Horizon.P0D)
                .mapToDouble(l -> l.band().value())
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "EU27, firms.any_use, 19.95",
        "DK, firms.any_use, 42.0",
        "DE, firms.any_use, 26.0",
        "FR, firms.any_use, 17.9",
        "ES, firms.any_use, 19.6",
        "SE, firms.any_use, 35.0",
        "FI, firms.any_use, 37.8",
        "PL, firms.any_use, 8.4",
        "US, firms.goods_services, 9.9"
    })
    void whoHasFourFiguresGetsATrajectoryAndALevelNearTheNewest(String economy, String concept, double newest) {
        Estimate estimate = latest(economy, concept);

        assertThat(estimate.trajectory()).isNotNull();
        assertThat(estimate.levels()).extracting(HorizonValue::horizon).containsExactly(Horizon.values());
        assertThat(level(estimate)).isCloseTo(newest, Offset.offset(0.3));
    }

    @ParameterizedTest
    @CsvSource({
        "RO, firms.any_use, 5.2",
        "US, firms.any_function, 17.2",
        "US, ramp_customers.paid, 50.6",
        "US, workers.any_use, 40.7",
        "WORLD, people.any_use, 16.3"
    })
    void whoHasFewerGetsALevelAndNothingThatIsTooEarly(String economy, String concept, double newest) {
        Estimate estimate = latest(economy, concept);

        assertThat(estimate.trajectory()).isNull();
        assertThat(estimate.levels())
                .extracting(HorizonValue::horizon)
                .allMatch(horizon -> !horizon.isProjection())
                .contains(Horizon.P0D);
        assertThat(level(estimate)).isCloseTo(newest, Offset.offset(0.3));
    }

    @Test
    void everyFigureHasOneEnd() {
        assertThat(tidemark.counts().addUp()).isTrue();
        assertThat(tidemark.counts().read()).isEqualTo(FIGURES);
        assertThat(tidemark.counts().rejected()).isEmpty();
        assertThat(tidemark.counts().outcomes()).containsEntry(Outcome.REVISED, 6L);
        assertThat(tidemark.contents().rejections()).isEmpty();
    }

    @Test
    void theSameFileAgainIsAllDuplicatesAndChangesNothing() throws Exception {
        SortedMap<Integer, List<String>> estimates =
                tidemark.bytes(tidemark.topics().estimates());
        SortedMap<Integer, List<String>> latest =
                tidemark.bytes(tidemark.topics().estimatesLatest());
        String summary = tidemark.counts().line();
        int releases = tidemark.contents().releases().size();

        tidemark.load(file);

        List<ReleaseOutcome> all = tidemark.contents().releases();
        assertThat(all).hasSizeGreaterThan(releases);
        assertThat(duplicates(all)).isGreaterThanOrEqualTo(FIGURES).isEqualTo(figures(all) - FIGURES);
        assertThat(tidemark.bytes(tidemark.topics().estimates())).isEqualTo(estimates);
        assertThat(tidemark.bytes(tidemark.topics().estimatesLatest())).isEqualTo(latest);
        assertThat(tidemark.counts().line()).isEqualTo(summary);
    }

    private static int duplicates(List<ReleaseOutcome> releases) {
        return releases.stream()
                .mapToInt(r -> r.outcomes().getOrDefault(Outcome.DUPLICATE, 0))
                .sum();
    }

    private static int figures(List<ReleaseOutcome> releases) {
        return releases.stream().mapToInt(ReleaseOutcome::sent).sum();
    }

    @Test
    void theHealthPagesAnswer() throws Exception {
        assertThat(tidemark.get("/health/live").statusCode()).isEqualTo(200);
        assertThat(tidemark.get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(tidemark.get("/health/ready").body()).contains("UP").contains("RUNNING");
    }

    @Test
    void metricsTellOfTheRealThing() throws Exception {
        HttpResponse<String> metrics = tidemark.get("/metrics");

        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(metrics.body())
                .contains("tidemark_penetration_nowcast_ratio{")
                .contains("economy=\"EU27\"")
                .contains("kafka_stream")
                .contains("jvm_memory_used_bytes");
    }

    @Test
    void estimatesCanBeAskedForAsCsv() throws Exception {
        HttpResponse<String> csv = tidemark.get("/api/v1/estimates?economy=EU27&measure=penetration&format=csv");

        assertThat(csv.statusCode()).isEqualTo(200);
        assertThat(csv.body().lines().toList())
                .hasSize(2 + Horizon.values().length)
                .first()
                .isEqualTo(
                        "as_of,measure,concept,economy,sector,period,horizon,value,lower80,upper80,lower95,upper95,p_negative,unit,inputs,model,period_start,period_end,level,date,said,age_days,stale");
    }

    @Test
    void whatCrossesEconomiesCanBeAskedForLikeTheRest() throws Exception {
        String now = tidemark.get("/api/v1/estimates?economy=EU27&measure=divergence.verdict&format=csv")
                .body();
        String before = tidemark.get(
                        "/api/v1/estimates?economy=EU27&measure=divergence.slope.level&as_of=2025-06&format=csv")
                .body();
        String news = tidemark.get("/api/v1/news?economy=EU27&measure=divergence.slope.level&format=csv")
                .body();

        assertThat(now.lines()).hasSize(2).last().asString().contains(",2025,P0D,0,", "signed_probability,16,");
        assertThat(before.lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("2025-01-31T")
                .contains(",2024,P0D,");
        assertThat(news).contains("EUROSTAT@2025-12-11,adoption.firms.any_use,8,");
        assertThat(tidemark.get("/metrics").body())
                .contains("tidemark_divergence_slope{")
                .contains("tidemark_divergence_apart_probability{");
    }

    @Test
    void indicatorsAreThoseOfTheCatalogue() throws Exception {
        assertThat(tidemark.get("/api/v1/indicators?format=csv").body()).contains("adoption.firms.any_use");
    }

    @Test
    void theSummaryHasARowForEachEconomyAndConcept() {
        Map<String, Estimate> latest = tidemark.penetration();

        assertThat(latest).hasSize(19).allSatisfy((key, e) -> assertThat(e.inputs())
                .isPositive());
    }

    @Test
    void displacementAndDemandStandBesideItOrSayWhyNot() {
        Map<String, Estimate> latest = tidemark.latest();

        Estimate ledger = Objects.requireNonNull(latest.get("DE|TOTAL|displacement.ledger|jobs.firms.any_use"));
        assertThat(level(ledger)).isBetween(0.1, 10.0);
        assertThat(ledger.terms())
                .extracting(Term::name)
                .contains("exposed_share", "adoption", "substitution_share", "profitable_share");
        Estimate net = Objects.requireNonNull(latest.get("DE|TOTAL|displacement.net|jobs.firms.any_use"));
        assertThat(net.levels()).isEmpty();
        assertThat(net.withheld()).contains("adoption.postings.ai_share");
        Estimate china = Objects.requireNonNull(latest.get("CN|TOTAL|demand_minus_output_growth|retail.gdp_growth"));
        assertThat(level(china)).isCloseTo(3.5 - 0.2 - 5.0, Offset.offset(1e-9));
        assertThat(Background.why(china)).isPresent();
        Estimate range = Objects.requireNonNull(latest.get("CN|TOTAL|penetration.range|people.any_use"));
        assertThat(range.terms()).extracting(Term::name).containsExactly("source.MICROSOFT_AIEI", "source.CNNIC");
        assertThat(latest).containsKey("US|TOTAL|demand_gap|firms.employees");
    }
}
