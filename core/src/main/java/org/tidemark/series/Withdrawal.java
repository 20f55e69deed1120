package org.tidemark.series;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's word that something was loaded wrongly: what one release said of one economy counts no longer from an instant
 * on, or counts again. It lies on the log like the figures, so that a replay knows it too.
 *
 * @param economy whose part of the release
 * @param batch the release within its load that said it
 * @param figure which figure of it; null for all
 * @param action what is to become of it
 * @param by who says so
 * @param reason why, in prose
 * @param at from when on it counts no longer, and the timestamp of the Kafka record
 */
public record Withdrawal(
        String economy, BatchId batch, @Nullable FigureId figure, Action action, String by, String reason, Instant at)
        implements Event {
    /** What a release is called in news and alerts where it is withdrawn by hand. */
    public static final String BY_HAND = "withdrawn by hand: ";

    /** What is to become of a statement. */
    public enum Action {
        WITHDRAW,
        RESTORE
    }

    /** Whether it is about a statement. */
    public boolean isOf(Observation said) {
        return said.batch().equals(batch) && (figure == null || figure.equals(said.figure()));
    }

    /** In a sentence, for whoever looks at what it is about. */
    public String sentence() {
        return "withdrawn by hand at %s by %s: %s".formatted(at, by, reason);
    }
}
