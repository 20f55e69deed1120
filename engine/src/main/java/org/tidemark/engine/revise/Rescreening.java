package org.tidemark.engine.revise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tidemark.engine.revise.ReleasePart.Standing;
import org.tidemark.engine.store.FigureStore.Held;
import org.tidemark.engine.store.FigureStore.Kind;
import org.tidemark.judge.Assessment;
import org.tidemark.judge.PartId;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;
import org.tidemark.series.ReleaseEnd;

/**
 * Judges again what was published of an indicator from an instant on, because something before it has changed: a release
 * came late, or somebody has decided. Each instant is judged with all before it settled, so that the result is that of
 * the releases in their order, whatever order they came in.
 */
final class Rescreening {
    private final VintageBook ledger;
    private final AssessmentBook docket;
    private final Verdicts judging;
    private final ReleaseEnd closing;

    Rescreening(VintageBook ledger, AssessmentBook docket, Verdicts judging, ReleaseEnd closing) {
        this.ledger = ledger;
        this.docket = docket;
        this.judging = judging;
        this.closing = closing;
    }

    /** Settles an indicator from an instant on, the instant included. */
    void from(String indicator, Instant changed) {
        Instant first = docket.unsettledFrom(indicator, changed);
        List<FigureId> figures = ledger.figuresOf(indicator);
        SortedMap<Instant, SortedMap<PartId, List<Observation>>> parts = parts(indicator, figures, first);
        dropEmpty(indicator, parts, first);
        SortedSet<Instant> instants = new TreeSet<>(parts.keySet());
        instants.addAll(ledger.absences().completed().tailSet(first));
        for (Instant instant : instants) {
            parts.getOrDefault(instant, new TreeMap<>()).forEach((part, said) -> settle(part, said, figures));
            if (ledger.absences().completed().contains(instant)) {
                ledger.absences().settle(figures, instant, docket.isWithheld(indicator, instant));
            }
        }
        // A judgement that was dropped may have been what an earlier one was superseded by.
        judging.supersede(indicator);
    }

    /** Of a part nothing is left to judge where all of it is withdrawn by hand, or contradicted. */
    private void dropEmpty(
            String indicator, SortedMap<Instant, SortedMap<PartId, List<Observation>>> parts, Instant first) {
        for (Assessment judged : docket.of(indicator)) {
            Instant published = judged.part().batch().published();
            boolean empty = !parts.getOrDefault(published, new TreeMap<>()).containsKey(judged.part());
            if (!published.isBefore(first) && empty && judged.scores().stated() > 0) {
                docket.drop(judged.part());
            }
        }
    }

    private void settle(PartId part, List<Observation> said, List<FigureId> figures) {
        Instant published = part.batch().published();
        List<Observation> inOrder = said.stream()
                .sorted(Comparator.comparingInt(Observation::ordinal))
                .toList();
        ReleasePart statements = new ReleasePart(inOrder, 0);
        Standing standing = ledger.absences().completed().contains(published)
                ? ledger.standing(figures, published)
                : Standing.UNKNOWN;
        Optional<Assessment> before = docket.of(part);
        Optional<Assessment> now = before.isPresent()
                ? judging.judgeAgain(before.get(), statements, standing)
                : judging.judge(part, statements, standing);
        boolean withheld = now.filter(j -> j.status().isWithheld()).isPresent();
        inOrder.forEach(o -> ledger.settle(o, withheld ? Kind.HELD : Kind.SAID));
    }

    private SortedMap<Instant, SortedMap<PartId, List<Observation>>> parts(
            String indicator, List<FigureId> figures, Instant first) {
        SortedMap<Instant, SortedMap<PartId, List<Observation>>> parts = new TreeMap<>();
        for (FigureId figure : figures) {
            for (Held held : said(figure)) {
                Observation o = held.observation();
                if (!o.published().isBefore(first)) {
                    parts.computeIfAbsent(o.published(), t -> new TreeMap<>())
                            .computeIfAbsent(
                                    new PartId(closing.economy(), indicator, o.batch()), p -> new ArrayList<>())
                            .add(o);
                }
            }
        }
        return parts;
    }

    /** What was said of a figure without a contradiction, by each file that says it. */
    private List<Held> said(FigureId figure) {
        List<Held> said = new ArrayList<>();
        for (Held held : ledger.vintages().of(figure)) {
            if (held.kind() == Kind.SAID || held.kind() == Kind.HELD) {
                said.add(held);
                ledger.vintages().aside(figure).stream()
                        .filter(h -> h.kind() == Kind.BESIDE)
                        .filter(h -> h.isAt(held.observation().published()))
                        .forEach(said::add);
            }
        }
        return said;
    }
}
