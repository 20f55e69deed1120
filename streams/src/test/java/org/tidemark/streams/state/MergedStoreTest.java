package org.tidemark.streams.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

class MergedStoreTest {
    private final KeyValueStore<Bytes, byte[]> economies = OpenStore.named("estimates");
    private final KeyValueStore<Bytes, byte[]> panels = OpenStore.named("panel-estimates");
    private final MergedStore merged = new MergedStore(List.of(economies, panels));

    MergedStoreTest() {
        economies.put(key("a1"), new byte[] {1});
        economies.put(key("a2"), new byte[] {2});
        panels.put(key("b1"), new byte[] {3});
        panels.put(key("a15"), new byte[] {4});
    }

    private static Bytes key(String text) {
        return Bytes.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Integer> values(KeyValueIterator<Bytes, byte[]> range) {
        List<Integer> values = new ArrayList<>();
        try (range) {
            range.forEachRemaining(entry -> values.add((int) entry.value[0]));
        }
        return values;
    }

    @Test
    void whatIsInAnyIsFound() {
        assertThat(merged.get(key("a2"))).containsExactly(2);
        assertThat(merged.get(key("b1"))).containsExactly(3);
        assertThat(merged.get(key("c"))).isNull();
        assertThat(merged.approximateNumEntries()).isEqualTo(4);
    }

    @Test
    void entriesAreInTheOrderOfTheirKeysWhicheverStoreHasThem() {
        assertThat(values(merged.all())).containsExactly(1, 4, 2, 3);
        assertThat(values(merged.reverseAll())).containsExactly(3, 2, 4, 1);
        assertThat(values(merged.range(key("a2"), key("a9")))).containsExactly(2);
        assertThat(values(merged.reverseRange(key("a1"), key("a9")))).containsExactly(2, 4, 1);
        assertThat(values(merged.prefixScan(key("a"), new BytesSerializer()))).containsExactly(1, 4, 2);
    }

    @Test
    void theNextKeyIsSeenWithoutTakingItAndTheEndIsAnEnd() {
        try (KeyValueIterator<Bytes, byte[]> range = merged.range(key("b"), key("c"))) {
            assertThat(range.peekNextKey()).isEqualTo(key("b1"));
            assertThat(range.next().value).containsExactly(3);
            assertThat(range.hasNext()).isFalse();
            assertThatThrownBy(range::next).isInstanceOf(NoSuchElementException.class);
        }
    }
}
