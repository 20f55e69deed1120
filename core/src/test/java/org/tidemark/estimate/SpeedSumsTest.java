package org.tidemark.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The pool of speeds: its vector by plain Python, and what it must be whatever the figures. */
class SpeedSumsTest {
    private static final double EXACT = 1e-9;
    private static final List<List<Double>> OTHERS =
            List.of(List.of(.02, .04, .08, .15), List.of(.05, .09, .15, .24), List.of(.10, .16, .26, .38));
    private static final List<Double> TARGET = List.of(.01, .018, .03, .05);

    private static List<YearlyChange> rows(List<Double> shares) {
        List<YearlyChange> rows = new ArrayList<>();
        for (int i = 1; i < shares.size(); i++) {
            YearlyChange.of(
                            new Measurement(1999 + i, shares.get(i - 1), 0),
                            new Measurement(2000 + i, shares.get(i), 0))
                    .ifPresent(rows::add);
        }
        return rows;
    }

    private static SpeedSums sums(List<YearlyChange> rows) {
        SpeedSums sums = new SpeedSums();
        rows.forEach(sums::add);
        return sums;
    }

    /** With the target's own rows in it, which are taken out again. */
    private static PooledSpeeds vector() {
        SpeedSums own = sums(rows(TARGET));
        SpeedSums all = sums(rows(TARGET));
        OTHERS.forEach(other -> rows(other).forEach(all::add));
        return all.read(2003, own);
    }

    private static BankState target(StartSpeed start) {
        BankState state = FilterBank.begin(new Measurement(2000, TARGET.get(0), 0), start);
        for (int i = 1; i < TARGET.size(); i++) {
            state = FilterBank.update(state, new Measurement(2000 + i, TARGET.get(i), 0));
        }
        return state;
    }

    @Test
    void thePoolIsThatOfTheReference() {
        PooledSpeeds pool = vector();

        double[] reliability = {.054138502760, .118970756596, .140163441143, .043993815164};
        double[] logit = {.6, .588706830843, .579962829920, .564221062443};
        double[] gompertz = {.208577648762, .243369506057, .280180184416, .324751426716};
        for (int k = 2; k <= 5; k++) {
            assertThat(pool.reliabilityAt(k)).isCloseTo(reliability[k - 2], within(EXACT));
            assertThat(pool.meanAt(0, k)).isCloseTo(logit[k - 2], within(EXACT));
            assertThat(pool.meanAt(1, k)).isCloseTo(gompertz[k - 2], within(EXACT));
        }
        assertThat(pool.common(0)).isCloseTo(.001235703924, within(EXACT));
        assertThat(pool.common(1)).isCloseTo(.004505478588, within(EXACT));
        assertThat(pool.rows()).isEqualTo(9);
    }

    @Test
    void projectionsAreThoseOfTheReference() {
        BankState state = target(StartSpeed.STATED);
        double[] with = {.075490287074, .150233603191, .248921131485};
        double[] without = {.075542534037, .150082836621, .246123007094};
        int[] years = {1, 3, 5};

        for (int i = 0; i < years.length; i++) {
            assertThat(FilterBank.predict(state, years[i], vector()).meanShare())
                    .isCloseTo(with[i], within(EXACT));
            assertThat(FilterBank.predict(state, years[i]).meanShare()).isCloseTo(without[i], within(EXACT));
        }
        BankState five = FilterBank.predict(state, 5, vector());
        assertThat(belief(five, 0))
                .containsExactly(new double[] {-1.672571481669, .191661819069, .087979305678}, within(EXACT));
        assertThat(belief(five, 13))
                .containsExactly(new double[] {.144255073409, .215147781831, .250309934928}, within(EXACT));
    }

    private static double[] belief(BankState state, int model) {
        return new double[] {
            state.number(model, OuStep.X), state.number(model, OuStep.V), state.number(model, OuStep.P11)
        };
    }

