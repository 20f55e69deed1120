package org.tidemark.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.pool.PoolCase.find;
import static org.tidemark.pool.PoolCase.term;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.PoolRecipe;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.GaussianSpeed;
import org.tidemark.estimate.GaussianState;
import org.tidemark.estimate.Measurement;
import org.tidemark.estimate.OuSpeed;
import org.tidemark.estimate.PooledLevel;
import org.tidemark.estimate.SourceBiases;
import org.tidemark.figures.Evidence;
import org.tidemark.series.EventTime;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

class DriftTest {
    private static final PoolRecipe RECIPE =
            ShippedCatalogue.with(List.of()).recipes().pool().orElseThrow();
    private static final int HISTORIES = 1_500;
    private static final int FORTNIGHTS = 52;
    private static final String DRIFT = "people.any_use.MICROSOFT_AIEI";

    /** Firms and people on one line in logits; in the last year the people are {@code drift} logits a year off it. */
    private static Estimate drifting(double drift) {
        PoolCase pool = new PoolCase("DE");
        for (int month = 1; month <= 36; month++) {
            double x = -2 + 0.025 * month;
            String period = "%d-%02d".formatted(2022 + (month - 1) / 12, 1 + (month - 1) % 12);
            pool.put("adoption.firms.any_use", "EUROSTAT", period, PoolCase.percent(x));
            double off = 0.3 + Math.max(0, month - 24) * drift / 12;
            pool.put("adoption.people.any_use", "MICROSOFT_AIEI", period, PoolCase.percent(x + off), 0.5);
        }
        return pool.in("firms.any_use");
    }

    @Test
    void aSourceThatMovesAwayFromThePoolIsFlagged() {
        Estimate steady = drifting(0);
        Estimate away = drifting(-0.8);

        assertThat(term(steady, "drift." + DRIFT).value()).isBetween(-1.0, 1.0);
        assertThat(find(steady, "drifting." + DRIFT)).isEmpty();
        assertThat(term(away, "drift." + DRIFT).value()).isLessThan(-2.5);
        assertThat(term(away, "drifting." + DRIFT).value()).isEqualTo(1);
    }

    @Test
    void ofASourceThatIsSilentForAYearNoDriftIsTold() {
        PoolCase pool = new PoolCase("DE");
        for (int year = 2019; year <= 2025; year++) {
            pool.put("adoption.firms.any_use", "EUROSTAT", Integer.toString(year), 5 + year - 2019);
        }
        pool.put("adoption.people.any_use", "MICROSOFT_AIEI", "2020", 10);
        pool.put("adoption.people.any_use", "MICROSOFT_AIEI", "2021", 12);

        assertThat(find(pool.in("firms.any_use"), "drift." + DRIFT)).isEmpty();
    }

    /** Made by the model itself: what is flagged then is flagged by mistake. */
    @Test
    void whereNothingDriftsItIsAboutAsOftenBeyondABoundAsANormalIs() {
        Random random = new Random(20_251_117);
        int told = 0;
        int beyond196 = 0;
        int flagged = 0;
        for (int i = 0; i < HISTORIES; i++) {
            PooledFigures figures = PooledFigures.of(new History(random).figures, Evidence.NONE);
            Biases biases = Biases.of(figures, RECIPE, "US");
            PoolPath path = PoolPath.of(figures, biases, RECIPE.noiseScale());
            for (Instrument instrument : biases.biased()) {
                Optional<Drift> drift = path.drift(biases.number(instrument));
                told += drift.isPresent() ? 1 : 0;
                double z = drift.map(d -> Math.abs(d.z())).orElse(0.0);
                beyond196 += z > 1.96 ? 1 : 0;
                flagged += z > RECIPE.driftBound() ? 1 : 0;
            }
        }

        assertThat(told).isBetween(3 * HISTORIES / 2, 2 * HISTORIES);
        assertThat((double) beyond196 / told).isBetween(0.5 * 0.05, 2 * 0.05);
        assertThat((double) flagged / told).isLessThan(0.0124);
    }

    /** Two years of an anchor and of one concept by fortnights, and of another by half-years. */
    private static final class History {
        final List<PooledFigure> figures = new ArrayList<>();
        private final Random random;
        private double time = 2023;
        private double level;
        private double speed;
        private final double[] bias;

        History(Random random) {
            this.random = random;
            level = -3 + 0.3 * random.nextGaussian();
            speed = 0.35 + 0.25 * random.nextGaussian();
            bias = new double[] {1.5 * random.nextGaussian(), 1.5 * random.nextGaussian()};
            for (int i = 0; i < FORTNIGHTS; i++) {
                advance(2023 + i / 26.0);
                measure("firms.goods_services", level, 0.002);
                measure("firms.any_function", level + bias[0], 0.002);
                if (i % 13 == 6) {
                    measure("people.any_use", level + bias[1], 0.01);
                }
            }
        }

        /** Without uncertainty before, what a step adds is its noise. */
        private void advance(double to) {
            double ofFirms = variance("firms.any_function");
            double ofPeople = variance("people.any_use");
            SourceBiases known = SourceBiases.begin(
                    new OuSpeed(0.30, 0.11 * RECIPE.noiseScale(), 0.06 * RECIPE.noiseScale()),
                    new GaussianSpeed(level, speed, 0, 0, 0),
                    GaussianState.of(bias, new double[4]),
                    GaussianState.of(new double[2], new double[] {ofFirms, 0, 0, ofPeople}));
            GaussianState then = new PooledLevel(time, known).at(to).belief().belief();
            time = to;
            double sd = Math.sqrt(then.covariance(0, 0));
            double shared = random.nextGaussian();
            double slope = sd > 0 ? then.covariance(0, 1) / sd : 0;
            double rest = Math.sqrt(Math.max(0, then.covariance(1, 1) - slope * slope));
            level = then.mean(0) + sd * shared;
            speed = then.mean(1) + slope * shared + rest * random.nextGaussian();
            for (int b = 0; b < 2; b++) {
                bias[b] = then.mean(2 + b) + Math.sqrt(then.covariance(2 + b, 2 + b)) * random.nextGaussian();
            }
        }

        /** What a year adds to the bias of a concept and of its source together. */
        private static double variance(String concept) {
            double wander = RECIPE.wander(concept);
            double own = RECIPE.source().wander();
            return wander * wander + own * own;
        }

        private void measure(String concept, double logit, double standardError) {
            double p = PoolCase.percent(logit) / 100;
            double sd = Math.sqrt(9e-6 + 3.6e-5 * p * (1 - p) + standardError * standardError);
            double share = Math.max(0, Math.min(1, p + sd * random.nextGaussian()));
            SeriesId series = new SeriesId("adoption." + concept, "US", "TOTAL", "MADE");
            figures.add(new PooledFigure(
                    new Instrument(concept, "MADE", null),
                    new FigureId(series, Period.day(EventTime.toDay(time))),
                    new Measurement(time, share, standardError)));
        }
    }
}
