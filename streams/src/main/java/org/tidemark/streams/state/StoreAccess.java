package org.tidemark.streams.state;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.tidemark.engine.table.TableReader;
import org.tidemark.engine.table.TableReaders;
import org.tidemark.engine.table.ValueForm;

/** Where queries find the stores of the running topology. */
@FunctionalInterface
public interface StoreAccess extends TableReaders {
    /**
     * A store by name, for reading; good for one query, since a rebalance closes it.
     *
     * @throws StoresUnavailableException while stores are being restored or moved
     */
    ReadOnlyKeyValueStore<Bytes, byte[]> store(String name);

    @Override
    default <V> TableReader<V> reader(String name, ValueForm<V> form) {
        return new KafkaTableReader<>(store(name), form);
    }
}
