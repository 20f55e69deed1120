package org.tidemark.streams.topology;

import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Where state lives between two records; the changelog holds it either way. */
public enum StoreKind {
    /** On disk (RocksDB): state of any size, at hand at once after a restart. */
    DISK,
    /** In memory: for a run that begins empty and ends, such as a replay. */
    MEMORY;

    StoreBuilder<KeyValueStore<Bytes, byte[]>> builder(String name) {
        KeyValueBytesStoreSupplier supplier =
                this == DISK ? Stores.persistentKeyValueStore(name) : Stores.inMemoryKeyValueStore(name);
        // No cache: the Processor API forwards what it will, so a cache would only thin the changelog, and it costs
        // memory.
        return Stores.keyValueStoreBuilder(supplier, Serdes.Bytes(), Serdes.ByteArray())
                .withCachingDisabled()
                .withLoggingEnabled(Map.of());
    }
}
