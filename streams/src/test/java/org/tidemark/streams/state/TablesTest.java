package org.tidemark.streams.state;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.engine.store.EngineTable;
import org.tidemark.engine.store.InstantStore;
import org.tidemark.engine.table.MemoryTables;
import org.tidemark.engine.table.Table;
import org.tidemark.engine.table.Tables;
import org.tidemark.engine.table.ValueForm;

/** The tables of a task, over both kinds of store, and those in the heap: all keep one contract. */
class TablesTest {
    @Nested
    class InTheHeap extends TablesContract {
        @Override
        protected Tables tables(String name) {
            return new MemoryTables();
        }
    }

    private abstract static class OverAStore extends TablesContract {
        @TempDir
        private File dir = new File("");

        private final List<KeyValueStore<Bytes, byte[]>> open = new ArrayList<>();

        abstract KeyValueBytesStoreSupplier kind(String name);

        @Override
        protected Tables tables(String name) {
            MockProcessorContext<Void, Void> context =
                    new MockProcessorContext<>(new Properties(), new TaskId(0, 0), dir);
            KeyValueStore<Bytes, byte[]> store = Stores.keyValueStoreBuilder(
                            kind(EngineTable.slot(name).store()), Serdes.Bytes(), Serdes.ByteArray())
                    .withLoggingDisabled()
                    .withCachingDisabled()
                    .build();
            store.init(context.getStateStoreContext(), store);
            context.addStateStore(store);
            open.add(store);
            return filled(store, new KafkaTables(context));
        }

        Tables filled(KeyValueStore<Bytes, byte[]> store, Tables tables) {
            return tables;
        }

        @AfterEach
        void close() {
            open.forEach(KeyValueStore::close);
        }
    }

    @Nested
    class InMemory extends OverAStore {
        @Override
        KeyValueBytesStoreSupplier kind(String name) {
            return Stores.inMemoryKeyValueStore(name);
        }
    }

    @Nested
    class OnDisk extends OverAStore {
        @Override
        KeyValueBytesStoreSupplier kind(String name) {
            return Stores.persistentKeyValueStore(name);
        }
    }

    /** One table of a store between two others, whose keys are the smallest and the largest that there are. */
    @Nested
    class AmongOthers extends OverAStore {
        @Override
        KeyValueBytesStoreSupplier kind(String name) {
            return Stores.persistentKeyValueStore(name);
        }

        @Override
        protected Tables tables(String name) {
            Tables shared = super.tables(InstantStore.NAME);
            return new Tables() {
                @Override
                public <V> Table<V> table(String asked, ValueForm<V> form) {
                    return shared.table(InstantStore.NAME, form);
                }
            };
        }

        @Override
        Tables filled(KeyValueStore<Bytes, byte[]> store, Tables tables) {
            int mark = EngineTable.slot(InstantStore.NAME).mark();
            store.put(MarkedStore.marked(mark - 1, new byte[] {-1, -1, -1}), new byte[] {1});
            store.put(MarkedStore.marked(mark + 1, new byte[] {0}), new byte[] {1});
            return tables;
        }
    }
}
