package org.tidemark.engine.table;

/** Where the engine finds its tables by name: in memory, or in the stores of a topology. */
public interface Tables extends TableReaders {
    <V> Table<V> table(String name, ValueForm<V> form);

    @Override
    default <V> TableReader<V> reader(String name, ValueForm<V> form) {
        return table(name, form);
    }
}
