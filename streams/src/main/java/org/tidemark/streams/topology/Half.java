package org.tidemark.streams.topology;

import org.tidemark.engine.store.StorePlace;

/** A half of the flow: what its processor, its sinks and its tasks are called. */
enum Half {
    ECONOMIES(StorePlace.ECONOMIES, "economies"),
    PANELS(StorePlace.PANELS, "panels");

    private final StorePlace place;
    private final String processor;

    Half(StorePlace place, String processor) {
        this.place = place;
        this.processor = processor;
    }

    /** The one processor. */
    String processor() {
        return "engine-of-" + processor;
    }

    String taskName() {
        return processor;
    }

    String sink(String topic) {
        return place.of("to-" + topic);
    }
}
