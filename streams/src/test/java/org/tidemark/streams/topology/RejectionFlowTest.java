package org.tidemark.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.tidemark.engine.store.PendingStore;
import org.tidemark.revise.Outcome;
import org.tidemark.series.Event;
import org.tidemark.series.ReleaseEnd;
import org.tidemark.validate.RejectReason;
import org.tidemark.validate.Rejection;

class RejectionFlowTest extends FlowSuite {
    private static final byte[] GARBAGE = "not of ours".getBytes(StandardCharsets.UTF_8);

    RejectionFlowTest(StoreKind kind) {
        super(kind);
    }

    private static ReleaseSent release() {
        return eurostat("2024-05-17").figure("2022", 9.5);
    }

    private static byte[] encoded(Event event) {
        return Flow.CODECS.events().encode(event);
    }

    private static long published() {
        return release().batch().published().toEpochMilli();
    }

    private Rejection onlyRejection() {
        var rejections = flow.rejections();
        assertThat(rejections).hasSize(1);
        return rejections.get(0);
    }

    @Test
    void bytesThatAreNoRecordAreRejectedAsTheyCameAndTheStreamGoesOn() {
        flow.send("DE", GARBAGE, 5).send(release());

        Rejection rejection = onlyRejection();
        assertThat(rejection.reason()).isEqualTo(RejectReason.MALFORMED);
        assertThat(rejection.original()).isEqualTo(GARBAGE);
        assertThat(rejection.place()).isEqualTo("topic tidemark.observations, partition 0, offset 0");
        assertThat(onlyEstimate().inputs()).isEqualTo(1);
    }

    @Test
    void aRecordCutShortIsMalformed() {
        byte[] whole = encoded(release().observations().get(0));

        flow.send("DE", Arrays.copyOf(whole, whole.length / 2), published());

        assertThat(onlyRejection().reason()).isEqualTo(RejectReason.MALFORMED);
    }

    @Test
    void aRecordWithoutValueIsMalformed() {
        flow.send("DE", null, published()).send(release());

        assertThat(onlyRejection().original()).isEmpty();
        assertThat(onlyEstimate().inputs()).isEqualTo(1);
    }

    @Test
    void aRejectedRecordKeepsItsKeyAndTimestamp() {
        flow.send("whatever", GARBAGE, 5);

        TestRecord<String, byte[]> record = flow.rejectedRecords().get(0);
        assertThat(record.key()).isEqualTo("whatever");
        assertThat(record.timestamp()).isEqualTo(5);
    }

    @Test
    void aFigureUnderAnotherEconomysKeyIsMisaddressedAndTakesNoPlace() {
        byte[] value = encoded(release().observations().get(0));

        flow.send("FR", value, published());

        Rejection rejection = onlyRejection();
        assertThat(rejection.reason()).isEqualTo(RejectReason.MISADDRESSED);
        assertThat(rejection.economy()).isEqualTo("DE");
        assertThat(rejection.original()).isEqualTo(value);
        assertThat(flow.entries(PendingStore.NAME)).isEmpty();
    }

    @Test
    void aFigureWithoutKeyIsMisaddressed() {
        flow.send(null, encoded(release().observations().get(0)), published());

        assertThat(onlyRejection().detail()).contains("(none)");
        assertThat(flow.entries(PendingStore.NAME)).isEmpty();
    }

    @Test
    void aFigureWithAnotherTimestampIsMisaddressedButItsReleaseCloses() {
        flow.send("DE", encoded(release().observations().get(0)), published() + 1)
                .send(release().closing());

        assertThat(onlyRejection().reason()).isEqualTo(RejectReason.MISADDRESSED);
        assertThat(onlyOutcome().rejected()).isEqualTo(counts(RejectReason.MISADDRESSED, 1));
        assertThat(flow.estimates()).isEmpty();
    }

    @Test
    void aRecordWithoutTimestampIsMisaddressedAndStopsNothing() {
        flow.send("DE", encoded(release().observations().get(0)), -1).send(release());

        assertThat(onlyRejection().reason()).isEqualTo(RejectReason.MISADDRESSED);
        assertThat(onlyEstimate().inputs()).isEqualTo(1);
    }

