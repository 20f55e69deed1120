package org.tidemark.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class RhythmProperties {
    private static List<LocalDate> every(int days, int releases, LocalDate first) {
        List<LocalDate> all = new ArrayList<>();
        for (int i = 0; i < releases; i++) {
            all.add(first.plusDays((long) i * days));
        }
        return all;
    }

    private static LocalDate next(List<LocalDate> days) {
        return Rhythm.of(days).orElseThrow().next();
    }

    @Property
    void whatComesEverySoManyDaysComesSoManyDaysLater(
            @ForAll @IntRange(min = 1, max = 400) int days,
            @ForAll @IntRange(min = 3, max = 20) int releases,
            @ForAll("starts") LocalDate first) {
        List<LocalDate> all = every(days, releases, first);

        assertThat(next(all)).isEqualTo(all.get(releases - 1).plusDays(days));
    }

    @Property
    void aCorrectionSoonAfterARelaseMovesNothing(
            @ForAll @IntRange(min = 14, max = 400) int days,
            @ForAll @IntRange(min = 5, max = 11) int releases,
            @ForAll @IntRange(min = 1, max = 10) int corrected,
            @ForAll @IntRange(min = 1, max = 3) int after,
            @ForAll("starts") LocalDate first) {
        List<LocalDate> all = every(days, releases, first);
        LocalDate expected = all.get(releases - 1).plusDays(days);
        all.add(all.get(Math.min(corrected, releases - 1)).plusDays(after));

        assertThat(next(all)).isEqualTo(expected);
    }

    @Property
    void aReleaseThatWasMissedMovesNothing(
            @ForAll @IntRange(min = 2, max = 400) int days,
            @ForAll @IntRange(min = 6, max = 12) int releases,
            @ForAll @IntRange(min = 1, max = 10) int missed,
            @ForAll("starts") LocalDate first) {
        List<LocalDate> all = every(days, releases, first);
        LocalDate expected = all.get(releases - 1).plusDays(days);
        all.remove(Math.min(missed, releases - 2));

        assertThat(next(all)).isEqualTo(expected);
    }

    @Property
    void whatComesOnADayOfEachMonthComesOnThatDay(
            @ForAll @IntRange(min = 1, max = 28) int day,
            @ForAll @IntRange(min = 4, max = 20) int releases,
            @ForAll("starts") LocalDate first) {
        YearMonth from = YearMonth.from(first);
        List<LocalDate> all = new ArrayList<>();
        for (int i = 0; i < releases; i++) {
            all.add(from.plusMonths(i).atDay(day));
        }

        assertThat(next(all)).isEqualTo(from.plusMonths(releases).atDay(day));
    }

    @Property
    void theBandHoldsTheDayAndLiesBehindTheNewestRelease(@ForAll("anyDays") List<LocalDate> days) {
        Rhythm rhythm = Rhythm.of(days).orElseThrow();

        assertThat(rhythm.interval()).isPositive();
        assertThat(rhythm.last()).isEqualTo(Collections.max(days)).isBefore(rhythm.earliest());
        assertThat(rhythm.earliest()).isBeforeOrEqualTo(rhythm.next());
        assertThat(rhythm.next()).isBeforeOrEqualTo(rhythm.latest());
    }

    @Property
    void orderAndRepetitionOfDaysDoNotMatter(@ForAll("anyDays") List<LocalDate> days, @ForAll long seed) {
        List<LocalDate> others = new ArrayList<>(days);
        others.addAll(days);
        Collections.shuffle(others, new Random(seed));

        assertThat(Rhythm.of(others)).isEqualTo(Rhythm.of(days));
    }

    @Provide
    Arbitrary<LocalDate> starts() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(1990, 1, 1).toEpochDay(),
                        LocalDate.of(2040, 1, 1).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Provide
    Arbitrary<List<LocalDate>> anyDays() {
        return Arbitraries.longs()
                .between(10_000, 14_000)
                .map(LocalDate::ofEpochDay)
                .list()
                .uniqueElements()
                .ofMinSize(3)
                .ofMaxSize(20);
    }
}
