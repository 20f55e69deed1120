package org.tidemark.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tidemark.series.PublicationDate;
import org.tidemark.series.PublishedBasis;

class FileDatingTest {
    private static final Publication USUAL = new Publication(day("2024-02-29"), PublishedBasis.LAG);
    private static final Instant ENDED = day("2024-01-31");
    private static final Instant MARCH = day("2024-03-31");
    private static final Instant APRIL = day("2024-04-30");
    private static final Instant MAY = day("2024-05-31");

    @Test
    void whatIsStatedWinsOverEverything() {
        Claim claim = new Claim(day("2024-03-05"), USUAL, ENDED, 1.0, null);

        for (FileDating file : List.of(
                dated("2025-06-30"),
                undated(MARCH),
                new FileDating(undated(MARCH).delivery(), true, MAY))) {
            assertThat(file.of(claim, true)).contains(new Publication(day("2024-03-05"), PublishedBasis.STATED));
            assertThat(file.of(claim, false)).contains(new Publication(day("2024-03-05"), PublishedBasis.STATED));
        }
    }

    @Test
    void aMonthAloneTakesItsDayFromTheCalendarWhereThatHasOneInIt() {
        Publication listed = new Publication(day("2024-03-11"), PublishedBasis.CALENDAR);
        Publication other = new Publication(day("2024-02-11"), PublishedBasis.CALENDAR);
        Publication byLag = new Publication(day("2024-03-11"), PublishedBasis.LAG);

        assertThat(stated(MARCH, listed)).isEqualTo(day("2024-03-11"));
        assertThat(stated(MARCH, other)).isEqualTo(MARCH);
        assertThat(stated(MARCH, byLag)).isEqualTo(MARCH);
        assertThat(stated(day("2024-03-20"), listed)).isEqualTo(day("2024-03-20"));
    }

    private static Instant stated(Instant stated, Publication usual) {
        return undated(MARCH)
                .of(new Claim(stated, usual, ENDED, 1.0, null), true)
                .orElseThrow()
                .published();
    }

    @Test
    void aFirstDeliveryPlaysAsHistoryAndNothingInItIsLaterThanItsFile() {
        assertThat(dated("2025-06-30").of(claim(1), true)).contains(USUAL);
        assertThat(dated("2024-02-29").of(claim(1), true)).contains(USUAL);
        assertThat(dated("2024-02-19").of(claim(1), true)).contains(filed("2024-02-19"));
        assertThat(dated("2025-06-30").of(new Claim(null, null, ENDED, 1.0, null), true))
                .contains(filed("2025-06-30"));
    }

    @Test
    void laterFilesAndThoseAsFiledGiveTheirOwnDate() {
        FileDating asFiled = new FileDating(dated("2025-06-30").delivery(), true, null);

        assertThat(dated("2025-06-30").of(claim(1), false)).contains(filed("2025-06-30"));
        assertThat(asFiled.of(claim(1), true)).contains(filed("2025-06-30"));
    }

    @Test
    void anUndatedFileGivesTheUsualDateButNoneAfterItsReceipt() {
        assertThat(undated(MARCH).of(claim(1), true)).contains(USUAL);
        assertThat(undated(MARCH).of(new Claim(null, null, ENDED, 1.0, null), true))
                .isEmpty();
        assertThat(received(MARCH, "2024-02-03").of(claim(1), true)).contains(received("2024-02-03"));
        assertThat(received(MARCH, "2024-02-03").of(new Claim(null, null, ENDED, 1.0, null), true))
                .contains(received("2024-02-03"));
        assertThat(received(MARCH, "2024-06-01").of(claim(1), true)).contains(USUAL);
        assertThat(received(MARCH, "2024-01-15").of(claim(1), true)).contains(USUAL);
    }

    @Test
    void whatAnUndatedFileSaysAgainIsAsOldAsItsNewestFigure() {
        assertThat(undated(APRIL).ofRestated(MARCH)).isEqualTo(new Publication(APRIL, PublishedBasis.NEWEST));
        assertThat(received(APRIL, "2024-06-01").ofRestated(MARCH))
                .isEqualTo(new Publication(APRIL, PublishedBasis.NEWEST));
    }

