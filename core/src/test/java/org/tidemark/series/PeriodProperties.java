package org.tidemark.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.Dates;

class PeriodProperties {
    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    @Property
    void theLabelIsReadBackAsTheSamePeriod(@ForAll("periods") Period period) {
        assertThat(Period.parse(period.label())).isEqualTo(period);
    }

    @Property
    void noOtherFormIsShorterThanTheLabel(@ForAll("written") String text) {
        assertThat(Period.parse(text).label().length()).isLessThanOrEqualTo(text.length());
    }

    @Property
    void everyDayLiesInTheIsoWeekThatTheCalendarGivesIt(@ForAll("days") LocalDate day) {
        Period week = Period.parse(
                "%04d-W%02d".formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)));

        assertThat(day).isBetween(week.start(), week.end());
        assertThat(week.start().getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
        assertThat(week.days()).isEqualTo(7);
    }

    @Property
    void calendarYearsAreExactlyOneApart(@ForAll @IntRange(min = 1, max = 9998) int year) {
        double middle = Period.parse("%04d".formatted(year)).midYear();
        double next = Period.parse("%04d".formatted(year + 1)).midYear();

        assertThat(middle).isEqualTo(year + 0.5);
        assertThat(next - middle).isEqualTo(1.0);
    }

    @Property
    void theMiddleLiesWithinThePeriodAndAsFarFromItsEnds(@ForAll("periods") Period period) {
        long fromStart = period.start().toEpochDay();
        double middle = dayOf(period.midYear());

        assertThat(middle - fromStart).isCloseTo(period.days() / 2.0, within(1e-6));
    }

    @Property
    void aLongerPeriodFromTheSameDayHasALaterMiddle(@ForAll("periods") Period period) {
        if (period.end().equals(LAST)) {
            return;
        }
        Period longer = new Period(period.start(), period.end().plusDays(1));

        assertThat(longer.midYear()).isGreaterThan(period.midYear());
        assertThat(longer).isGreaterThan(period);
    }

    @Property
    void theOrderAgreesWithEquality(@ForAll("periods") Period a, @ForAll("periods") Period b) {
        assertThat(Integer.signum(a.compareTo(b))).isEqualTo(-Integer.signum(b.compareTo(a)));
        assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
    }

    @Property
    void anyTextIsAPeriodOrOneClearLine(@ForAll("texts") String text) {
        try {
            assertThat(Period.parse(text).days()).isPositive();
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).hasLineCount(1).hasSizeLessThan(200);
            assertThat(e.getMessage()).containsAnyOf("write it as 2024, ", "earlier day first", "years 1 to 9999");
        }
    }

    /** Days since 1970 of a fractional year, counted apart from the code under test. */
    private static double dayOf(double year) {
        int whole = (int) Math.floor(year);
        LocalDate newYear = LocalDate.of(whole, 1, 1);
        return newYear.toEpochDay() + (year - whole) * newYear.lengthOfYear();
    }

    @Provide
    Arbitrary<LocalDate> days() {
        // The first and last week that lie wholly within the years 1 to 9999.
        return Dates.dates().between(FIRST, LocalDate.of(9999, 12, 26));
    }

    @Provide
    Arbitrary<Period> periods() {
        Arbitrary<LocalDate> starts = Dates.dates().between(FIRST, LAST);
        Arbitrary<Integer> lengths = Arbitraries.oneOf(
                Arbitraries.of(0, 6, 13, 27, 28, 29, 30, 89, 90, 91, 180, 183, 364, 365),
                Arbitraries.integers().between(0, 800));
        Arbitrary<Period> spans = Combinators.combine(starts, lengths)
                .as((start, length) -> new Period(start, earlier(start.plusDays(length), LAST)));
        return Arbitraries.oneOf(spans, written().map(Period::parse));
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    @Provide
    Arbitrary<String> written() {
        Arbitrary<String> years = Arbitraries.integers().between(1, 9999).map("%04d"::formatted);
        Arbitrary<String> months = Arbitraries.integers().between(1, 12).map("-%02d"::formatted);
        Arbitrary<String> weeks = Arbitraries.integers().between(1, 51).map("-W%02d"::formatted);
        Arbitrary<String> parts = Arbitraries.oneOf(
                Arbitraries.of("", "-H1", "-H2", "-Q1", "-Q2", "-Q3", "-Q4", "-05-17", "-02-01/9999-02-01"),
                months,
                weeks);
        return Combinators.combine(years, parts).as((year, part) -> year + part);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> nearly =
                Arbitraries.strings().withChars("0123456789-/WHQT \n").ofMaxLength(24);
        Arbitrary<String> mistyped = Combinators.combine(written(), Arbitraries.integers(), Arbitraries.chars())
                .as((text, at, c) -> new StringBuilder(text)
                        .replace(Math.floorMod(at, text.length()), Math.floorMod(at, text.length()) + 1, "" + c)
                        .toString());
        return Arbitraries.oneOf(nearly, mistyped, Arbitraries.strings());
    }
}
