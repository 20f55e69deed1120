package org.tidemark.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.Dates;

class EventTimeProperties {
    @Property
    void theFirstInstantOfADayFallsOnThatDay(@ForAll("days") LocalDate day) {
        double year = EventTime.ofInstant(day.atStartOfDay(ZoneOffset.UTC).toInstant());

        assertThat(EventTime.toDay(year)).isEqualTo(day);
    }

    @Property
    void everySecondOfADayFallsOnThatDay(
            @ForAll("days") LocalDate day, @ForAll @IntRange(min = 0, max = 86_399) int second) {
        double year = EventTime.ofInstant(
                day.atStartOfDay(ZoneOffset.UTC).plusSeconds(second).toInstant());

        assertThat(EventTime.toDay(year)).isEqualTo(day);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Dates.dates().between(LocalDate.of(1600, 1, 1), LocalDate.of(2200, 12, 31));
    }
}
