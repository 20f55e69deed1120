package org.tidemark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tidemark.measure.GroupContrasts.GAP;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.Term;
import org.tidemark.figures.HeldFigures;

/** Share of firms that report more less share of those that report fewer. */
class FirmBalanceTest {
    private static final String MORE = "labour.firms.employees_increased";
    private static final String FEWER = "labour.firms.employees_decreased";
    /** More than three years. */
    private static final int WAVES = 80;

    @Test
    void theGapOfBalancesIsInPercentagePoints() {
        Estimate gap = MadeEconomy.of(economy(null).estimates(), "NAICS:51", GAP);

        assertThat(gap.unit()).isEqualTo("percentage_points");
        assertThat(gap.key().concept()).isEqualTo("firms.employees");
        assertThat(gap.levels().get(0).band().value()).isCloseTo((5 - 8) - (9 - 7), within(0.2));
        assertThat(gap.inputs()).isEqualTo(2 * 6 * WAVES);
    }

    @Test
    void twoAnswersOfOneSampleVaryLikeSharesOfAMultinomial() {
        HeldFigures held = economy(2.0).held();
        SectorPanel panel = SectorPanel.of(MadeEconomy.recipe("firms.employees").recipe(), held);
        Sector firms = panel.shown(List.of("NAICS:51")).get(0);
        double firmsAsked = 0.05 * 0.95 / (0.02 * 0.02);
        double secondError = Math.sqrt(0.08 * 0.92 / firmsAsked);
        HeldFigures sampled = new MadeEconomy()
                .answer(MORE, "NAICS:51", 0, 5, 2.0)
                .answer(FEWER, "NAICS:51", 0, 8, 100 * secondError)
                .held();
        Sector exact = SectorPanel.of(MadeEconomy.recipe("firms.employees").recipe(), sampled)
                .shown(List.of("NAICS:51"))
                .get(0);

        double multinomial = (0.05 + 0.08 - (0.05 - 0.08) * (0.05 - 0.08)) / firmsAsked * 1e4;
        assertThat(exact.measured().get(MadeEconomy.twoWeeks(0)))
                .satisfies(m -> assertThat(m.variance()).isCloseTo(multinomial, within(1e-9)));
        assertThat(firms.measured().get(MadeEconomy.twoWeeks(0)))
                .satisfies(m -> assertThat(m.variance()).isBetween(8.0, 16.0));
    }

    @Test
    void publishedStandardErrorsWidenTheBand() {
        assertThat(width(economy(2.0))).isGreaterThan(1.5 * width(economy(null)));
    }

    @Test
    void withoutItsOtherHalfABalanceIsWithheld() {
        MadeEconomy half = basket(null);
        for (int i = 0; i < WAVES; i++) {
            half.answer(MORE, "NAICS:51", i, 5, null);
        }

        Estimate gap = MadeEconomy.of(half.estimates(), "NAICS:51", GAP);

        assertThat(gap.withheld()).startsWith("too early: only 0 periods have figures of all 6 series");
    }

    @Test
    void aShareOfAllStillHasAFiniteBand() {
        MadeEconomy all = basket(1.0);
        for (int i = 0; i < WAVES; i++) {
            all.answer(MORE, "NAICS:51", i, 100, 1.0).answer(FEWER, "NAICS:51", i, 0, 1.0);
        }

        assertThat(width(all)).isFinite().isPositive();
    }

    @Test
    void aStandardErrorThatNoSurveyHasIsWithheldAndNotSquared() {
        MadeEconomy slip =
                economy(2.0).answer(MORE, "NAICS:51", WAVES, 5, 1e200).answer(FEWER, "NAICS:51", WAVES, 8, 1.0);

        assertThat(MadeEconomy.of(slip.estimates(), "NAICS:51", GAP).withheld())
                .isEqualTo(
                        "labour.firms.employees_increased|US|NAICS:51|CENSUS_BTOS in %s has a value or a standard error above 1000000.0: correct it"
                                .formatted(MadeEconomy.twoWeeks(WAVES)));
    }

    @Test
    void aYearlyWaveIsNoFallBeforeThreeYearsForAWholeYearHasNone() {
        for (int waves = 30; waves < 79; waves++) {
            List<Estimate> all = wave(waves).estimates();
            Estimate gap = MadeEconomy.of(all, "TOTAL", GAP);

            assertThat(gap.model()).endsWith("season=year-before");
            assertThat(gap.levels().get(0).band().value()).isCloseTo(-2, within(0.2));
            assertThat(gap.terms()).extracting(Term::name).contains("season");
            Estimate speed = MadeEconomy.of(all, "TOTAL", GroupContrasts.SPEED);
            assertThat(speed.levels().get(0).band().value()).isCloseTo(0, within(0.3));
        }
    }

    @Test
    void afterThreeYearsTheWaveIsTakenOut() {
        for (int waves = 80; waves < 106; waves++) {
            Estimate gap = MadeEconomy.of(wave(waves).estimates(), "TOTAL", GAP);

            assertThat(gap.model()).endsWith("season=states");
            // The true gap is -2; its wave goes from -10 to 6.
            assertThat(gap.levels().get(0).band().value()).isCloseTo(-2, within(2.0));
        }
    }

    @Test
    void ofOneYearThereIsALevelWithoutSignAndNoSpeed() {
        List<Estimate> all = wave(28).estimates();

        assertThat(MadeEconomy.of(all, "TOTAL", GAP).levels().get(0).pNegative())
                .isNull();
        assertThat(MadeEconomy.of(all, "TOTAL", GroupContrasts.SPEED).withheld())
                .isEqualTo(
                        "its series are not adjusted for the season, and fewer than 4 waves have one of a year before");
    }

    /** Exposed less unexposed -2 in the mean of a year, with a wave of 8 points. */
    private static MadeEconomy wave(int waves) {
        MadeEconomy made = new MadeEconomy();
        List<String> sectors =
                new ArrayList<>(MadeEconomy.recipe("firms.employees").groups().unexposed());
        sectors.addAll(MadeEconomy.recipe("firms.employees").groups().exposed());
        for (String sector : sectors) {
            boolean exposed =
                    MadeEconomy.recipe("firms.employees").groups().exposed().contains(sector);
            for (int i = 0; i < waves; i++) {
                double wave = 8 * Math.sin(2 * Math.PI * MadeEconomy.twoWeeks(i).midYear());
                made.answer(MORE, sector, i, exposed ? 28 + wave : 30, 1.0).answer(FEWER, sector, i, 25, 1.0);
            }
        }
        return made;
    }

    private static double width(MadeEconomy economy) {
        var band = MadeEconomy.of(economy.estimates(), "NAICS:51", GAP)
                .levels()
                .get(0)
                .band();
        return band.upper95() - band.lower95();
    }

    private static MadeEconomy economy(@Nullable Double standardError) {
        MadeEconomy made = basket(standardError);
        for (int i = 0; i < WAVES; i++) {
            made.answer(MORE, "NAICS:51", i, 5, standardError).answer(FEWER, "NAICS:51", i, 8, standardError);
        }
        return made;
    }

    private static MadeEconomy basket(@Nullable Double standardError) {
        MadeEconomy made = new MadeEconomy();
        List<String> unexposed =
                new ArrayList<>(MadeEconomy.recipe("firms.employees").groups().unexposed());
        for (String sector : unexposed) {
            for (int i = 0; i < WAVES; i++) {
                made.answer(MORE, sector, i, 9, standardError).answer(FEWER, sector, i, 7, standardError);
            }
        }
        return made;
    }
}
