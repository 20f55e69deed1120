package org.tidemark.producers.load;

import java.time.Instant;
import java.util.Set;
import org.tidemark.release.Load;
import org.tidemark.series.Event;
import org.tidemark.validate.Rejection;

/** Where a load goes, and where it asks what went before. */
public interface LoadTarget {
    PastLoads pastLoads();

    /** What was sent before of some sources; asked only for those that send only changes. */
    PastFigures pastFigures(Set<String> sources);

    /** Notes that a load has begun, or that it has ended when it is closed. */
    void note(Load load);

    void send(Event event);

    /**
     * Says, on every partition, that all of an instant and of those before it has been sent.
     *
     * @param last whether nothing follows in this run
     */
    void closed(Instant published, boolean last);

    void reject(Rejection rejection);

    /** Returns when everything sent has been acknowledged. */
    void flush();
}
