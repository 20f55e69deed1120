package org.tidemark.engine.table;

/** One entry of a table. A table may decode the value only when it is asked for, and again each time. */
public interface Entry<V> {
    Key key();

    V value();
}
