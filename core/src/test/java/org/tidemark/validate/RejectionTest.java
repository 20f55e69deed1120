package org.tidemark.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RejectionTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536})
    void bytesUpToTheBoundAreHeldWhole(int length) {
        byte[] received = bytes(length);

        assertThat(rejection(received).original()).isEqualTo(received);
    }

    @ParameterizedTest
    @ValueSource(ints = {65_537, 1_000_000})
    void longerOnesAreCutAt64KiB(int length) {
        byte[] received = bytes(length);

        assertThat(rejection(received).original()).isEqualTo(Arrays.copyOf(received, 64 * 1024));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 100_000})
    void whatTheSenderDoesToItsBytesAfterwardsChangesNothing(int length) {
        byte[] received = bytes(length);
        Rejection rejection = rejection(received);

        received[0] = 99;

        assertThat(rejection.original()[0]).isEqualTo((byte) 0);
    }

    @Test
    void theSetOfReasonsIsTheOneThatDashboardsCountOn() {
        assertThat(RejectReason.values())
                .extracting(Enum::name)
                .containsExactly(
                        "MALFORMED",
                        "MISADDRESSED",
                        "BAD_ENCODING",
                        "TOO_LONG",
                        "MISSING_FIELD",
                        "BAD_NUMBER",
                        "BAD_PERIOD",
                        "BAD_PUBLISHED",
                        "BAD_ID",
                        "UNKNOWN_INDICATOR",
                        "UNKNOWN_ECONOMY",
                        "WRONG_UNIT",
                        "OUT_OF_RANGE",
                        "PUBLISHED_BEFORE_PERIOD",
                        "NOTHING_TO_DECIDE",
                        "CONFLICTING");
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }

    private static Rejection rejection(byte[] original) {
        return new Rejection(RejectReason.MALFORMED, "detail", "place", null, null, null, null, original);
    }
}
