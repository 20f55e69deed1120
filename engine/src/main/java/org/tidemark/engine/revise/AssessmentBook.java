package org.tidemark.engine.revise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tidemark.engine.store.JudgementStore;
import org.tidemark.judge.Assessment;
import org.tidemark.judge.PartId;

/** The judgements of one source in one economy while a release is applied. */
final class AssessmentBook {
    private static final Comparator<Assessment> BY_PART = Comparator.comparing(Assessment::part);

    private final JudgementStore store;
    private final String economy;
    private final String source;
    /** By indicator, in the order of publication: read in that order and seldom changed but at the end. */
    private final Map<String, List<Assessment>> read = new HashMap<>();

    private final SortedMap<PartId, Assessment> entered = new TreeMap<>();

    AssessmentBook(JudgementStore store, String economy, String source) {
        this.store = store;
        this.economy = economy;
        this.source = source;
    }

    /** Judgements of one indicator, in order of publication. */
    List<Assessment> of(String indicator) {
        return List.copyOf(cached(indicator));
    }

    Optional<Assessment> of(PartId part) {
        List<Assessment> all = cached(part.indicator());
        int at = find(all, part);
        return at < 0 ? Optional.empty() : Optional.of(all.get(at));
    }

    /** Judgements of one indicator that were published before an instant, in order. */
    List<Assessment> before(String indicator, Instant published) {
        // They are in the order of publication.
        return cached(indicator).stream().takeWhile(j -> isBefore(j, published)).toList();
    }

    /** Judgements of one indicator that were published at an instant or later, the latest first: most often few of many. */
    List<Assessment> since(String indicator, Instant published) {
        List<Assessment> since = new ArrayList<>();
        List<Assessment> all = cached(indicator);
        for (int i = all.size() - 1; i >= 0 && !isBefore(all.get(i), published); i--) {
            since.add(all.get(i));
        }
        return since;
    }

    /** Whether something is kept from being believed that was published of an indicator at an instant. */
    boolean isWithheld(String indicator, Instant published) {
        return since(indicator, published).stream()
                .anyMatch(j ->
                        j.status().isWithheld() && j.part().batch().published().equals(published));
    }

    /**
     * From when an indicator is to be judged again if something changes at an instant: what a part at that instant or later
     * has confirmed was held until then.
     */
    Instant unsettledFrom(String indicator, Instant instant) {
        Instant from = instant;
        List<Assessment> all = cached(indicator);
        for (int i = all.size() - 1; i >= 0; i--) {
            Assessment judged = all.get(i);
            Instant by = judged.confirmedAt();
            Instant published = judged.part().batch().published();
            from = by != null && !by.isBefore(from) && published.isBefore(from) ? published : from;
        }
        return from;
    }

    private static boolean isBefore(Assessment judged, Instant published) {
        return judged.part().batch().published().isBefore(published);
    }

    private List<Assessment> cached(String indicator) {
        return read.computeIfAbsent(indicator, i -> {
            List<Assessment> all = new ArrayList<>(store.of(economy, source, i));
            all.sort(BY_PART);
            return all;
        });
    }

    /** Its place; where it is missing, one less than the negative of where it would be. */
    private static int find(List<Assessment> all, PartId part) {
        int from = 0;
        int to = all.size() - 1;
        while (from <= to) {
            int middle = (from + to) >>> 1;
            int order = all.get(middle).part().compareTo(part);
            if (order == 0) {
                return middle;
            }
            from = order < 0 ? middle + 1 : from;
            to = order < 0 ? to : middle - 1;
        }
        return -from - 1;
    }

    /** Enters a judgement, unless it is there already. */
    void enter(Assessment judgement) {
        List<Assessment> all = cached(judgement.part().indicator());
        int at = find(all, judgement.part());
        if (at < 0) {
            all.add(-at - 1, judgement);
        } else if (judgement.equals(all.set(at, judgement))) {
            return;
        }
        store.put(judgement);
        entered.put(judgement.part(), judgement);
    }

    /** Forgets a judgement that there is nothing left to make of. */
    void drop(PartId part) {
        List<Assessment> all = cached(part.indicator());
        int at = find(all, part);
        if (at >= 0) {
            Assessment dropped = all.remove(at);
            store.delete(part);
            // Whoever was told of it is told that it is gone.
            entered.put(part, dropped.with(Assessment.Status.ACCEPTED, "nothing is left of it to judge"));
        }
    }

    /** What was entered, each part once, in order. */
    Collection<Assessment> entered() {
        return entered.values();
    }
}