    @Test
    void aMisaddressedClosingClosesNothing() {
        flow.send(release().observations()).send("DE", encoded(release().closing()), published() + 1);

        assertThat(onlyRejection().reason()).isEqualTo(RejectReason.MISADDRESSED);
        assertThat(flow.outcomes()).isEmpty();
    }

    @Test
    void anUnknownIndicatorIsRefusedWithTheRemedyAndCounted() {
        flow.send(eurostat("2024-05-17").figure("telepathy.any_use", "TOTAL", "2022", 1.0));

        Rejection rejection = onlyRejection();
        assertThat(rejection.reason()).isEqualTo(RejectReason.UNKNOWN_INDICATOR);
        assertThat(rejection.detail()).contains("--catalogue");
        assertThat(onlyOutcome().rejected()).isEqualTo(counts(RejectReason.UNKNOWN_INDICATOR, 1));
    }

    @Test
    void anUnknownEconomyIsRefusedAndItsReleaseCloses() {
        flow.send(release().in("QQ"));

        assertThat(onlyRejection().reason()).isEqualTo(RejectReason.UNKNOWN_ECONOMY);
        assertThat(onlyOutcome().rejected()).isEqualTo(counts(RejectReason.UNKNOWN_ECONOMY, 1));
    }

    @Test
    void aCorrectedLoadOfTheSameInstantReplacesARefusedFigure() {
        flow.send(eurostat("2024-05-17").figure("2022", 950.0));
        skipOutputs();

        flow.send(release().load("load-2"));

        assertThat(onlyOutcome().outcomes()).isEqualTo(counts(Outcome.ACCEPTED, 1));
        assertThat(onlyEstimate().inputs()).isEqualTo(1);
    }

    @Test
    void aPublicationInstantThatNobodyCanMeanIsRefused() {
        // Microseconds taken for milliseconds: the estimate would run to that year, half a year at a time.
        Instant year56000 = Instant.ofEpochMilli(1_715_990_399_999_000L);

        flow.send(release().at(year56000));

        assertThat(flow.rejections()).extracting(Rejection::reason).containsOnly(RejectReason.BAD_PUBLISHED);
        assertThat(flow.estimates()).isEmpty();
    }

    @Test
    void idsThatWouldRunIntoEachOtherInAStoreAreRefused() {
        ReleaseEnd closing = release().completely().closing(0);

        flow.send(eurostat("2024-05-17").release("a\0b").figure("2022", 9.5))
                .send(new ReleaseEnd("DE\0EUROSTAT", closing.batch(), 0, true, false));

        assertThat(flow.rejections())
                .extracting(Rejection::reason)
                .containsExactly(RejectReason.BAD_ID, RejectReason.BAD_ID, RejectReason.BAD_ID);
        assertThat(flow.entries(PendingStore.NAME)).isEmpty();
    }

    @Test
    void aRecordOfNoHonestSizeIsRefusedButItsReleaseCloses() {
        ReleaseSent.Figure huge = new ReleaseSent.Figure(
                ReleaseSent.ANY_USE, "TOTAL", release().figures().get(0).period(), 9.5, null, "x".repeat(900_000));

        flow.send(eurostat("2024-05-17").with(huge));

        Rejection rejection = onlyRejection();
        assertThat(rejection.reason()).isEqualTo(RejectReason.TOO_LONG);
        assertThat(rejection.original()).hasSize(Rejection.ORIGINAL_BYTES_MAX);
        assertThat(onlyOutcome().rejected()).isEqualTo(counts(RejectReason.TOO_LONG, 1));
    }

    @Test
    void aKeyOfAnySizeFitsTheRejectedTopic() {
        flow.send("K".repeat(900_000), encoded(release().observations().get(0)), published());

        TestRecord<String, byte[]> record = flow.rejectedRecords().get(0);
        assertThat(record.key().length() + record.value().length).isLessThan(100_000);
    }
}
