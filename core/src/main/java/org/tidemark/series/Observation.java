package org.tidemark.series;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One figure as one release stated it: a vintage.
 *
 * @param figure series and reference period
 * @param value in {@code unit}; null when the publisher withdraws the figure
 * @param standardError in {@code unit}, not negative; null when not published
 * @param unit unit of value and standard error, as the catalogue names it
 * @param basis how {@code batch.published()} is known
 * @param status SDMX observation status
 * @param batch the release within its load
 * @param ordinal position within the batch and economy, from 0; makes counting safe against repetition
 * @param receivedAt when we first saw it; feeds no estimate
 * @param note prose of the publisher or of ours
 * @param place where it was read: file and line; null when nobody noted it
 */
public record Observation(
        FigureId figure,
        @Nullable Double value,
        @Nullable Double standardError,
        String unit,
        PublishedBasis basis,
        ObservationStatus status,
        BatchId batch,
        int ordinal,
        Instant receivedAt,
        @Nullable String note,
        @Nullable String place)
        implements Event {
    public Observation {
        if (value != null && !Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "%s: value %s is not a finite number; leave it out to withdraw".formatted(figure, value));
        }
        if (standardError != null && !(standardError >= 0 && Double.isFinite(standardError))) {
            throw new IllegalArgumentException(
                    "%s: standard error %s; it must be finite and not negative".formatted(figure, standardError));
        }
        if (ordinal < 0) {
            throw new IllegalArgumentException("%s: ordinal %d; it counts from 0".formatted(figure, ordinal));
        }
        if (!figure.series().source().equals(batch.source())) {
            throw new IllegalArgumentException(
                    "%s comes in a batch of %s; a batch has one source".formatted(figure, batch.source()));
        }
    }

    /** One of which nobody noted where it was read. */
    public Observation(
            FigureId figure,
            @Nullable Double value,
            @Nullable Double standardError,
            String unit,
            PublishedBasis basis,
            ObservationStatus status,
            BatchId batch,
            int ordinal,
            Instant receivedAt,
            @Nullable String note) {
        this(figure, value, standardError, unit, basis, status, batch, ordinal, receivedAt, note, null);
    }

    /** The same statement, as another load of its source carries it. */
    public Observation in(BatchId other) {
        return new Observation(
                figure, value, standardError, unit, basis, status, other, ordinal, receivedAt, note, place);
    }

    /** The instant the world could know it, and the timestamp of the Kafka record. */
    public Instant published() {
        return batch.published();
    }

    @Override
    public String economy() {
        return figure.series().economy();
    }
}
