package org.tidemark.api.query;

import java.util.Optional;
import org.tidemark.producers.push.PushOutcome;

/** Takes figures that are pushed, and knows what became of them. */
public interface PushDesk {
    /**
     * Publishes all of a body, or nothing; what was published under its key before is not published again.
     *
     * @return what is known of it
     * @throws PushRefusedException where nothing of it is published
     */
    PushOutcome push(PushRequest request);

    /**
     * What became of what was pushed under an id; empty where nothing was, or it is forgotten.
     *
     * @throws PushRefusedException where the cluster does not tell now
     */
    Optional<PushOutcome> find(String id);
}
