package org.tidemark.producers.kafka;

import org.tidemark.producers.load.LoadTarget;

/** Where a log is played to: besides what a load sends it takes records as they are. */
public interface RelayTarget extends LoadTarget {
    /** Sends a record as it is, readable or not. */
    void relay(TopicRecord record);
}
