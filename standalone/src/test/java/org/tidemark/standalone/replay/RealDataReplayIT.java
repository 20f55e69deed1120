package org.tidemark.standalone.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.estimate.Horizon;
import org.tidemark.it.RealData;

/** The publishers' own files, as many of them as speak of penetration. */
class RealDataReplayIT {
    private static final String[] FOLDERS = {
        "census-btos", "indeed-ai-postings", "eurostat-ai-enterprises", "microsoft-ai-diffusion"
    };
    private static final int SECTORS = 20;
    /** Two have fewer than four figures that the Census publishes. */
    private static final int SECTORS_WITH_PROJECTIONS = 18;

    @Test
    void everyFigureHasOneEndAndEverySectorALevel(@TempDir Path dir) throws Exception {
        Path[] folders = Stream.of(FOLDERS).map(RealData::at).toArray(Path[]::new);

        Played played = Played.all(dir, 2, folders);

        assertThat(played.told().report().failures()).isEmpty();
        assertThat(played.told().counts().rejected()).isEmpty();
        assertThat(played.told().counts().addUp()).isTrue();
        assertThat(sectors(played, Horizon.P0D)).hasSize(SECTORS);
        assertThat(sectors(played, Horizon.P5Y)).hasSize(SECTORS_WITH_PROJECTIONS);
        theBadReleaseOfJanuary2025IsHeldAndItsCorrectionIsNot(played);
        everyMoveIsAccountedForAndRoundedDigitsAreNoNews(NewsRow.of(played));
        japanIsWithdrawnAndNothingElse(played);
    }

    /** The eleven releases of AI postings: one rewrites the whole history and is undone three weeks later. */
    private static void theBadReleaseOfJanuary2025IsHeldAndItsCorrectionIsNot(Played played) throws IOException {
        assertThat(judged(played, "2025-01-14", "US")).startsWith("superseded,");
        assertThat(judged(played, "2025-02-05", "US")).startsWith("accepted,");
        assertThat(played.text("quarantine.csv").lines().filter(row -> row.contains("INDEED_AI_POSTINGS")))
                .filteredOn(row -> !row.contains(",accepted,"))
                .allMatch(row -> row.startsWith("2025-01-14"));
    }

    /** What became of a release of AI postings in one economy: the columns from the status on. */
    private static String judged(Played played, String day, String economy) throws IOException {
        String part = day + "T23:59:59.999Z,INDEED_AI_POSTINGS," + economy + ",adoption.postings.ai_share,";
        String row = played.text("quarantine.csv")
                .lines()
                .filter(line -> line.startsWith(part))
                .findFirst()
                .orElseThrow();
        return row.substring(row.indexOf(',', part.length()) + 1);
    }

    private static void japanIsWithdrawnAndNothingElse(Played played) throws IOException {
        assertThat(played.text("withheld.csv").lines().filter(row -> row.contains(",penetration,postings.ai_share,")))
                .isNotEmpty()
                .allMatch(row -> row.startsWith("2025-02-14") && row.contains(",JP,TOTAL,"));
    }

    /** Here, since the replay takes most of the time. */
    private static void everyMoveIsAccountedForAndRoundedDigitsAreNoNews(List<NewsRow> news) {
        NewsRow.assertSumUp(news);
        // AI_posting.2025-02-14.csv writes dates in another form and rounds digits, of the days that were known.
        assertThat(news).noneMatch(row -> row.asOf().startsWith("2025-02-14"));
        // All history was rewritten a month earlier.
        assertThat(news)
                .anyMatch(
                        row -> row.asOf().startsWith("2025-01-14") && row.kind().equals("REVISIONS"));
    }

    private static Set<String> sectors(Played played, Horizon horizon) throws IOException {
        return played.estimates().stream()
                .filter(row -> row.concept().equals("firms.goods_services"))
                .filter(row -> row.economy().equals("US") && row.sector().startsWith("NAICS"))
                .filter(row -> row.horizon().equals(horizon.name()))
                .map(Played.Row::sector)
                .collect(Collectors.toSet());
    }
}
