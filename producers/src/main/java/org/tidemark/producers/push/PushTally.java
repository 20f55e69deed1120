package org.tidemark.producers.push;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.producers.load.BatchKey;
import org.tidemark.producers.load.LoadReport;
import org.tidemark.producers.load.LoadTarget;
import org.tidemark.producers.load.PastFigures;
import org.tidemark.producers.load.PastLoads;
import org.tidemark.release.Load;
import org.tidemark.series.Event;
import org.tidemark.series.ReleaseEnd;
import org.tidemark.validate.RejectReason;
import org.tidemark.validate.Rejection;

/** Passes on what a body comes to, and counts it. */
public final class PushTally implements LoadTarget {
    private final LoadTarget target;
    private final Set<BatchKey> releases = new HashSet<>();
    private final SortedMap<RejectReason, Long> rejected = new TreeMap<>();
    private final List<RefusedRow> refused = new ArrayList<>();
    private @Nullable String load;
    private long sent;

    public PushTally(LoadTarget target) {
        this.target = target;
    }

    /** Where its offsets begin, and who sent it. */
    public record Sender(
            String by,
            String body,
            PushForm form,
            SortedMap<Integer, Long> outcomesFrom,
            SortedMap<Integer, Long> refusalsFrom) {}

    /** What was counted, once all has been sent. */
    public Pushed pushed(String id, Instant receivedAt, Sender sender, LoadReport report) {
        SortedMap<String, Long> skipped = new TreeMap<>();
        report.loads().forEach(part -> part.skipped().forEach((reason, n) -> skipped.merge(reason, n, Long::sum)));
        return new Pushed(
                id,
                receivedAt,
                sender.by(),
                sender.body(),
                sender.form(),
                load,
                sent,
                releases.size(),
                skipped,
                rejected,
                refused,
                report.remarks().stream().limit(Pushed.ROWS_MAX).toList(),
                sender.outcomesFrom(),
                sender.refusalsFrom());
    }

    /** Whether there was any row. */
    public boolean isEmpty() {
        return sent == 0 && rejected.isEmpty();
    }

    @Override
    public PastLoads pastLoads() {
        return target.pastLoads();
    }

    @Override
    public PastFigures pastFigures(Set<String> sources) {
        return target.pastFigures(sources);
    }

    @Override
    public void note(Load noted) {
        target.note(noted);
    }

    @Override
    public void send(Event event) {
        if (event instanceof ReleaseEnd closing) {
            releases.add(new BatchKey(closing.economy(), closing.batch()));
            load = closing.batch().load();
            sent += closing.sent();
        }
        target.send(event);
    }

    @Override
    public void closed(Instant published, boolean last) {
        target.closed(published, last);
    }

    @Override
    public void reject(Rejection rejection) {
        rejected.merge(rejection.reason(), 1L, Long::sum);
        if (refused.size() < Pushed.ROWS_MAX) {
            refused.add(RefusedRow.of(rejection));
        }
        target.reject(rejection);
    }

    @Override
    public void flush() {
        target.flush();
    }
}
