package org.tidemark.api.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.engine.store.JudgementStore;
import org.tidemark.judge.Assessment;
import org.tidemark.judge.PartId;
import org.tidemark.judge.Supersession;

/** Judgements as they stood at an instant: what was held then may have been superseded since, or decided on. */
record JudgementSearch(JudgementQuery query, Catalogue catalogue, JudgementStore store) implements Walk<Assessment> {
    @Override
    public void each(Predicate<Assessment> wantsMore) {
        Optional<Supersession> succession =
                catalogue.recipes().releases().judging().map(Supersession::new);
        Series series = new Series(succession, wantsMore);
        query.economies().each(store::each, series::add);
        series.end();
    }

    /** Those of one indicator after the other, as the store has them in order. */
    private final class Series {
        private final Optional<Supersession> succession;
        private final Predicate<Assessment> wantsMore;
        private final List<Assessment> series = new ArrayList<>();
        private boolean more = true;

        private Series(Optional<Supersession> succession, Predicate<Assessment> wantsMore) {
            this.succession = succession;
            this.wantsMore = wantsMore;
        }

        private boolean add(Assessment judgement) {
            if (!series.isEmpty() && !isOfOne(series.get(0).part(), judgement.part())) {
                end();
            }
            series.add(judgement);
            return more;
        }

        private void end() {
            for (Assessment judgement : asOf(query.asOf())) {
                more = more && (!query.asksFor(judgement) || wantsMore.test(judgement));
            }
            series.clear();
        }

        /** Where nothing is judged there is at most what was judged before, under other rules. */
        private List<Assessment> asOf(Instant instant) {
            return succession.map(s -> s.asOf(series, instant)).orElseGet(() -> series.stream()
                    .filter(j -> !j.part().batch().published().isAfter(instant))
                    .toList());
        }
    }

    private static boolean isOfOne(PartId a, PartId b) {
        return a.economy().equals(b.economy())
                && a.indicator().equals(b.indicator())
                && a.batch().source().equals(b.batch().source());
    }
}
