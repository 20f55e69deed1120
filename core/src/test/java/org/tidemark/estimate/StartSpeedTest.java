package org.tidemark.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The speed that a series begins with, and short histories. */
class StartSpeedTest {
    private static final double EXACT = 1e-9;

    /** What plain Python makes of a short series; v and P22 of models 0 and 13. */
    private record Vector(
            String name,
            List<Double> t,
            List<Double> y,
            double se,
            double vTech,
            double now,
            double yearOn,
            double speed,
            List<Double> model0,
            List<Double> model13) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Vector> vectors() {
        return Stream.of(
                new Vector(
                        "one figure",
                        List.of(0.0),
                        List.of(.0765),
                        .01,
                        .310300449672,
                        .076500000000,
                        .102164508481,
                        .210891601739,
                        List.of(.310300449672, .062500000000),
                        List.of(.111482753805, .008067344135)),
                new Vector(
                        "two figures",
                        List.of(0.0, 2.0),
                        List.of(.0765, .0806),
                        .01,
                        .310300449672,
                        .082485240411,
                        .092650789270,
                        .064214402097,
                        List.of(.078798468627, .005997474336),
                        List.of(.081430208491, .008481298940)),
                new Vector(
                        "three figures",
                        List.of(0.0, 2.0, 3.0),
                        List.of(.0765, .0806, .1348),
                        .01,
                        .310300449672,
                        .128952279158,
                        .176522695538,
                        .238948868086,
                        List.of(.163008834541, .004171802998),
                        List.of(.204605363708, .007667277553)),
                new Vector(
                        "no standard error",
                        List.of(0.0, 1.0, 2.0),
                        List.of(.01, .018, .03),
                        0,
                        .450000000000,
                        .029677138759,
                        .046938847209,
                        .359608462212,
                        List.of(.386572120720, .009570254328),
                        List.of(.193878516495, .007175076954)));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void shortSeriesAreThoseOfTheReference(Vector v) {
        BankState state = FilterBank.begin(new Measurement(v.t().get(0), v.y().get(0), v.se()));
        for (int i = 1; i < v.t().size(); i++) {
            state = FilterBank.update(state, new Measurement(v.t().get(i), v.y().get(i), v.se()));
        }

        assertThat(StartSpeed.ofTechnologies(v.y().get(0))).isCloseTo(v.vTech(), within(EXACT));
        assertThat(state.meanShare()).isCloseTo(v.now(), within(EXACT));
        assertThat(FilterBank.predict(state, 1).meanShare()).isCloseTo(v.yearOn(), within(EXACT));
        assertThat(meanSpeed(state)).isCloseTo(v.speed(), within(EXACT));
        assertThat(speed(state, 0)).containsExactly(numbers(v.model0()), within(EXACT));
        assertThat(speed(state, 13)).containsExactly(numbers(v.model13()), within(EXACT));
    }

    private static double[] numbers(List<Double> of) {
        return of.stream().mapToDouble(x -> x).toArray();
    }

    private static double[] speed(BankState state, int model) {
        return new double[] {state.number(model, OuStep.V), state.number(model, OuStep.P22)};
    }

    /** Each model's in units of its own link. */
    private static double meanSpeed(BankState state) {
        double mean = 0;
        for (int m = 0; m < BankModel.MODELS; m++) {
            mean += state.weight(m) * state.number(m, OuStep.V);
        }
        return mean;
    }

    @Property
    void theLowerTheLevelTheFasterTheStart(
            @ForAll @DoubleRange(min = 0, max = 1) double share, @ForAll @DoubleRange(min = 0, max = 1) double more) {
        double higher = share + more * (1 - share);

        assertThat(StartSpeed.ofTechnologies(higher))
                .isLessThanOrEqualTo(StartSpeed.ofTechnologies(share) + 1e-12)
                .isBetween(0.13, 0.45);
    }

    /** Both links begin at one speed of the share. */
    @Test
    void linksBeginAtOneSpeedOfTheShare() {
        StartSpeed start = StartSpeed.atLevel(0.2);
        double x = Link.GOMPERTZ.of(0.2);

        double onGompertz = Link.GOMPERTZ.slope(x) * start.speed() * start.perUnit(Link.GOMPERTZ, 0.2);

        assertThat(onGompertz).isCloseTo(0.2 * 0.8 * start.speed(), within(1e-12));
        assertThat(StartSpeed.STATED.perUnit(Link.GOMPERTZ, 0.2)).isEqualTo(1);
    }
}
