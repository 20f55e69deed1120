package org.tidemark.standalone.withdraw;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.BatchId;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;
import org.tidemark.series.Withdrawal;

/**
 * What somebody takes back, or lets count again.
 *
 * @param figure the figure in question; null for releases as a whole
 * @param meant the statements, in order of publication
 * @param action what is to become of them
 * @param by who says so
 * @param reason why, in prose
 * @param now the instant of the command
 */
public record WithdrawalPlan(
        @Nullable FigureId figure,
        List<Observation> meant,
        Withdrawal.Action action,
        String by,
        String reason,
        Instant now) {
    /** Publication is the end of a day: what is withdrawn on its own day is withdrawn just after it. */
    private static final Duration DAY = Duration.ofDays(1);

    public WithdrawalPlan {
        meant = List.copyOf(meant);
    }

    /** One word for each release and economy, or for each release that speaks of the figure. */
    public List<Withdrawal> words() {
        Map<String, Withdrawal> words = new TreeMap<>();
        for (Observation o : meant) {
            BatchId batch = o.batch();
            words.putIfAbsent(
                    o.economy() + " " + batch,
                    new Withdrawal(o.economy(), batch, figure, action, by, reason, at(batch.published())));
        }
        return List.copyOf(words.values());
    }

    private Instant at(Instant published) {
        boolean today = published.isAfter(now) && !published.isAfter(now.plus(DAY));
        return today ? published.plusMillis(1) : now;
    }
}
