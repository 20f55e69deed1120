package org.tidemark.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.estimate.Estimate;
import org.tidemark.judge.Assessment;
import org.tidemark.judge.PartId;
import org.tidemark.news.NewsLine;
import org.tidemark.series.BatchId;
import org.tidemark.series.QuarantineDecision;

/** What becomes of releases that are held, or were, when other rules of judging are beside what is stored. */
class DerivationJudgingFlowTest extends DerivedAnew {
    /** Of what was judged since the last look. */
    private PartId lastJudged() {
        List<Assessment> judged = before.judgements();
        return judged.get(judged.size() - 1).part();
    }

    /** Twelve years of figures, each a little more than the last, all of them moved by a factor. */
    private static ReleaseSent history(String day, double factor) {
        ReleaseSent release = ReleaseSent.of("EUROSTAT", day);
        for (int year = 2010; year < 2022; year++) {
            release = release.figure(Integer.toString(year), factor * (year - 2008));
        }
        return release;
    }

    @Test
    @DisplayName("R-rules-changed: a release that other rules of judging would not hold is believed under them")
    void releasesAreJudgedAgainUnderOtherRules() {
        before.send(history("2025-03-01", 1), history("2025-04-01", 1.3));
        assertThat(before.judgements()).last().extracting(Assessment::status).isEqualTo(Assessment.Status.HELD);
        double held = asOf(before, CHANGED.plus(Duration.ofDays(3650)))
                .levels()
                .get(0)
                .band()
                .value();

        Flow lenient = restarted(with("judging: { shift_sd: 5, spread_sd: 5 }\n"), "one");

        assertThat(lenient.judgements())
                .filteredOn(j -> j.status() == Assessment.Status.ACCEPTED)
                .extracting(j -> j.part().batch().published())
                .contains(Instant.parse("2025-04-01T23:59:59.999Z"));
        assertThat(asOf(lenient, CHANGED.plus(Duration.ofDays(3650)))
                        .levels()
                        .get(0)
                        .band()
                        .value())
                .isGreaterThan(held + 1);
        assertThat(lenient.news()).anySatisfy(told -> assertThat(told.lines())
                .singleElement()
                .extracting(line -> line.kind())
                .isEqualTo(NewsLine.Kind.CATALOGUE));
        assertThat(restarted(Flow.CATALOGUE, "two").judgements())
                .as("under the same rules nothing is judged otherwise")
                .isEmpty();
    }

    @Test
    @DisplayName("R-rules-changed: what was held is believed once judging is switched off as a whole")
    void nothingStaysHeldWhereNothingIsJudged() {
        before.send(history("2025-03-01", 1), history("2025-04-01", 1.3));
        BatchId held = lastJudged().batch();
        Catalogue off = with("judging: off\n");

        Flow after = restarted(off, "one");

        assertThat(after.judgements()).singleElement().satisfies(j -> {
            assertThat(j.part().batch()).isEqualTo(held);
            assertThat(j.status()).isEqualTo(Assessment.Status.ACCEPTED);
            assertThat(j.reason()).startsWith("let go, since judging is switched off; it was held: ");
        });
        try (Flow alone = new Flow(StoreKind.MEMORY, off)) {
            alone.send(year(2019, 8), year(2020, 12), year(2021, 14), year(2022, 17));
            alone.send(history("2025-03-01", 1), history("2025-04-01", 1.3));
            Instant late = CHANGED.plus(Duration.ofDays(3650));
            assertThat(asOf(after, late).level(org.tidemark.estimate.Horizon.P0D))
                    .as("as if nothing had ever been judged")
                    .isEqualTo(asOf(alone, late).level(org.tidemark.estimate.Horizon.P0D));
        }
    }

    @Test
    @DisplayName("R-rules-changed: what a person has discarded stays so where judging is switched off as a whole")
    void aPersonsDecisionStandsWhereNothingIsJudged() {
        before.send(history("2025-03-01", 1), history("2025-04-01", 1.3));
        PartId part = lastJudged();
        QuarantineDecision discard = new QuarantineDecision(
                part.economy(),
                part.indicator(),
                part.batch(),
                QuarantineDecision.Action.DISCARD,
                Instant.parse("2025-05-01T00:00:00Z"),
                "not to be",
                "anna");
        before.send(discard);
        Instant late = CHANGED.plus(Duration.ofDays(3650));
        Estimate discarded = asOf(before, late);

        Flow after = restarted(with("judging: off\n"), "one");

        assertThat(after.judgements()).isEmpty();
        assertThat(asOf(after, late).levels()).isEqualTo(discarded.levels());
    }
}
