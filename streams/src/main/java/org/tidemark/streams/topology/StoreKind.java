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

    /**
     * A store.
     *
     * @param comesAndGoes whether entries are deleted or written again soon after: what is gone by the commit then costs the
     *     changelog a deletion and no value
     */
    StoreBuilder<KeyValueStore<Bytes, byte[]>> builder(String name, boolean comesAndGoes) {
        KeyValueBytesStoreSupplier supplier =
                this == DISK ? Stores.persistentKeyValueStore(name) : Stores.inMemoryKeyValueStore(name);
        StoreBuilder<KeyValueStore<Bytes, byte[]>> builder = Stores.keyValueStoreBuilder(
                        supplier, Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingEnabled(Map.of());
        // The Processor API forwards what it will, so that a cache only thins the changelog: none where every entry
        // stays.
        return comesAndGoes ? builder.withCachingEnabled() : builder.withCachingDisabled();
    }
}