    @Test
    void orAsItsReceiptWhereItReachesNoFurther() {
        assertThat(received(MARCH, "2024-06-01").ofRestated(MARCH)).isEqualTo(received("2024-06-01"));
        assertThat(received(MAY, "2024-05-02").ofRestated(MARCH)).isEqualTo(received("2024-05-02"));
    }

    @Test
    void orComesAMillisecondLaterWhereNothingElseTells() {
        Publication after = new Publication(MARCH.plusMillis(1), PublishedBasis.ORDER);

        assertThat(undated(MARCH).ofRestated(MARCH)).isEqualTo(after);
        assertThat(undated(null).ofRestated(MARCH)).isEqualTo(after);
        assertThat(received(MARCH, "2024-03-01").ofRestated(MARCH)).isEqualTo(after);
    }

    @Test
    void aDoubtfulDateIsMovedOffWhatAnotherFileSaysOtherwise() {
        Statement older = said(MARCH, USUAL, 2.0);
        Statement newer = said(MAY, USUAL, 2.0);

        assertThat(undated(APRIL).settled(USUAL, claim(1), List.of(older))).isEqualTo(order(1));
        assertThat(undated(APRIL).settled(USUAL, claim(1), List.of(newer))).isEqualTo(order(-1));
        assertThat(undated(APRIL).settled(USUAL, claim(2), List.of(older, newer)))
                .isEqualTo(USUAL);
    }

    @Test
    void twoDatesOfThePublishersOwnMayContradictEachOther() {
        Publication own = filed("2024-02-29");
        Statement same = said(MARCH, own, 2.0);

        assertThat(dated("2024-02-29").settled(own, claim(1), List.of(same))).isEqualTo(own);
        assertThat(dated("2024-02-29").settled(own, claim(1), List.of(said(MARCH, USUAL, 2.0))))
                .isNotEqualTo(own);
    }

    @Test
    void onlyAnOlderFileIsRevised() {
        assertThat(undated(APRIL).revises(claim(1), List.of(said(MARCH, USUAL, 2.0))))
                .isTrue();
        assertThat(undated(APRIL).revises(claim(2), List.of(said(MARCH, USUAL, 2.0))))
                .isFalse();
        assertThat(undated(APRIL).revises(claim(1), List.of(said(MAY, USUAL, 2.0))))
                .isFalse();
        assertThat(undated(APRIL).isOlderThanContrary(claim(1), List.of(said(MAY, USUAL, 2.0))))
                .isTrue();
    }

    @Test
    void aMistypedYearIsNoReach() {
        assertThat(Delivery.newestOf(List.of(MARCH, APRIL, day("2205-01-01")))).contains(APRIL);
        assertThat(Delivery.newestOf(List.of(MARCH, day("2052-01-01"), day("2205-01-01"))))
                .contains(MARCH);
        assertThat(Delivery.newestOf(List.of(MARCH))).contains(MARCH);
        assertThat(Delivery.newestOf(List.of())).isEmpty();
    }

    private static Instant day(String text) {
        return PublicationDate.parse(text);
    }

    private static Claim claim(double value) {
        return new Claim(null, USUAL, ENDED, value, null);
    }

    private static FileDating dated(String day) {
        return new FileDating(new Delivery("own", day(day), null, 1), false, null);
    }

    private static FileDating undated(@Nullable Instant newest) {
        return new FileDating(new Delivery("own", null, newest, 1), false, null);
    }

    private static FileDating received(@Nullable Instant newest, String day) {
        return new FileDating(new Delivery("own", null, newest, 1), false, day(day));
    }

    private static Statement said(Instant newest, Publication p, double value) {
        return new Statement(new Delivery("other", null, newest, 0), p.published(), p.basis(), value, null);
    }

    private static Publication filed(String day) {
        return new Publication(day(day), PublishedBasis.FILE);
    }

    private static Publication received(String day) {
        return new Publication(day(day), PublishedBasis.RECEIVED);
    }

    private static Publication order(int millis) {
        return new Publication(USUAL.published().plusMillis(millis), PublishedBasis.ORDER);
    }
}
