package org.tidemark.bench.frame;

import java.io.IOException;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.tidemark.engine.table.Key;

/**
 * The tables of one economy as Flink's state of a key holds them: in order, since the engine walks them, and as bytes, so
 * that a checkpoint copies them and encodes nothing. Bytes are never changed, so that a copy shares them.
 */
final class ByteTables {
    private final Map<String, NavigableMap<Key, byte[]>> byName = new TreeMap<>();

    NavigableMap<Key, byte[]> named(String table) {
        return byName.computeIfAbsent(table, name -> new TreeMap<>());
    }

    /** How Flink copies and writes them. */
    static final class Serializer extends TypeSerializerSingleton<ByteTables> {
        private static final long serialVersionUID = 1L;
        static final Serializer INSTANCE = new Serializer();

        @Override
        public boolean isImmutableType() {
            return false;
        }

        @Override
        public ByteTables createInstance() {
            return new ByteTables();
        }

        @Override
        public ByteTables copy(ByteTables from) {
            ByteTables copy = new ByteTables();
            from.byName.forEach((name, table) -> copy.byName.put(name, new TreeMap<>(table)));
            return copy;
        }

        @Override
        public ByteTables copy(ByteTables from, ByteTables reuse) {
            return copy(from);
        }

        @Override
        public int getLength() {
            return -1;
        }

        @Override
        public void serialize(ByteTables tables, DataOutputView target) throws IOException {
            target.writeInt(tables.byName.size());
            for (Map.Entry<String, NavigableMap<Key, byte[]>> table : tables.byName.entrySet()) {
                target.writeUTF(table.getKey());
                target.writeInt(table.getValue().size());
                for (Map.Entry<Key, byte[]> entry : table.getValue().entrySet()) {
                    write(target, entry.getKey().bytes());
                    write(target, entry.getValue());
                }
            }
        }

        private static void write(DataOutputView target, byte[] bytes) throws IOException {
            target.writeInt(bytes.length);
            target.write(bytes);
        }

        @Override
        public ByteTables deserialize(DataInputView source) throws IOException {
            ByteTables tables = new ByteTables();
            int names = source.readInt();
            for (int i = 0; i < names; i++) {
                NavigableMap<Key, byte[]> table = tables.named(source.readUTF());
                int entries = source.readInt();
                for (int j = 0; j < entries; j++) {
                    table.put(Key.of(read(source)), read(source));
                }
            }
            return tables;
        }

        private static byte[] read(DataInputView source) throws IOException {
            byte[] bytes = new byte[source.readInt()];
            source.readFully(bytes);
            return bytes;
        }

        @Override
        public ByteTables deserialize(ByteTables reuse, DataInputView source) throws IOException {
            return deserialize(source);
        }

        @Override
        public void copy(DataInputView source, DataOutputView target) throws IOException {
            serialize(deserialize(source), target);
        }

        @Override
        public TypeSerializerSnapshot<ByteTables> snapshotConfiguration() {
            return new Snapshot();
        }
    }

    /** What Flink writes of the serializer itself. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<ByteTables> {
        public Snapshot() {
            super(Snapshot::serializer);
        }

        private static TypeSerializer<ByteTables> serializer() {
            return Serializer.INSTANCE;
        }
    }
}
