package org.tidemark.standalone.withdraw;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tidemark.series.BatchId;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;
import org.tidemark.series.ObservationStatus;
import org.tidemark.series.Period;
import org.tidemark.series.PublicationDate;
import org.tidemark.series.PublishedBasis;
import org.tidemark.series.SeriesId;
import org.tidemark.series.Withdrawal;

/** Which statements a withdrawal is about. */
class SaidFiguresTest {
    private static final FigureId FIGURE = new FigureId(
            new SeriesId("adoption.firms.any_use", "DE", SeriesId.TOTAL, "GEN_A"), Period.parse("2021-01"));
    private static final Instant HAND = Instant.parse("2026-11-30T12:00:00Z");

    private final SaidFigures said = new SaidFigures();

    private static Observation statement(String published, double value) {
        Instant at = PublicationDate.parse(published);
        return new Observation(
                FIGURE,
                value,
                null,
                "percent",
                PublishedBasis.STATED,
                ObservationStatus.NORMAL,
                new BatchId("GEN_A", "GEN_A@" + published, at, "load"),
                0,
                HAND,
                null);
    }

    private static Withdrawal word(Observation o, Withdrawal.Action action, Instant at) {
        return new Withdrawal("DE", o.batch(), null, action, "anna", "a slip", at);
    }

    @Test
    @DisplayName(
            "R-published-in-the-future: of a figure the typo that was published last is meant, and then the fix counts")
    void whatWasPublishedLastIsMeant() {
        Observation typo = statement("2205-02-20", 33);
        Observation fix = statement("2026-11-20", 13);
        said.add(typo);
        said.add(fix);

        assertThat(said.standing(FIGURE)).containsExactly(typo);
        assertThat(said.without(FIGURE, List.of(typo))).isEqualTo(fix);
    }

    /** Else the number would come back from the release before. */
    @Test
    void allThatSayTheNumberThatStandsAreMeantAndNobodyElse() {
        Observation right = statement("2026-10-20", 13);
        Observation slip = statement("2026-11-20", 33);
        Observation between = statement("2026-11-25", 14);
        Observation again = statement("2026-11-27", 33);
        List.of(again, slip, between, right).forEach(said::add);

        assertThat(said.standing(FIGURE)).containsExactly(slip, again);
        assertThat(said.others(FIGURE, List.of(slip, again))).containsExactly(right, between);
        assertThat(said.without(FIGURE, List.of(slip, again))).isEqualTo(between);
    }

    @Test
    void twoOfOneInstantThatContradictEachOtherAreBothMeant() {
        Observation one = statement("2026-11-20", 13);
        Observation other = new Observation(
                FIGURE,
                14.0,
                null,
                "percent",
                PublishedBasis.STATED,
                ObservationStatus.NORMAL,
                new BatchId("GEN_A", one.batch().release(), one.published(), "load-2"),
                0,
                HAND,
                null);
        said.add(other);
        said.add(one);

        assertThat(said.standing(FIGURE)).containsExactly(one, other);
    }

    @Test
    void whatIsWithdrawnStandsNoLongerUntilItIsRestored() {
        Observation typo = statement("2026-11-21", 33);
        Observation before = statement("2026-11-20", 13);
        said.add(before);
        said.add(typo);
        Withdrawal withdrawn = word(typo, Withdrawal.Action.WITHDRAW, HAND);
        said.add(withdrawn);

        assertThat(said.withdrawal(typo)).isEqualTo(withdrawn);
        assertThat(said.standing(FIGURE)).containsExactly(before);

        said.add(word(typo, Withdrawal.Action.RESTORE, HAND.plusSeconds(1)));

        assertThat(said.withdrawal(typo)).isNull();
        assertThat(said.standing(FIGURE)).containsExactly(typo);
    }

    @Test
    void aReleaseIsMeantInAllEconomiesOrInSome() {
        Observation one = statement("2026-11-20", 13);
        said.add(one);
        said.add(one);

        assertThat(said.ofRelease("GEN_A@2026-11-20", List.of())).containsExactly(one);
        assertThat(said.ofRelease("GEN_A@2026-11-20", List.of("FR"))).isEmpty();
        assertThat(said.ofRelease("another", List.of())).isEmpty();
    }
}
