package org.tidemark.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.series.PublicationDate;

class WrittenDateTest {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "11/12/25 | 2025-12-11T23:59:59.999Z",
                "11/12/2025 | 2025-12-11T23:59:59.999Z",
                "1/2/25 | 2025-02-01T23:59:59.999Z",
                "11.12.2025 | 2025-12-11T23:59:59.999Z",
                "11.12.25 | 2025-12-11T23:59:59.999Z",
                "11-12-2025 | 2025-12-11T23:59:59.999Z",
                "11/12/25 11:00:00 | 2025-12-11T10:00:00Z",
                "11/12/25 11:00 | 2025-12-11T10:00:00Z",
                "11.07.2025 11:00 | 2025-07-11T09:00:00Z",
                "2025-12-11 | 2025-12-11T23:59:59.999Z",
                "2025-12 | 2025-12-31T23:59:59.999Z",
                "2025/12/11 | 2025-12-11T23:59:59.999Z",
                "20251211 | 2025-12-11T23:59:59.999Z",
                "20251211T110000Z | 2025-12-11T11:00:00Z",
                "2025-12-11T11:00:00Z | 2025-12-11T11:00:00Z",
                "2025-12-11T11:00:00.1234567Z | 2025-12-11T11:00:00.123Z",
                "2025-12-11T11:00:00.123456+01:00 | 2025-12-11T10:00:00.123Z",
                "2025-12-11T11:00+01:00 | 2025-12-11T10:00:00Z",
                "2025-12-11T11:00:00+0100 | 2025-12-11T10:00:00Z",
                "2025-12-11T11:00:00+01 | 2025-12-11T10:00:00Z",
                "2025-12-11T11:00:00 | 2025-12-11T10:00:00Z",
                "2025-12-11 11:00:00 | 2025-12-11T10:00:00Z",
                "2025-12-11T11:00:00+01:00[Europe/Brussels] | 2025-12-11T10:00:00Z",
                "2025-12-11 11:00:00 UTC | 2025-12-11T11:00:00Z",
                "11 December 2025 | 2025-12-11T23:59:59.999Z",
                "11 Dec 2025 | 2025-12-11T23:59:59.999Z",
                "11-DEC-2025 | 2025-12-11T23:59:59.999Z",
                "December 11, 2025 | 2025-12-11T23:59:59.999Z",
                "Dec 11 2025 | 2025-12-11T23:59:59.999Z",
                "Thu, 11 Dec 2025 11:00:00 GMT | 2025-12-11T11:00:00Z",
                "31/12/99 | 1999-12-31T23:59:59.999Z",
                "31/12/69 | 2069-12-31T23:59:59.999Z",
            })
    void isReadInEveryFormThatPublishersWrite(String written, Instant instant) {
        assertThat(WrittenDate.read(written, BRUSSELS)).contains(instant);
        assertThat(WrittenDate.read("  " + written + " ", BRUSSELS)).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "yesterday",
                "31/02/25",
                "12/31/25",
                "2025-02-30",
                "2025",
                "11/12",
                "11/12/25 25:00",
                "11/12/125",
                "2025-12-11T11:00:00+99:00",
                "99999999999999999999",
            })
    void isNotGuessed(String written) {
        assertThat(WrittenDate.read(written, BRUSSELS)).isEmpty();
    }

    @Property(tries = 500)
    void aDayIsTheSameInEveryForm(@ForAll("days") LocalDate day, @ForAll("forms") String form) {
        String written = DateTimeFormatter.ofPattern(form, Locale.ENGLISH).format(day);

        assertThat(WrittenDate.read(written, BRUSSELS)).as(written).contains(PublicationDate.endOf(day));
    }

    @Property(tries = 500)
    void whateverIsWrittenIsReadOrRefused(@ForAll String written) {
        assertThat(WrittenDate.read(written, BRUSSELS)).isNotNull();
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(1970, 1, 1).toEpochDay(),
                        LocalDate.of(2069, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Provide
    Arbitrary<String> forms() {
        return Arbitraries.of(
                "dd/MM/uu",
                "dd/MM/uuuu",
                "d.M.uuuu",
                "dd-MM-uu",
                "uuuu-MM-dd",
                "uuuuMMdd",
                "d MMMM uuuu",
                "dd MMM uuuu",
                "MMMM d, uuuu");
    }
}