    @Test
    void aSeriesBeginsBetweenTheOthersAndTechnologies() {
        PooledSpeeds pool = vector();
        double share = 0.1;

        double start = pool.start(share).speed();

        assertThat(pool.speed(share)).isGreaterThan(StartSpeed.ofTechnologies(share));
        assertThat(start).isBetween(StartSpeed.ofTechnologies(share), pool.speed(share));
        assertThat(PooledSpeeds.NONE.start(share)).isEqualTo(StartSpeed.atLevel(share));
    }

    @Property
    void theOrderLeavesNoTraceAndWhatIsTakenAwayIsGone(
            @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = 0.01, max = 0.97) Double> shares,
            @ForAll Random random,
            @ForAll @IntRange(min = 1995, max = 2040) int year) {
        List<YearlyChange> rows = rows(shares);
        List<YearlyChange> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        SpeedSums disturbed = sums(shuffled);
        YearlyChange other = new YearlyChange(2001, -1.234, 0.1, 0.2);
        disturbed.add(other);
        disturbed.remove(other);

        assertThat(disturbed.read(year, new SpeedSums())).isEqualTo(sums(rows).read(year, new SpeedSums()));
    }

    /** Bit for bit: what is known of an economy by itself alone is nothing. */
    @Property
    void oneEconomyAloneHasNoPool(@ForAll @Size(min = 4, max = 20) List<@DoubleRange(min = 0, max = 1) Double> shares) {
        SpeedSums own = sums(rows(shares));
        BankState state = target(StartSpeed.STATED);

        PooledSpeeds pool = sums(rows(shares)).read(2050, own);

        assertThat(pool).isEqualTo(PooledSpeeds.NONE);
        assertThat(FilterBank.predict(state, 5, pool)).isEqualTo(FilterBank.predict(state, 5));
    }

    /** A year is read as it was known then, whatever came later. */
    @Property
    void whatIsFiledLaterChangesNoEarlierYear(
            @ForAll @Size(min = 2, max = 20) List<@DoubleRange(min = 0.01, max = 0.97) Double> shares,
            @ForAll @IntRange(min = 2000, max = 2020) int year) {
        List<YearlyChange> rows = rows(shares);
        List<YearlyChange> known = rows.stream().filter(r -> r.year() <= year).toList();

        assertThat(sums(rows).read(year, new SpeedSums())).isEqualTo(sums(known).read(year, new SpeedSums()));
    }

    @Test
    void yearsBetweenCountAsYears() {
        SpeedSums sums = sums(rows(OTHERS.get(0)));

        PooledSpeeds then = sums.read(2003, new SpeedSums());
        PooledSpeeds later = sums.read(2009, new SpeedSums());

        // Six years halve the weight of a row, and with it nearly the reliability.
        double w = 20 * then.reliabilityAt(3) / (1 - then.reliabilityAt(3));
        assertThat(later.reliabilityAt(3)).isCloseTo(w / 2 / (w / 2 + 20), within(1e-12));
        assertThat(later.common(0)).isLessThan(then.common(0) / 32);
    }

    @Test
    void whatWasNeverAddedCannotBeTakenAway() {
        assertThatThrownBy(() -> new SpeedSums().remove(new YearlyChange(2001, 0, 0, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no change of 2001 is held");
    }

    @Test
    void levelsAtTheEdgeTellNoSpeed() {
        Measurement low = new Measurement(2000, 0.001, 0);
        Measurement some = new Measurement(2001, 0.05, 0);

        assertThat(YearlyChange.of(low, some)).isEmpty();
        assertThat(YearlyChange.of(some, some)).isEmpty();
        assertThat(YearlyChange.of(new Measurement(2000, 0.99, 0), new Measurement(2001, 0.96, 0)))
                .hasValueSatisfying(row -> assertThat(row.logitSpeed()).isBetween(-0.6, -0.2));
    }
}
