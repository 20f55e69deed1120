package org.tidemark.revise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidemark.revise.WithdrawalResult.Withdrawn;
import org.tidemark.series.PublicationDate;

/** What is believed of a figure of which something was withdrawn by hand. */
class WithdrawalResultTest {
    private static final double TOLERANCE = 0.001;
    private static final Instant HAND = Instant.parse("2026-11-30T12:00:00Z");

    private static Vintage said(String day, double value) {
        return Vintage.of(PublicationDate.parse(day), value, null);
    }

    private static WithdrawalResult figure(List<Vintage> standing, Vintage... withdrawn) {
        List<Withdrawn> gone = new ArrayList<>();
        for (Vintage v : withdrawn) {
            gone.add(new Withdrawn(v, HAND));
        }
        return new WithdrawalResult(FigureHistory.of(standing), gone);
    }

    @Test
    void withoutAWithdrawalItIsTheHistoryAlone() {
        WithdrawalResult figure = figure(List.of(said("2026-01-20", 13)));

        assertThat(figure.belief(TOLERANCE))
                .isEqualTo(new CurrentValue(13.0, null, PublicationDate.parse("2026-01-20")));
    }

    @Test
    void whatStoodBeforeCountsAgainFromTheWithdrawalOn() {
        WithdrawalResult figure = figure(List.of(said("2026-01-20", 13)), said("2026-11-20", 33));

        assertThat(figure.belief(TOLERANCE)).isEqualTo(new CurrentValue(13.0, null, HAND));
        assertThat(figure.asOf(HAND.minusMillis(1), TOLERANCE)).isEqualTo(said("2026-11-20", 33));
        assertThat(figure.asOf(HAND, TOLERANCE)).isEqualTo(said("2026-01-20", 13));
        assertThat(figure.asOf(PublicationDate.parse("2026-02-01"), TOLERANCE)).isEqualTo(said("2026-01-20", 13));
    }

    @Test
    void withNothingLeftItIsWithdrawnSinceThen() {
        WithdrawalResult figure = figure(List.of(), said("2026-11-20", 33));

        assertThat(figure.belief(TOLERANCE)).isEqualTo(new CurrentValue(null, null, HAND));
    }

    @Test
    void whatWasNeverPublishedByThenNeverCounted() {
        WithdrawalResult alone = figure(List.of(), said("2205-02-20", 33));
        WithdrawalResult corrected = figure(List.of(said("2026-11-20", 13)), said("2205-02-20", 33));

        assertThat(alone.belief(TOLERANCE)).isEqualTo(CurrentValue.NONE);
        assertThat(corrected.belief(TOLERANCE))
                .isEqualTo(new CurrentValue(13.0, null, PublicationDate.parse("2026-11-20")));
    }

    @Test
    void aCorrectionOfTheSameInstantCountsFromTheWithdrawalOn() {
        WithdrawalResult figure = figure(List.of(said("2026-11-20", 13)), said("2026-11-20", 33));

        assertThat(figure.asOf(PublicationDate.parse("2026-11-21"), TOLERANCE)).isEqualTo(said("2026-11-20", 33));
        assertThat(figure.belief(TOLERANCE)).isEqualTo(new CurrentValue(13.0, null, HAND));
    }

    @Test
    void whatIsPublishedLaterIsNewSinceItsOwnInstant() {
        WithdrawalResult figure = figure(List.of(said("2026-12-05", 13)), said("2026-11-20", 33));

        assertThat(figure.belief(TOLERANCE))
                .isEqualTo(new CurrentValue(13.0, null, PublicationDate.parse("2026-12-05")));
    }
}
