package org.tidemark.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicationPrecisionTest {
    @DisplayName("published: 2025-12 becomes 2025-12-31T23:59:59.999Z")
    @ParameterizedTest
    @CsvSource({
        "2025-12, MONTH, 2025-12-01T00:00:00Z",
        "2025-12-11, DAY, 2025-12-11T00:00:00Z",
        "2025-12-31, MONTH, 2025-12-01T00:00:00Z",
        "2025-12-11T10:00:00Z, INSTANT, 2025-12-11T10:00:00Z",
        "2024-02, MONTH, 2024-02-01T00:00:00Z",
        "2024-02-28, DAY, 2024-02-28T00:00:00Z",
    })
    void anInstantSaysHowFinelyItIsKnown(String written, PublicationPrecision precision, Instant earliest) {
        Instant published = PublicationDate.parse(written);

        assertThat(PublicationPrecision.of(published)).isEqualTo(precision);
        assertThat(PublicationPrecision.earliest(published)).isEqualTo(earliest);
    }
}
