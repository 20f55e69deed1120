package org.tidemark.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidemark.series.SeriesId;

/** The rules of judging and the known breaks that ship. */
class ReleaseRulesTest {
    private static final ReleaseRules RULES =
            ShippedCatalogue.with(List.of()).recipes().releases();
    private static final SeriesId POSTINGS = new SeriesId("labour.postings.total", "US", "TOTAL", "INDEED_POSTINGS");
    private static final Instant BEFORE = Instant.parse("2024-11-05T23:59:59.999Z");
    private static final Instant BREAK = Instant.parse("2024-11-14T23:59:59.999Z");
    private static final Instant AFTER = Instant.parse("2024-12-03T23:59:59.999Z");

    @Test
    void aBreakLiesBetweenTheLastReleaseBeforeItAndTheFirstFromItOn() {
        assertThat(RULES.breakOf(POSTINGS, BEFORE, BREAK)).isPresent();
        assertThat(RULES.breakOf(POSTINGS, BEFORE, AFTER)).isPresent();
        assertThat(RULES.breakOf(POSTINGS, BREAK, AFTER)).isEmpty();
        assertThat(RULES.breakOf(POSTINGS, BEFORE.minusSeconds(1), BEFORE)).isEmpty();
    }

    @Test
    void aBreakIsOfItsSourceAndItsFamilyOnly() {
        SeriesId other = new SeriesId("labour.postings.total", "US", "TOTAL", "OTHER");
        SeriesId family = new SeriesId("labour.cuts.total", "US", "TOTAL", "INDEED_POSTINGS");

        assertThat(RULES.breakOf(other, BEFORE, BREAK)).isEmpty();
        assertThat(RULES.breakOf(family, BEFORE, BREAK)).isEmpty();
    }

    @Test
    void theShippedCatalogueJudges() {
        assertThat(RULES.judging()).isPresent();
    }
}
