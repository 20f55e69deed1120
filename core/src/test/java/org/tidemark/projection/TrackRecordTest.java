package org.tidemark.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tidemark.estimate.Banded;

class TrackRecordTest {
    private static final PastProjectionSums NOBODY = new PastProjectionSums();

    private static PastProjectionSums sums(List<PastProjection> rows) {
        PastProjectionSums sums = new PastProjectionSums();
        rows.forEach(sums::add);
        return sums;
    }

    private static List<PastProjection> made(Random random, int count) {
        List<PastProjection> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int ahead = TrackRecord.AHEAD[random.nextInt(3)];
            rows.add(new PastProjection(
                    2000 + random.nextInt(12),
                    ahead,
                    random.nextGaussian(),
                    random.nextGaussian(),
                    random.nextGaussian(),
                    (1 + random.nextInt(3)) / 3.0));
        }
        return rows;
    }

    /** By hand: two changes of 1 of which a half came, against eight of size (2 + .8)/10 that came whole. */
    @Test
    void thePartThatComesTrueIsShrunkToOne() {
        PastProjectionSums sums =
                sums(List.of(new PastProjection(2004, 1, 1, 1, 0.5, 1), new PastProjection(2004, 1, 1, 1, 0.5, 1)));

        TrackRecord record = sums.read(2004, NOBODY);

        double prior = 8 * 2.8 / 10;
        double part = (prior + 1) / (prior + 2);
        assertThat(record.cameTrue(1)).isCloseTo(part, within(1e-9));
        assertThat(record.cameTrue(3)).as("later years believe the first").isEqualTo(record.cameTrue(1));
        double squares = 0.5 - 2 * part + 2 * part * part;
        assertThat(record.spread(1)).isCloseTo(Math.sqrt((4 + squares) / 6), within(1e-9));
        assertThat(record.rows()).isEqualTo(2);
    }

    /** By hand: nothing of three years ahead has come, then one that fell by half its standard deviation, a third of a row. */
    @Test
    void aBandOfThreeYearsIsBelievedToBeAsWrongAsThatOfOneButForAQuarter() {
        List<PastProjection> exact = Collections.nCopies(30, new PastProjection(2004, 1, 1, 1, 1, 1));
        PastProjectionSums sums = sums(exact);
        double year = 4.0 / 34;

        TrackRecord record = sums.read(2004, NOBODY);
        assertThat(record.spread(1)).isCloseTo(Math.sqrt(year), within(1e-9));
        assertThat(record.spread(3)).isCloseTo(Math.sqrt(Math.pow(year, 0.75)), within(1e-9));
        assertThat(record.spread(5)).isCloseTo(Math.sqrt(Math.pow(year, 0.75 * 0.75)), within(1e-9));

        sums.add(new PastProjection(2004, 3, 0, 0, 0.5, 1));
        assertThat(sums.read(2004, NOBODY).spread(3))
                .isCloseTo(Math.sqrt((4 * Math.pow(year, 0.75) + 0.25 / 3) / (4 + 1 / 3.0)), within(1e-9));
    }

    /** Two of half a weight are one: by hand, one change of 1 of which a half came, against eight of size (1 + .8)/9. */
    @Test
    void whatIsOfAnotherYearCountsLess() {
        PastProjection half = new PastProjection(2004, 1, 1, 1, 0.5, 0.5);

        TrackRecord record = sums(List.of(half, half)).read(2004, NOBODY);

        double prior = 8 * 1.8 / 9;
        assertThat(record.cameTrue(1)).isCloseTo((prior + 0.5) / (prior + 1), within(1e-9));
        assertThat(record.rows()).isEqualTo(2);
    }

    @Test
    void whereNothingOfWhatIsToldComesItIsBelievedLessAndLess() {
        List<PastProjection> rows = new ArrayList<>();
        double before = 1;
        for (int i = 0; i < 60; i++) {
            rows.add(new PastProjection(2004, 1, 1, 1, 0, 1));
            double part = sums(rows).read(2004, NOBODY).cameTrue(1);
            assertThat(part).isBetween(0.0, before);
            before = part;
        }
        assertThat(before).isLessThan(0.15);
    }

    /** What came beyond a projection is expected of the next horizon by half: a share ends at 1. */
    @Test
    void whatCameBeyondAProjectionIsHandedOnByHalf() {
        TrackRecord record = sums(List.of(
                        new PastProjection(2004, 1, 1, 1, 1.4, 1), new PastProjection(2004, 1, 1, 1, 1.4, 1)))
                .read(2004, NOBODY);

        assertThat(record.cameTrue(1)).isGreaterThan(1);
        assertThat(record.cameTrue(3) - 1).isCloseTo((record.cameTrue(1) - 1) / 2, within(1e-12));
        assertThat(record.cameTrue(5) - 1).isCloseTo((record.cameTrue(1) - 1) / 4, within(1e-12));
    }

    /** By hand: two additions of 1, of which a half was right, against four of size (2 + .16)/10 that were. */
    @Test
    void thePartOfWhatOthersAddThatIsRightIsShrunkToOne() {
        PastProjectionSums sums =
                sums(List.of(new PastProjection(2004, 1, 1, 2, 1.5, 1), new PastProjection(2004, 1, 1, 2, 1.5, 1)));

        TrackRecord record = sums.read(2004, NOBODY);

        double prior = 4 * 2.16 / 10;
        double part = (prior + 1) / (prior + 2);
        assertThat(record.leaning(1)).isCloseTo(part, within(1e-9));
        Banded alone = new Banded(0.4, 0.3, 0.5, 0.2, 0.6);
        Banded leaning = new Banded(0.5, 0.4, 0.6, 0.3, 0.7);
        assertThat(record.leant(alone, leaning, 1).value()).isCloseTo(0.4 + 0.1 * part, within(1e-9));
        assertThat(record.leant(alone, alone, 1).value()).isCloseTo(0.4, within(1e-15));
        assertThat(TrackRecord.NONE.leant(alone, leaning, 1)).isSameAs(leaning);
    }

    @Test
    void aProjectionKeepsItsOrderAndStaysAShare() {
        TrackRecord record = new TrackRecord(
                new double[] {1.25, 0, 0.5}, new double[] {2, 1, 1}, new double[] {1, 1, 1}, new int[] {9, 9, 9});

        Banded far = record.applied(0.9, new Banded(0.98, 0.9, 0.99, 0.8, 0.999), 1);

        assertThat(far.value()).isEqualTo(1);
        assertThat(far.lower80()).isCloseTo(1 - 2 * 0.08, within(1e-12));
        assertThat(record.applied(0.4, new Banded(0.6, 0.5, 0.7, 0.4, 0.8), 3))
                .isEqualTo(new Banded(0.4, 0.4 - (0.6 - 0.5), 0.4 + (0.7 - 0.6), 0.4 - (0.6 - 0.4), 0.4 + (0.8 - 0.6)));
    }

    @Test
    void withoutPastProjectionsOfOthersNothingChanges() {
        Banded projected = new Banded(0.6, 0.5, 0.7, 0.4, 0.8);
        PastProjectionSums own = sums(made(new Random(1), 20));

        assertThat(own.read(2050, own)).isEqualTo(TrackRecord.NONE);
        assertThat(TrackRecord.NONE.applied(0.4, projected, 5)).isSameAs(projected);
    }

    @Property(tries = 200)
    void theOrderLeavesNoTraceAndWhatIsTakenAwayIsGone(
            @ForAll Random random,
            @ForAll @IntRange(max = 40) int count,
            @ForAll @IntRange(min = 1999, max = 2015) int y) {
        List<PastProjection> rows = made(random, count);
        List<PastProjection> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        PastProjectionSums disturbed = new PastProjectionSums();
        PastProjection other = new PastProjection(2003, 3, 0.7, 0.4, -0.2, 1);
        disturbed.add(other);
        shuffled.forEach(disturbed::add);
        disturbed.remove(other);

        assertThat(disturbed.read(y, NOBODY)).isEqualTo(sums(rows).read(y, NOBODY));
    }

    @Property(tries = 200)
    void whatComesLaterChangesNoEarlierYear(@ForAll Random random, @ForAll @IntRange(min = 1999, max = 2015) int year) {
        List<PastProjection> rows = made(random, 30);
        List<PastProjection> known = rows.stream().filter(r -> r.year() <= year).toList();

        assertThat(sums(rows).read(year, NOBODY)).isEqualTo(sums(known).read(year, NOBODY));
    }

    @Test
    void whatWasNeverAddedCannotBeTakenAway() {
        assertThatThrownBy(() -> new PastProjectionSums().remove(new PastProjection(2001, 1, 0, 0, 0, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no projection of 2001 is held");
    }
}
