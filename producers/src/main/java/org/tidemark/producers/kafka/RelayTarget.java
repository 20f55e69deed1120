package org.tidemark.producers.kafka;

import org.tidemark.producers.load.LoadTarget;
import org.tidemark.series.Watermark;

/** Where a log is played to: besides what a load sends it takes records as they are. */
public interface RelayTarget extends LoadTarget {
    /** Sends a record as it is, readable or not. */
    void relay(TopicRecord record);

    /** How many partitions the observations have. */
    int partitions();

    /** Says on one partition what {@link #closed} says on every one. */
    void closed(Watermark closing);
}
