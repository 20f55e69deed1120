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

class JoinedStoreTest {
    private final KeyValueStore<Bytes, byte[]> economies = OpenStore.named("estimates");
    private final KeyValueStore<Bytes, byte[]> panels = OpenStore.named("panel-estimates");
    private final JoinedStore joined = new JoinedStore(List.of(economies, panels));

    JoinedStoreTest() {
        economies.put(key("a1"), new byte[] {1});
        economies.put(key("a2"), new byte[] {2});
        panels.put(key("b1"), new byte[] {3});
        panels.put(key("a3"), new byte[] {4});
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
        assertThat(joined.get(key("a2"))).containsExactly(2);
        assertThat(joined.get(key("b1"))).containsExactly(3);
        assertThat(joined.get(key("c"))).isNull();
        assertThat(joined.approximateNumEntries()).isEqualTo(4);
    }

    @Test
    void oneStoreFollowsTheOther() {
        assertThat(values(joined.all())).containsExactly(1, 2, 4, 3);
        assertThat(values(joined.reverseAll())).containsExactly(2, 1, 3, 4);
        assertThat(values(joined.range(key("a2"), key("a9")))).containsExactly(2, 4);
        assertThat(values(joined.reverseRange(key("a1"), key("a9")))).containsExactly(2, 1, 4);
        assertThat(values(joined.prefixScan(key("a"), new BytesSerializer()))).containsExactly(1, 2, 4);
    }

    @Test
    void theNextKeyIsSeenWithoutTakingItAndTheEndIsAnEnd() {
        try (KeyValueIterator<Bytes, byte[]> range = joined.range(key("b"), key("c"))) {
            assertThat(range.peekNextKey()).isEqualTo(key("b1"));
            assertThat(range.next().value).containsExactly(3);
            assertThat(range.hasNext()).isFalse();
            assertThatThrownBy(range::next).isInstanceOf(NoSuchElementException.class);
        }
    }
}
