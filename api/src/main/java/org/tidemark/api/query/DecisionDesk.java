package org.tidemark.api.query;

import java.util.List;
import org.tidemark.judge.PartId;

/** Takes decisions on releases that are held, and sends them on. */
@FunctionalInterface
public interface DecisionDesk {
    /** Sends a decision on each part that it is about; empty where nothing that is held matches. */
    List<PartId> decide(DecisionRequest request);
}
