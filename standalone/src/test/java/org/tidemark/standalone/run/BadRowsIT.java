package org.tidemark.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.it.Figures;
import org.tidemark.it.KafkaBroker;
import org.tidemark.it.TestBroker;
import org.tidemark.it.TestSystem;
import org.tidemark.validate.RejectReason;
import org.tidemark.validate.Rejection;

/** What makes no sense is kept with its reason and its bytes, and stops nothing around it. */
@ExtendWith(KafkaBroker.class)
class BadRowsIT {
    private static final String GOOD = "adoption.firms.any_use,DK,TOTAL,2023,15.2,percent,2024-05-31,MADE";
    private static final String ALSO_GOOD = "adoption.firms.any_use,DK,TOTAL,2024,27.6,percent,2025-01-31,MADE";
    private static final Map<RejectReason, String> AT_THE_READER = Map.of(
            RejectReason.BAD_NUMBER, "adoption.firms.any_use,DK,TOTAL,2022,many,percent,2023-01-31,MADE",
            RejectReason.BAD_PERIOD, "adoption.firms.any_use,DK,TOTAL,lately,1.0,percent,2023-01-31,MADE",
            RejectReason.MISSING_FIELD, "adoption.firms.any_use,DK,TOTAL,,1.0,percent,2023-01-31,MADE",
            RejectReason.BAD_PUBLISHED, "adoption.firms.any_use,DK,TOTAL,2022,1.0,percent,soon,MADE",
            RejectReason.UNKNOWN_ECONOMY, "adoption.firms.any_use,XX,TOTAL,2022,1.0,percent,2023-01-31,MADE",
            RejectReason.BAD_ID, "adoption.firms.any_use,DK,all of it,2022,1.0,percent,2023-01-31,MADE");
    private static final Map<RejectReason, String> AT_THE_TOPOLOGY = Map.of(
            RejectReason.UNKNOWN_INDICATOR, "magic.beans,DK,TOTAL,2022,1.0,percent,2023-01-31,MADE",
            RejectReason.OUT_OF_RANGE, "adoption.firms.any_use,DK,TOTAL,2022,101.0,percent,2023-01-31,MADE",
            RejectReason.WRONG_UNIT, "adoption.firms.any_use,DK,TOTAL,2022,0.2,share,2023-01-31,MADE",
            RejectReason.PUBLISHED_BEFORE_PERIOD, "adoption.firms.any_use,DK,TOTAL,2030,1.0,percent,2023-01-31,MADE");
    private static final byte[] NOT_UTF8 = {(byte) 0xFF, (byte) 0xFE, ',', ',', ',', ',', ',', ',', ','};

    private final TestBroker broker;

    @TempDir
    private Path dir = Path.of("");

    BadRowsIT(TestBroker broker) {
        this.broker = broker;
    }

    private Path file() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        line(bytes, Figures.HEADER);
        line(bytes, GOOD);
        for (String bad : AT_THE_READER.values()) {
            line(bytes, bad);
        }
        bytes.write(NOT_UTF8);
        line(bytes, "");
        for (String bad : AT_THE_TOPOLOGY.values()) {
            line(bytes, bad);
        }
        line(bytes, ALSO_GOOD);
        return Files.write(dir.resolve("mixed.csv"), bytes.toByteArray());
    }

    private static void line(ByteArrayOutputStream to, String text) {
        to.writeBytes((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void eachBadRowIsKeptWithItsReasonAndTheGoodOnesArrive() throws Exception {
        try (TestSystem tidemark = TestSystem.on(broker, "rows", dir)) {
            tidemark.load(file());

            Map<RejectReason, Rejection> rejected = tidemark.contents().rejections().stream()
                    .collect(Collectors.toMap(Rejection::reason, Function.identity()));
            assertThat(rejected.keySet())
                    .containsAll(AT_THE_READER.keySet())
                    .containsAll(AT_THE_TOPOLOGY.keySet())
                    .contains(RejectReason.BAD_ENCODING)
                    .hasSize(AT_THE_READER.size() + AT_THE_TOPOLOGY.size() + 1);
            assertOriginals(rejected);
            assertThat(tidemark.penetration()).containsOnlyKeys("DK|TOTAL|penetration|firms.any_use");
            assertThat(tidemark.penetration().values())
                    .allSatisfy(e -> assertThat(e.inputs()).isEqualTo(2));
            assertThat(tidemark.counts().addUp()).isTrue();
            assertThat(tidemark.counts().rejected()).hasSize(rejected.size());
        }
    }

    private static void assertOriginals(Map<RejectReason, Rejection> rejected) {
        AT_THE_READER.forEach((reason, row) -> assertThat(original(rejected, reason))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(row));
        assertThat(original(rejected, RejectReason.BAD_ENCODING)).isEqualTo(NOT_UTF8);
        // Behind the reader a figure travels as Avro: its ids are readable in there.
        assertThat(original(rejected, RejectReason.UNKNOWN_INDICATOR))
                .asString(StandardCharsets.ISO_8859_1)
                .contains("magic.beans");
        AT_THE_TOPOLOGY.keySet().forEach(reason -> assertThat(original(rejected, reason))
                .startsWith(0xC3, 0x01));
        assertThat(rejected.values())
                .allSatisfy(r -> assertThat(r.detail()).hasLineCount(1).containsPattern("[a-z]"));
    }

    private static byte[] original(Map<RejectReason, Rejection> rejected, RejectReason reason) {
        return java.util.Objects.requireNonNull(rejected.get(reason), reason.name())
                .original();
    }

    @Test
    void bytesThatAreNoRecordOfOursAreKeptAndTheStreamGoesOn() throws Exception {
        byte[] garbage = {1, 2, 3, (byte) 0xC3, 0};
        try (TestSystem tidemark = TestSystem.on(broker, "garbage", dir)) {
            tidemark.load(new Figures().row(GOOD).in(dir, "before.csv"));
            try (KafkaProducer<byte[], byte[]> producer =
                    new KafkaProducer<>(tidemark.connection(), new ByteArraySerializer(), new ByteArraySerializer())) {
                for (byte[] value : List.of(garbage, new byte[0])) {
                    producer.send(new ProducerRecord<>(
                                    tidemark.topics().observations(), "DK".getBytes(StandardCharsets.UTF_8), value))
                            .get();
                }
            }

            tidemark.load(new Figures().row(ALSO_GOOD).in(dir, "after.csv"));

            assertThat(tidemark.contents().rejections())
                    .hasSize(2)
                    .allSatisfy(r -> assertThat(r.reason()).isEqualTo(RejectReason.MALFORMED))
                    .anySatisfy(r -> assertThat(r.original()).isEqualTo(garbage));
            assertThat(tidemark.penetration().values()).singleElement().satisfies(e -> assertThat(e.inputs())
                    .isEqualTo(2));
            assertThat(tidemark.get("/health/live").statusCode()).isEqualTo(200);
        }
    }
}
