package org.tidemark.producers.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpillFileTest {
    private static final int LARGER_THAN_ITS_BUFFER = 600_000;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatIsWrittenIsReadInAnyOrderAndTheFileGoes() throws Exception {
        List<TopicRecord> records = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            records.add(new TopicRecord(i % 4, i, bytes(2, i), bytes(200, i)));
        }
        records.add(17, new TopicRecord(0, 1, null, bytes(5, 1)));
        records.add(18, new TopicRecord(0, 2, bytes(3, 1), null));
        records.add(1_000, new TopicRecord(1, 3, bytes(0, 0), bytes(LARGER_THAN_ITS_BUFFER, 7)));
        try (SpillFile spill = SpillFile.in(folder)) {
            List<Long> places = new ArrayList<>();
            for (TopicRecord record : records) {
                places.add(spill.append(record));
            }
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < records.size(); i++) {
                order.add((i * 1_009) % records.size());
            }
            Collections.addAll(order, 0, 1, records.size() - 1);

            for (int i : order) {
                TopicRecord read = spill.read(places.get(i));

                assertThat(read.partition()).isEqualTo(records.get(i).partition());
                assertThat(read.timestamp()).isEqualTo(records.get(i).timestamp());
                assertThat(same(read.key(), records.get(i).key())).isTrue();
                assertThat(same(read.value(), records.get(i).value())).isTrue();
            }
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    private static boolean same(byte @Nullable [] one, byte @Nullable [] other) {
        return Arrays.equals(one, other);
    }

    private static byte[] bytes(int count, int seed) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) (i * 31 + seed);
        }
        return bytes;
    }
}
