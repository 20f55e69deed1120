package org.tidemark.engine.store;

/**
 * A store that several small tables lie in, each behind a byte of its own: a store costs a topic, files and a share of every
 * start, whatever is in it.
 */
enum SharedStore {
    /** What has arrived and is being worked on. */
    INTAKE("intake"),
    /** How each cell and its alerts stand. */
    CELLS("cell-state");

    private final String storeName;

    SharedStore(String storeName) {
        this.storeName = storeName;
    }

    String in(StorePlace place) {
        return place.of(storeName);
    }
}
