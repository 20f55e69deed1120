package org.tidemark.engine.store;

/**
 * Which half of the flow a store belongs to. Both keep estimates, news and alerts, each where its own task can write them;
 * to who asks they are one.
 */
public enum StorePlace {
    /** On the partition of the economy. */
    ECONOMIES(""),
    /** On the one partition of what crosses economies. */
    PANELS("panel-"),
    /** On the partition of the topic of what is refused; its stores are in no other place. */
    REJECTED("");

    private final String prefix;

    StorePlace(String prefix) {
        this.prefix = prefix;
    }

    /** A store's name here. */
    public String of(String name) {
        return prefix + name;
    }
}
