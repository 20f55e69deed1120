package org.tidemark.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.release.SecondLook.Part;
import org.tidemark.revise.Outcome;
import org.tidemark.series.BatchId;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;
import org.tidemark.series.ObservationStatus;
import org.tidemark.series.Period;
import org.tidemark.series.PublishedBasis;
import org.tidemark.series.SeriesId;
import org.tidemark.validate.RejectReason;
import org.tidemark.validate.Validator;

/** Which releases hold figures that were refused and would be accepted now. */
class SecondLookTest {
    private static final Instant PUBLISHED = Instant.parse("2025-01-31T23:59:59.999Z");

    private final SecondLook look = new SecondLook(new Validator(ShippedCatalogue.with(List.of())));

    private static BatchId batch(String release) {
        return new BatchId("MADE", release, PUBLISHED, "load");
    }

    private static Observation figure(String release, int ordinal, double percent) {
        return new Observation(
                new FigureId(
                        new SeriesId("adoption.firms.any_use", "DE", SeriesId.TOTAL, "MADE"),
                        Period.parse(Integer.toString(2010 + ordinal))),
                percent,
                null,
                "percent",
                PublishedBasis.STATED,
                ObservationStatus.NORMAL,
                batch(release),
                ordinal,
                PUBLISHED,
                null);
    }

    private static ReleaseOutcome outcome(String release, int accepted, int refused) {
        return new ReleaseOutcome(
                "DE",
                batch(release),
                accepted + refused,
                new TreeMap<>(Map.of(Outcome.ACCEPTED, accepted)),
                new TreeMap<>(Map.of(RejectReason.OUT_OF_RANGE, refused)),
                0);
    }

    @Test
    void whatPassesNowReturnsAndWhatDoesNotStays() {
        look.refused(figure("R1", 0, 12));
        look.refused(figure("R1", 0, 12));
        look.refused(figure("R1", 2, 13));
        look.refused(figure("R1", 3, 140));
        look.refused(figure("R2", 0, 140));
        look.applied(outcome("R1", 1, 3));
        look.applied(outcome("R2", 0, 1));

        assertThat(look.returning()).containsExactly(Map.entry(new Part("DE", batch("R1")), 2));
    }

    @Test
    void whatHasComeBackDoesNotComeBackAgain() {
        look.refused(figure("R1", 0, 12));
        look.refused(figure("R1", 1, 140));
        look.applied(outcome("R1", 0, 2));
        look.applied(outcome("R1", 1, 1));

        assertThat(look.returning()).isEmpty();
    }

    @Test
    void whatNoCatalogueDecidesOnIsNotLookedAt() {
        assertThat(SecondLook.isOfTheCatalogue(RejectReason.CONFLICTING)).isFalse();
        assertThat(SecondLook.isOfTheCatalogue(RejectReason.MALFORMED)).isFalse();
        assertThat(SecondLook.isOfTheCatalogue(RejectReason.WRONG_UNIT)).isTrue();
    }
}
