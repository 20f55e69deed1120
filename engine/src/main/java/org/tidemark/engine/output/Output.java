package org.tidemark.engine.output;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.alert.AlertEvent;
import org.tidemark.estimate.Estimate;
import org.tidemark.judge.Assessment;
import org.tidemark.news.News;
import org.tidemark.release.ReleaseOutcome;
import org.tidemark.revise.ValueChange;
import org.tidemark.series.Watermark;
import org.tidemark.validate.Rejection;

/** What the engine says to the outside. */
public sealed interface Output {
    /** The event time under which it is said. */
    Instant at();

    /** An estimate says something new; one without inputs is withdrawn. */
    record Estimated(Estimate estimate) implements Output {
        @Override
        public Instant at() {
            return estimate.asOf();
        }
    }

    /** Why an estimate moved. */
    record Explained(News news) implements Output {
        @Override
        public Instant at() {
            return news.asOf();
        }
    }

    /** An alert was raised, cleared or retracted. */
    record Alerted(AlertEvent event) implements Output {
        @Override
        public Instant at() {
            return event.asOf();
        }
    }

    /**
     * A record is refused.
     *
     * @param key of the record as it was received, cut to a bound
     */
    // The bytes are passed on and never compared.
    @SuppressWarnings("ArrayRecordComponent")
    record Refused(byte @Nullable [] key, Rejection rejection, Instant at) implements Output {}

    /** A release was applied in one economy. */
    record Applied(ReleaseOutcome outcome, Instant at) implements Output {}

    /** A part of a release was judged, or judged again. */
    record Assessed(Assessment judgement, Instant at) implements Output {}

    /** A figure that is compared across economies has changed. */
    record PanelChange(String economy, ValueChange change, Instant at) implements Output {}

    /** A partition has said all of an instant that is compared across economies. */
    record PanelWatermark(Watermark closing, Instant at) implements Output {}
}
