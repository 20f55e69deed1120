package org.tidemark.engine.table;

/** Where tables are found by name, for reading. */
public interface TableReaders {
    <V> TableReader<V> reader(String name, ValueForm<V> form);
}
