package org.tidemark.engine.revise;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.engine.revise.ReleasePart.Standing;
import org.tidemark.engine.store.PendingStore.Place;
import org.tidemark.judge.Assessment;
import org.tidemark.judge.PartId;
import org.tidemark.series.FigureId;
import org.tidemark.series.QuarantineDecision;
import org.tidemark.series.ReleaseEnd;
import org.tidemark.series.Withdrawal;

/** Decides which indicators of a release are held, and settles what comes after it when it came late. */
final class ReleaseScreening {
    private final VintageBook ledger;
    private final AssessmentBook docket;
    private final ReleaseEnd closing;
    private final Verdicts judging;
    private final boolean afterAll;
    private final Set<String> held = new HashSet<>();
    private final Set<String> late = new HashSet<>();

    /**
     * One for a release; a catalogue without rules judges nothing.
     *
     * @param newest when its source published last of its economy; null when it never did
     */
    ReleaseScreening(
            Catalogue catalogue,
            VintageBook ledger,
            AssessmentBook docket,
            ReleaseEnd closing,
            @Nullable Instant newest) {
        this.ledger = ledger;
        this.afterAll = newest == null || newest.isBefore(closing.batch().published());
        this.docket = docket;
        this.closing = closing;
        this.judging = catalogue
                .recipes()
                .releases()
                .judging()
                .<Verdicts>map(rules -> new PartScreening(rules, catalogue, ledger.vintages(), docket, ledger::believe))
                .orElseGet(() -> new Unjudged(docket));
    }

    /** Judges what the release says, before any of it is taken in. */
    void judge(List<Place> places) {
        Map<String, ReleasePart> byIndicator = new TreeMap<>(ReleasePart.byIndicator(places));
        byIndicator.forEach((indicator, statements) -> {
            PartId part = part(indicator);
            // What was judged before is sent again: its word stands, also one that somebody has given since.
            Optional<Assessment> judgement = docket.of(part);
            if (judgement.isEmpty()) {
                judgement = judging.judge(part, statements, standing(indicator, statements));
            }
            if (judgement.filter(j -> j.status().isWithheld()).isPresent()) {
                held.add(indicator);
            }
            if (judging.depends() && isLate(indicator, statements)) {
                late.add(indicator);
            }
        });
    }

    private PartId part(String indicator) {
        return new PartId(closing.economy(), indicator, closing.batch());
    }

    private Standing standing(String indicator, ReleasePart statements) {
        if (!closing.complete()) {
            return Standing.UNKNOWN;
        }
        Standing before =
                ledger.standing(ledger.figuresOf(indicator), closing.batch().published());
        long restated = statements.observed().stream()
                .map(o -> o.figure())
                .distinct()
                .filter(f -> ledger.stoodSilent(f, closing.batch().published()))
                .count();
        return new Standing(before.figures(), before.lost() - (int) restated);
    }

    /** Whether something else was published at the same instant or later, so that one may bear on the other. */
    private boolean isLate(String indicator, ReleasePart statements) {
        PartId own = part(indicator);
        boolean judgedBeside = docket.since(indicator, closing.batch().published()).stream()
                .anyMatch(judged -> !judged.part().equals(own));
        return judgedBeside
                || statements.observed().stream().anyMatch(o -> ledger.isSaidBesideOrAfter(o.figure()))
                || (!afterAll
                        && statements.observed().stream()
                                .anyMatch(o -> ledger.vintages().isFollowed(o.figure(), closing.batch())));
    }

    boolean isHeld(String indicator) {
        return held.contains(indicator);
    }

    /** Judges again what was published after a release that came late. */
    void settle() {
        late.stream().sorted().forEach(indicator -> new Rescreening(ledger, docket, judging, closing)
                .from(indicator, closing.batch().published()));
    }

    /** Judges all that is held of some indicators again, in the order of publication, under the rules of now. */
    void judgeAgain(SortedSet<String> indicators) {
        indicators.forEach(indicator -> new Rescreening(ledger, docket, judging, closing).from(indicator, Instant.MIN));
    }

    /** Does what somebody has decided on a part; false where there is no judgement to decide on. */
    boolean decide(QuarantineDecision decision) {
        Assessment judged = docket.of(part(decision.indicator())).orElse(null);
        if (judged == null) {
            return false;
        }
        boolean release = decision.action() == QuarantineDecision.Action.RELEASE;
        Assessment.Status status = release ? Assessment.Status.RELEASED : Assessment.Status.DISCARDED;
        String note = decision.note().isEmpty() ? "by decision" : "by decision: " + decision.note();
        docket.enter(judged.decided(status, note, decision.decidedAt(), decision.by()));
        new Rescreening(ledger, docket, judging, closing)
                .from(decision.indicator(), closing.batch().published());
        return true;
    }

    /**
     * Does what somebody says by hand; false where nothing is held that it is about.
     *
     * @param taken whether the release in question was taken in, as its file carried it
     */
    boolean takeBack(Withdrawal word, boolean taken) {
        FigureId figure = word.figure();
        List<FigureId> figures = figure == null ? ledger.figuresOf(word.batch()) : List.of(figure);
        SortedSet<String> changed = new TakingBack(ledger, word, taken).apply(figures);
        if (figure == null) {
            changed.addAll(ledger.absences().settleSilence(word.batch().published()));
        }
        changed.forEach(indicator -> new Rescreening(ledger, docket, judging, closing)
                .from(indicator, word.batch().published()));
        return !changed.isEmpty();
    }

    /** What was judged, or judged again. */
    Collection<Assessment> entered() {
        return docket.entered();
    }
}
