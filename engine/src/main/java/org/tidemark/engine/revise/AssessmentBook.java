package org.tidemark.engine.revise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
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
    private final JudgementStore store;
    private final String economy;
    private final String source;
    private final Map<String, SortedMap<PartId, Assessment>> read = new HashMap<>();
    private final SortedMap<PartId, Assessment> entered = new TreeMap<>();

    AssessmentBook(JudgementStore store, String economy, String source) {
        this.store = store;
        this.economy = economy;
        this.source = source;
    }

    /** Judgements of one indicator, in order of publication. */
    List<Assessment> of(String indicator) {
        return new ArrayList<>(cached(indicator).values());
    }

    Optional<Assessment> of(PartId part) {
        return Optional.ofNullable(cached(part.indicator()).get(part));
    }

    /** Judgements of one indicator that were published before an instant, in order. */
    List<Assessment> before(String indicator, Instant published) {
        return of(indicator).stream()
                .filter(j -> j.part().batch().published().isBefore(published))
                .toList();
    }

    /** Whether something is kept from being believed that was published of an indicator at an instant. */
    boolean isWithheld(String indicator, Instant published) {
        return cached(indicator).values().stream()
                .anyMatch(j ->
                        j.status().isWithheld() && j.part().batch().published().equals(published));
    }

    /**
     * From when an indicator is to be judged again if something changes at an instant: what a part at that instant or later
     * has confirmed was held until then.
     */
    Instant unsettledFrom(String indicator, Instant instant) {
        Instant from = instant;
        for (int i = of(indicator).size() - 1; i >= 0; i--) {
            Assessment judged = of(indicator).get(i);
            Instant by = judged.confirmedAt();
            Instant published = judged.part().batch().published();
            from = by != null && !by.isBefore(from) && published.isBefore(from) ? published : from;
        }
        return from;
    }

    private SortedMap<PartId, Assessment> cached(String indicator) {
        return read.computeIfAbsent(indicator, i -> {
            SortedMap<PartId, Assessment> byPart = new TreeMap<>();
            store.of(economy, source, i).forEach(j -> byPart.put(j.part(), j));
            return byPart;
        });
    }

    /** Enters a judgement, unless it is there already. */
    void enter(Assessment judgement) {
        if (judgement.equals(cached(judgement.part().indicator()).put(judgement.part(), judgement))) {
            return;
        }
        store.put(judgement);
        entered.put(judgement.part(), judgement);
    }

    /** Forgets a judgement that there is nothing left to make of. */
    void drop(PartId part) {
        Assessment dropped = cached(part.indicator()).remove(part);
        if (dropped != null) {
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
