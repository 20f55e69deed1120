package org.tidemark.api.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.streams.state.FilledStores.observation;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tidemark.wire.Codecs;

class OriginalTextTest {
    @Test
    @DisplayName("Refused figures are invisible: the original as text where it was text")
    void aRecordOfOursIsTheRowThatItWas() {
        byte[] record = Codecs.singleObject().events().encode(observation("DK", "2024", 230.0, "2025-01-31"));

        assertThat(OriginalText.readable(record))
                .isEqualTo(
                        "adoption.firms.any_use,DK,TOTAL,2024,230,percent,,2025-01-31T23:59:59.999Z,EUROSTAT,STATED,A,"
                                + "release-2025-01-31,,2024-01-01,2024-12-31,month");
    }

    @Test
    void allOtherBytesStayAsTheyAre() {
        byte[] row = "adoption.firms.any_use,DK,230".getBytes(StandardCharsets.UTF_8);

        assertThat(OriginalText.ofRecord(row)).isEmpty();
        assertThat(OriginalText.readable(row)).isEqualTo("adoption.firms.any_use,DK,230");
        assertThat(OriginalText.readable(new byte[] {(byte) 0xc3, 1, 0})).isEqualTo("\\xc3\\x01\\x00");
    }
}
