package org.tidemark.streams.state;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Where queries find the stores of the running topology. */
@FunctionalInterface
public interface StoreAccess {
    /**
     * A store by name, for reading; good for one query, since a rebalance closes it.
     *
     * @throws StoresUnavailableException while stores are being restored or moved
     */
    ReadOnlyKeyValueStore<Bytes, byte[]> store(String name);
}
