package org.tidemark.standalone.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidemark.it.TestSystem;

class ShownEstimatesTest {
    private static final String ANSWER =
            """
            {"truncated": false, "estimates": [
              {"economy": "DK", "sector": "TOTAL", "measure": "penetration", "concept": "firms.any_use",
               "as_of": "2025-12-11T23:59:59.999Z", "period": "2025", "age_days": 334, "inputs": 4,
               "latest": {"said": "42.0 (41.4 to 42.5)", "unit": "percent"},
               "nowcast": {"date": "2026-11-30", "said": "56.4 (41 to 70)", "unit": "percent"},
               "speed": {"said": "+12.8 (+4 to +21)", "unit": "percentage_points_per_year"},
               "stage": {"germination": 0, "growth": 0.9996, "maturity": 0, "likeliest": "growth"}},
              {"economy": "DK", "sector": "TOTAL", "measure": "displacement.net", "concept": "jobs.firms.any_use",
               "as_of": "2025-12-11T23:59:59.999Z", "period": "2025", "age_days": 334, "inputs": 8,
               "withheld": "reinstatement is not held: adoption.postings.ai_share"},
              {"economy": "US", "sector": "TOTAL", "measure": "penetration", "concept": "firms.goods_services",
               "as_of": "2025-10-31T23:59:59.999Z", "as_of_precision": "month", "period": "2025-09-08/2025-09-21", "age_days": 435, "inputs": 54,
               "latest": {"said": "10.0 (9.6 to 10.3)", "unit": "percent"},
               "ended": {"said": "ended 2025-10-31; since then the question is adoption.firms.any_function"},
               "missing": "speed needs 4 figures"},
              {"economy": "US", "withdrawn": true}
            ]}
            """;

    @Test
    void eachEstimateSaysItsNumbersItsAgeAndWhatItHasNot() throws Exception {
        List<String> lines = new ShownEstimates(new Words(TestSystem.CATALOGUE, false), false)
                .lines(new ObjectMapper().readTree(ANSWER));

        assertThat(lines)
                .containsExactly(
                        "Denmark",
                        "  penetration: firms, any use",
                        "    latest    42.0 (41.4 to 42.5) % in 2025, 334 days old",
                        "    nowcast   56.4 (41 to 70) % on 2026-11-30",
                        "    speed     +12.8 (+4 to +21) pt/y",
                        "    stage     growth >0.99",
                        "    known     since 2025-12-11, from 4 figures",
                        "  displacement net: jobs, firms, any use",
                        "    no number reinstatement is not held: adoption.postings.ai_share",
                        "    known     since 2025-12-11, from 8 figures",
                        "United States",
                        "  penetration: firms, goods services",
                        "    latest    10.0 (9.6 to 10.3) % in 2025-09-21, 435 days old",
                        "    ended     2025-10-31; since then the question is adoption.firms.any_function",
                        "    too early speed needs 4 figures",
                        "    known     since some day of 2025-10, from 54 figures");
    }

    @Test
    void withIdsItHasTheWordsOfTheApi() throws Exception {
        assertThat(new ShownEstimates(new Words(TestSystem.CATALOGUE, true), false)
                        .lines(new ObjectMapper().readTree(ANSWER)))
                .contains(
                        "DK",
                        "  penetration: firms.any_use",
                        "    latest    10.0 (9.6 to 10.3) % in 2025-09-08/2025-09-21, 435 days old");
    }

    @Test
    void whatStandsInTheBackgroundIsToldToWhoNamesItsMeasure() throws Exception {
        String answer =
                """
                {"estimates": [
                  {"economy": "US", "measure": "displacement.contrast", "concept": "payrolls",
                   "as_of": "2024-03-31T23:59:59.999Z", "period": "2024-02", "age_days": 30, "inputs": 4,
                   "latest": {"said": "-41.6 (-41.8 to -41.3)", "unit": "log_points"},
                   "terms": [{"name": "background", "basis": "UNAVAILABLE"}]}
                ]}
                """;
        Words words = new Words(TestSystem.CATALOGUE, false);

        assertThat(new ShownEstimates(words, false).lines(new ObjectMapper().readTree(answer)))
                .containsExactly(
                        "1 in the background, such as arithmetic without a sign: --measure NAME or --json tells them");
        assertThat(new ShownEstimates(words, true).lines(new ObjectMapper().readTree(answer)))
                .contains("United States", "    latest    -41.6 (-41.8 to -41.3) log pt in 2024-02, 30 days old");
    }

    @Test
    void anEarlySpeedHasNoStage() throws Exception {
        String answer =
                """
                {"estimates": [
                  {"economy": "CN", "measure": "penetration", "concept": "people.any_use",
                   "as_of": "2026-05-31T23:59:59.999Z", "period": "2026-Q1", "age_days": 244, "inputs": 3,
                   "latest": {"said": "16.5 (16.0 to 16.9)", "unit": "percent"},
                   "speed": {"said": "+1.6 (-0.7 to +4.1)", "unit": "percentage_points_per_year"}, "early": true}
                ]}
                """;

        assertThat(new ShownEstimates(new Words(TestSystem.CATALOGUE, false), false)
                        .lines(new ObjectMapper().readTree(answer)))
                .contains("    speed     +1.6 (-0.7 to +4.1) pt/y")
                .noneMatch(line -> line.contains("stage"));
    }

    @Test
    void whereNothingIsKnownItSaysSo() throws Exception {
        assertThat(new ShownEstimates(new Words(TestSystem.CATALOGUE, false), false)
                        .lines(new ObjectMapper().readTree("{\"estimates\": []}")))
                .containsExactly("nothing is known: no estimate of this economy, measure and date is held");
    }
}
