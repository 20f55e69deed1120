package org.tidemark.producers.sdmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.series.Period;

class SdmxPeriodTest {
    @ParameterizedTest
    @CsvSource({
        "2024, 2024",
        "2024-A1, 2024",
        "2024-S1, 2024-H1",
        "2024-B2, 2024-H2",
        "2024-H1, 2024-H1",
        "2024-T3, 2024-09-01/2024-12-31",
        "2024-Q4, 2024-Q4",
        "2024-01, 2024-01",
        "2024-M01, 2024-01",
        "2024-M12, 2024-12",
        "2024-W05, 2024-W05",
        "2020-W53, 2020-W53",
        "2024-D060, 2024-02-29",
        "2024-01-15, 2024-01-15"
    })
    void everyFormOfAPeriodIsRead(String text, String period) {
        assertThat(SdmxPeriod.parse(text)).isEqualTo(Period.parse(period));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "24",
                "2024-Q5",
                "2024-Q0",
                "2024-S3",
                "2024-M13",
                "2024-13",
                "2024-W54",
                "2023-W53",
                "2023-D366",
                "2024-02-30",
                "2024-01-15/2024-01-20",
                "2024Q1",
                "2024-X1",
                "0000",
                "2024-A2",
                "2024-Q999"
            })
    void whatIsNoPeriodIsRefusedWithTheFormsThatAre(String text) {
        assertThatThrownBy(() -> SdmxPeriod.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("TIME_PERIOD '" + text + "'")
                .hasMessageContaining("2024-Q3");
    }
}
