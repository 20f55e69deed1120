package org.tidemark.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tidemark.release.Load;

class AccountRecordsTest {
    @Test
    void countsAreWrittenInTheOrderOfTheirNames() {
        Map<String, Long> skipped = Map.of("suppressed", 1L, "unchanged", 2L, "empty", 3L, "not_asked", 4L, "zero", 5L);
        Load sample = Samples.LOAD;
        Load load = new Load(
                sample.source(),
                sample.load(),
                sample.file(),
                sample.format(),
                sample.filed(),
                sample.closed(),
                sample.sent(),
                new TreeMap<>(skipped),
                sample.rejected(),
                sample.economies());

        String bytes = new String(Codecs.singleObject().loads().encode(load), ISO_8859_1);

        assertThat(bytes).containsSubsequence(List.of("empty", "not_asked", "suppressed", "unchanged", "zero"));
    }

    @Test
    void aLoadThatReadOtherThanItsPartsIsRefused() {
        org.tidemark.avro.Load record = AccountRecords.toRecord(Samples.LOAD);
        record.put("read", 8L);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccountRecords.fromRecord(record))
                .withMessage("read 8, but sent, skipped and rejected make 7; count each once");
    }

    @Test
    void anOutcomeThatDoesNotAddUpIsRefused() {
        org.tidemark.avro.ReleaseOutcome record = AccountRecords.toRecord(Samples.OUTCOME);
        record.put("sent", 5);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccountRecords.fromRecord(record))
                .withMessageContaining("sent 5, but 4 have an outcome");
    }

    @Test
    void aReasonOutsideTheClosedSetIsRefused() {
        org.tidemark.avro.Rejected record = AccountRecords.toRecord(Samples.REJECTION);
        record.put("reason", "BECAUSE");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccountRecords.fromRecord(record))
                .withMessageContaining("BECAUSE");
    }
}
