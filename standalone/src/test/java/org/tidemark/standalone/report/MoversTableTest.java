package org.tidemark.standalone.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.news.News;
import org.tidemark.news.NewsLine;
import org.tidemark.news.NewsLine.Kind;
import org.tidemark.series.Period;

class MoversTableTest {
    private static News news(String economy, String measure, String unit, String day, NewsLine... lines) {
        double after = 10;
        for (NewsLine line : lines) {
            after += line.impact();
        }
        return new News(
                new EstimateKey(economy, "TOTAL", measure, "firms.any_use"),
                Instant.parse(day + "T23:59:59Z"),
                Horizon.P0D,
                unit,
                10,
                after,
                List.of(lines));
    }

    private static NewsLine figures(Kind kind, String release, @Nullable Double forecast, double impact) {
        return new NewsLine(
                kind,
                "EUROSTAT",
                release,
                "adoption.firms.any_use",
                "TOTAL",
                1,
                Period.parse("2024"),
                forecast,
                12.0,
                forecast == null ? null : Double.valueOf(12 - forecast),
                null,
                impact);
    }

    private static NewsLine time(double impact) {
        return new NewsLine(Kind.PASSING_OF_TIME, null, null, null, null, 0, null, null, null, null, null, impact);
    }

    @Test
    void eachReleaseIsToldOnceByTheEstimateThatItMovedMost() {
        List<News> news = List.of(
                news("DK", "penetration", "percent", "2024-01-31", figures(Kind.NEW_FIGURES, "a", 9.5, 0.5), time(0.1)),
                news("DK", "exposure", "share", "2025-01-31", figures(Kind.REVISIONS, "b", 11.0, 0.02)),
                news("DK", "penetration", "percent", "2025-01-31", figures(Kind.REVISIONS, "b", 11.0, -0.25)),
                news("DK", "baumol", "percent_times_points", "2025-02-28", figures(Kind.REVISIONS, "c", 1.0, 99)),
                news("SE", "penetration", "percent", "2024-01-31", figures(Kind.NEW_FIGURES, "a", 9.5, 5)));

        assertThat(new MoversTable(null).lines(news))
                .containsExactly(
                        "The 2 releases that moved an estimate of DK most",
                        "date        source    release  measure      concept        before  after  by this release  how",
                        "2025-01-31  EUROSTAT  b        exposure     firms.any_use   10.00  10.02            +0.02  +0.02 1 figure of adoption.firms.any_use revised (12.00, from 11.00)",
                        "2024-01-31  EUROSTAT  a        penetration  firms.any_use   10.00  10.60            +0.50  +0.50 1 figure of adoption.firms.any_use new (12.00, expected 9.50); +0.10 the passing of time");
    }

    @Test
    void thereAreTenAtMostOfTheEconomyThatIsAskedFor() {
        List<News> news = new ArrayList<>();
        for (int i = 10; i < 25; i++) {
            news.add(news("US", "penetration", "percent", "2024-01-" + i, figures(Kind.NEW_FIGURES, "r" + i, null, i)));
        }

        assertThat(new MoversTable("US").lines(news)).hasSize(12).anyMatch(l -> l.contains("r24"));
        assertThat(new MoversTable("US").lines(news)).noneMatch(l -> l.contains("r14"));
    }

    @Test
    void whereNothingMovedThatIsSaid() {
        assertThat(new MoversTable("FR").lines(List.of()))
                .containsExactly("What moved the estimates of FR: nothing moved any");
        assertThat(new MoversTable(null).lines(List.of())).isEmpty();
    }
}
