package org.tidemark.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.tidemark.series.EventTime;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/** The day's level out of what an estimate says, against the filters that made it. */
class NowcastTest {
    private static final EstimateKey KEY = new EstimateKey("DK", "TOTAL", "penetration", "firms.any_use");
    private static final LocalDate KNOWN = LocalDate.parse("2025-06-30");

    private record Made(BankState state, FilterState track, Period newest, Estimate estimate) {
        /** The same said at another instant, as where it is derived anew. */
        Estimate saidAt(LocalDate day) {
            return said(track, newest, day);
        }
    }

    private static Estimate said(FilterState track, Period newest, LocalDate day) {
        Instant known = day.atTime(23, 59).toInstant(ZoneOffset.UTC);
        return PenetrationReport.of(
                track, new PenetrationReport.Basis(KEY, known, newest, "percent", 0.004), CeilingPrior.EQUAL);
    }

    /** Yearly figures to 2024, known half a year later. */
    private static Made made(double first, double growth, int figures) {
        SeriesId series = new SeriesId("adoption.firms.any_use", "DK", "TOTAL", "EUROSTAT");
        FilterState track = null;
        Period newest = Period.parse("2024");
        for (int i = 0; i < figures; i++) {
            newest = Period.parse(Integer.toString(2025 - figures + i));
            double logit = Math.log(first / (1 - first)) + growth * i;
            Measurement reading = new Measurement(newest.midYear(), 1 / (1 + Math.exp(-logit)), 0.004);
            FigureId figure = new FigureId(series, newest);
            track = track == null ? FilterState.begin(figure, reading) : track.append(figure, reading);
        }
        Objects.requireNonNull(track, "there are figures");
        return new Made(track.bank(), track, newest, said(track, newest, KNOWN));
    }

    private static Banded exact(Made made, LocalDate day) {
        double years = EventTime.ofInstant(day.atTime(12, 0).toInstant(ZoneOffset.UTC))
                - made.state().time();
        return PenetrationReport.level(FilterBank.predict(made.state(), years)).times(100);
    }

    @Property(tries = 200)
    void itIsWhatTheFiltersPredict(
            @ForAll @DoubleRange(min = 0.03, max = 0.5) double first,
            @ForAll @DoubleRange(min = 0.05, max = 0.5) double growth,
            @ForAll @IntRange(min = 4, max = 9) int figures,
            @ForAll @IntRange(min = 1, max = 900) int days) {
        Made made = made(first, growth, figures);
        LocalDate day = KNOWN.plusDays(days);

        Banded told = Nowcast.of(made.estimate(), day).orElseThrow();
        Banded exact = exact(made, day);

        double width = exact.upper80() - exact.lower80();
        assertThat(told.value()).isCloseTo(exact.value(), Offset.offset(0.1 * width + 0.1));
        assertThat(told.upper80() - told.lower80()).isBetween(0.8 * width, 1.25 * width);
    }

    @Property(tries = 200)
    void saidAnewLaterItIsCarriedFromThereToTheSameDay(
            @ForAll @DoubleRange(min = 0.03, max = 0.5) double first,
            @ForAll @DoubleRange(min = 0.05, max = 0.5) double growth,
            @ForAll @IntRange(min = 4, max = 9) int figures,
            @ForAll @IntRange(min = 1, max = 1800) int later,
            @ForAll @IntRange(min = 0, max = 400) int days) {
        Made made = made(first, growth, figures);
        LocalDate day = KNOWN.plusDays(later + days);

        Banded told = Nowcast.of(made.estimate(), day).orElseThrow();
        Banded anew = Nowcast.of(made.saidAt(KNOWN.plusDays(later)), day).orElseThrow();

        double width = anew.upper80() - anew.lower80();
        assertThat(told.value()).isCloseTo(anew.value(), Offset.offset(0.1 * width + 0.1));
        for (Horizon horizon : Horizon.values()) {
            if (horizon != Horizon.NOW) {
                assertThat(made.saidAt(KNOWN.plusDays(later)).level(horizon))
                        .as("all else is a function of the figures")
                        .isEqualTo(made.estimate().level(horizon));
            }
        }
    }

    @Test
    void onTheDayItWasKnownItIsTheLevelSaidThen() {
        Estimate estimate = made(0.1, 0.3, 5).estimate();

        assertThat(Nowcast.of(estimate, KNOWN)).hasValueSatisfying(level -> assertThat(level.value())
                .isEqualTo(estimate.level(Horizon.NOW).orElseThrow()));
    }

    @Test
    void theBandWidensFromDayToDay() {
        Estimate estimate = made(0.1, 0.3, 2).estimate();
        double before = 0;
        for (int days = 0; days < 700; days += 50) {
            Banded level = Nowcast.of(estimate, KNOWN.plusDays(days)).orElseThrow();
            double width = level.upper80() - level.lower80();
            assertThat(width).isGreaterThan(before);
            before = width;
        }
    }

    @Test
    void anEstimateWithoutLevelsHasNone() {
        assertThat(Nowcast.of(Estimate.withdrawn(KEY, Instant.EPOCH, "m", "percent"), KNOWN))
                .isEqualTo(Optional.empty());
    }
}
