package org.tidemark.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidemark.wire.Samples.Kind;

/** Bytes from outside are data: whatever they are, they give a value or one exception, and cost little memory. */
class UndecodableTest {
    private static final int HEADER_BYTES = 10;
    private static final long ALLOCATED_BYTES_MAX = 4_000_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static List<Kind> kinds() {
        return Samples.kinds();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyTruncationIsRefused(Kind kind) {
        for (int length = 0; length < kind.bytes().length; length++) {
            byte[] cut = Arrays.copyOf(kind.bytes(), length);

            assertThatExceptionOfType(UndecodableException.class)
                    .as("first %d bytes", length)
                    .isThrownBy(() -> kind.codec().decode(cut))
                    .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1).hasSizeLessThan(400));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void bytesAfterTheRecordAreRefused(Kind kind) {
        byte[] longer = Arrays.copyOf(kind.bytes(), kind.bytes().length + 1);

        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> kind.codec().decode(longer))
                .withMessageContaining("left over");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anotherMarkerIsRefused(Kind kind) {
        byte[] confluent = kind.bytes().clone();
        confluent[0] = 0;

        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> kind.codec().decode(confluent));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anUnknownFingerprintIsRefused(Kind kind) {
        byte[] unknown = kind.bytes().clone();
        unknown[5] ^= 1;

        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> kind.codec().decode(unknown))
                .satisfies(e -> assertThat(e.getMessage()).containsIgnoringCase("fingerprint"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aRecordOfAnotherKindIsRefused(Kind kind) {
        kinds().stream().filter(other -> other.codec() != kind.codec()).forEach(other -> assertThatExceptionOfType(
                        UndecodableException.class)
                .as("%s as %s", other, kind)
                .isThrownBy(() -> kind.codec().decode(other.bytes())));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyChangedByteGivesAValueOrTheOneException(Kind kind) {
        for (int at = 0; at < kind.bytes().length; at++) {
            for (int value : new int[] {0, 1, 2, 0x7e, 0x7f, 0x80, 0x81, 0xfe, 0xff}) {
                byte[] changed = kind.bytes().clone();
                changed[at] = (byte) value;
                assertHarmless(kind, changed);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void noiseAfterTheHeaderGivesAValueOrTheOneException(Kind kind) {
        Random random = new Random(20260101);
        for (int round = 0; round < 2_000; round++) {
            byte[] noise = new byte[HEADER_BYTES + random.nextInt(200)];
            random.nextBytes(noise);
            System.arraycopy(kind.bytes(), 0, noise, 0, HEADER_BYTES);
            assertHarmless(kind, noise);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void noiseWithoutAHeaderIsRefused(Kind kind) {
        Random random = new Random(20260101);
        for (int round = 0; round < 1_000; round++) {
            byte[] noise = new byte[random.nextInt(100)];
            random.nextBytes(noise);

            assertThatExceptionOfType(UndecodableException.class)
                    .isThrownBy(() -> kind.codec().decode(noise));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aLengthThatTheBytesCannotHoldIsNeverAllocated(Kind kind) throws IOException {
        for (long claimed :
                new long[] {1 << 24, 1L << 30, Integer.MAX_VALUE - 8L, 1L << 40, Long.MAX_VALUE, -1L << 30}) {
            for (int at = HEADER_BYTES; at < kind.bytes().length; at++) {
                assertHarmless(kind, withLengthAt(kind.bytes(), at, claimed));
            }
        }
    }

    @Test
    void theRefusalOfHostileTextStaysOnOneLine() {
        byte[] forged = new String(Samples.kinds().get(0).bytes(), ISO_8859_1)
                .replace("adoption.firms.any_use", "adoption\r\nWARN is well")
                .getBytes(ISO_8859_1);

        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> Codecs.singleObject().events().decode(forged))
                .withMessageContaining("indicator 'adoption??WARN is well' is not well formed")
                .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1));
    }

    private static void assertHarmless(Kind kind, byte[] bytes) {
        long before = THREADS.getCurrentThreadAllocatedBytes();

        assertThatCode(() -> decodeOrRefuse(kind, bytes)).doesNotThrowAnyException();

        assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(ALLOCATED_BYTES_MAX);
    }

    private static void decodeOrRefuse(Kind kind, byte[] bytes) {
        try {
            assertThat(kind.codec().decode(bytes)).isNotNull();
        } catch (UndecodableException e) {
            assertThat(e.getMessage()).hasLineCount(1).hasSizeLessThan(400);
        }
    }

    private static byte[] withLengthAt(byte[] bytes, int at, long claimed) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        encoder.writeLong(claimed);
        encoder.flush();
        out.write(bytes, at, bytes.length - at);
        return out.toByteArray();
    }
}
