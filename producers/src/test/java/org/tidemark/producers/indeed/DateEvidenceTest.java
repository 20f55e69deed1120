package org.tidemark.producers.indeed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DateEvidenceTest {
    private static DateStyle styleOf(List<String> dates) {
        DateEvidence evidence = new DateEvidence();
        dates.forEach(evidence::see);
        return evidence.style();
    }

    @Test
    void dashesAreIsoDates() {
        assertThat(styleOf(List.of("2025-02-10", "2025-02-11"))).isEqualTo(DateStyle.ISO);
    }

    @Test
    void aDayThatIsNoMonthTellsTheOrder() {
        assertThat(styleOf(List.of("1/2/25", "2/2/25", "31/1/25"))).isEqualTo(DateStyle.DAY_FIRST);
        assertThat(styleOf(List.of("2/1/25", "2/2/25", "1/31/25"))).isEqualTo(DateStyle.MONTH_FIRST);
    }

    @Test
    void withoutSuchADayTheConsecutiveRowsTellTheOrder() {
        assertThat(styleOf(List.of("1/2/25", "1/2/25", "2/2/25", "3/2/25"))).isEqualTo(DateStyle.DAY_FIRST);
        assertThat(styleOf(List.of("2/1/25", "2/1/25", "2/2/25", "2/3/25"))).isEqualTo(DateStyle.MONTH_FIRST);
    }

    @Test
    void withoutAnyEvidenceTheDayIsFirstAsThePublisherOnceWroteIt() {
        assertThat(styleOf(List.of("3/4/25"))).isEqualTo(DateStyle.DAY_FIRST);
    }

    @Test
    void oneStrayDateDoesNotTurnTheFile() {
        assertThat(styleOf(List.of("1/2/25", "2025-02-02", "3/2/25"))).isEqualTo(DateStyle.DAY_FIRST);
        assertThat(styleOf(List.of("2025-02-01", "2/2/25", "2025-02-03"))).isEqualTo(DateStyle.ISO);
        assertThat(styleOf(List.of("30/1/25", "31/1/25", "1/31/25"))).isEqualTo(DateStyle.DAY_FIRST);
    }

    @Test
    void aStyleReadsNothingOfAnother() {
        assertThat(DateStyle.ISO.read("1/2/25")).isEmpty();
        assertThat(DateStyle.DAY_FIRST.read("2025-02-01")).isEmpty();
        assertThat(DateStyle.DAY_FIRST.read("1/31/25")).isEmpty();
        assertThat(DateStyle.DAY_FIRST.read("30/2/25")).isEmpty();
        assertThat(DateStyle.DAY_FIRST.read("31/1/25")).contains(LocalDate.of(2025, 1, 31));
        assertThat(DateStyle.MONTH_FIRST.read("1/31/2025")).contains(LocalDate.of(2025, 1, 31));
    }

    @Property
    void anyRunOfConsecutiveDaysIsReadAsItWasWritten(
            @ForAll @IntRange(min = 0, max = 4000) int firstDay, @ForAll @IntRange(min = 2, max = 60) int days) {
        LocalDate first = LocalDate.of(2019, 1, 1).plusDays(firstDay);
        List<LocalDate> dates = first.datesUntil(first.plusDays(days)).toList();
        List<String> written = dates.stream()
                .map(d -> d.getDayOfMonth() + "/" + d.getMonthValue() + "/" + d.getYear() % 100)
                .toList();
        DateStyle style = styleOf(written);
        assertThat(written).extracting(t -> style.read(t).orElseThrow()).isEqualTo(dates);
    }
}
