package org.tidemark.api.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tidemark.producers.push.PushForm;
import org.tidemark.producers.push.PushOutcome;
import org.tidemark.producers.push.Pushed;
import org.tidemark.producers.push.RefusedRow;
import org.tidemark.revise.Outcome;
import org.tidemark.validate.RejectReason;

/** What became of what was pushed, for whoever pushed it. */
final class PushedJson {
    private PushedJson() {}

    static Map<String, Object> of(PushOutcome outcome) {
        Pushed pushed = outcome.pushed();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("release", pushed.id());
        shown.put("status", outcome.isJudged() ? "judged" : "pending");
        shown.put("received_at", pushed.receivedAt().toString());
        shown.put("by", pushed.by());
        shown.put("sent", pushed.sent());
        shown.put("releases", pushed.releases());
        shown.put("judged", outcome.judged());
        SortedMap<RejectReason, Long> rejected = new TreeMap<>(pushed.rejected());
        outcome.rejected().forEach((reason, n) -> rejected.merge(reason, n, Long::sum));
        shown.put("counts", counts(outcome.outcomes(), total(rejected)));
        shown.put("skipped", lower(pushed.skipped()));
        shown.put("reasons", lower(rejected));
        shown.put("rows", rows(outcome));
        shown.put("remarks", pushed.remarks());
        return shown;
    }

    private static long total(SortedMap<RejectReason, Long> rejected) {
        return rejected.values().stream().mapToLong(Long::longValue).sum();
    }

    /** All of them, so that nobody has to ask whether an absent one is none. */
    private static Map<String, Long> counts(SortedMap<Outcome, Long> outcomes, long rejected) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("accepted", outcomes.getOrDefault(Outcome.ACCEPTED, 0L));
        counts.put("duplicate", outcomes.getOrDefault(Outcome.DUPLICATE, 0L));
        counts.put("revised", outcomes.getOrDefault(Outcome.REVISED, 0L));
        counts.put("late", outcomes.getOrDefault(Outcome.LATE, 0L));
        counts.put("withdrawn", outcomes.getOrDefault(Outcome.WITHDRAWN, 0L));
        counts.put("held", outcomes.getOrDefault(Outcome.QUARANTINED, 0L));
        counts.put("rejected", rejected);
        return counts;
    }

    private static Map<String, Long> lower(SortedMap<?, Long> counts) {
        Map<String, Long> lower = new LinkedHashMap<>();
        counts.forEach((name, n) -> lower.put(name.toString().toLowerCase(Locale.ROOT), n));
        return lower;
    }

    private static List<Map<String, Object>> rows(PushOutcome outcome) {
        PushForm form = outcome.pushed().form();
        List<RefusedRow> all = new ArrayList<>(outcome.pushed().refused());
        all.addAll(outcome.refused());
        return all.stream()
                .limit(Pushed.ROWS_MAX)
                .map(row -> {
                    Map<String, Object> shown = new LinkedHashMap<>();
                    shown.put("row", form.row(row.line()));
                    shown.put("reason", row.reason().name().toLowerCase(Locale.ROOT));
                    shown.put("detail", row.detail());
                    return shown;
                })
                .toList();
    }
}
