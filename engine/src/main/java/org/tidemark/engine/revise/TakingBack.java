package org.tidemark.engine.revise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.tidemark.engine.store.FigureStore.Held;
import org.tidemark.engine.store.FigureStore.Kind;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;
import org.tidemark.series.Withdrawal;

/** Does what somebody says by hand: lays statements of a release aside, or takes them up again. */
final class TakingBack {
    private final VintageBook ledger;
    private final Vintages vintages;
    private final Withdrawal word;
    private final boolean taken;
    private final SortedSet<String> indicators = new TreeSet<>();

    /**
     * One for a word.
     *
     * @param taken whether the release in question was taken in, as its file carried it
     */
    TakingBack(VintageBook ledger, Withdrawal word, boolean taken) {
        this.taken = taken;
        this.ledger = ledger;
        this.vintages = ledger.vintages();
        this.word = word;
    }

    /** The indicators of which it changed something; empty where nothing is held that it is about. */
    SortedSet<String> apply(List<FigureId> figures) {
        for (FigureId figure : figures) {
            ledger.watch(figure);
            boolean changed = word.action() == Withdrawal.Action.WITHDRAW ? withdraw(figure) : restore(figure);
            if (changed) {
                indicators.add(figure.series().indicator());
            }
        }
        return indicators;
    }

    private boolean withdraw(FigureId figure) {
        List<Observation> said = new ArrayList<>();
        for (Held held : statements(figure)) {
            if (held.withdrawal() == null && word.isOf(held.observation())) {
                said.add(held.observation());
            }
        }
        if (said.isEmpty()) {
            repeated(figure).ifPresent(said::add);
        }
        said.forEach(o -> vintages.putAside(o, word));
        if (!said.isEmpty()) {
            settle(figure);
        }
        return !said.isEmpty();
    }

    /**
     * What the release in question says of a figure, where another file of the same release has said it before and is what
     * is held: of two that said the same, tables of earlier versions keep one. Empty where its file was never taken in, or
     * the word is not on a figure.
     */
    private Optional<Observation> repeated(FigureId figure) {
        if (word.figure() == null
                || !taken
                || vintages.aside(figure).stream().anyMatch(h -> word.isOf(h.observation()))) {
            return Optional.empty();
        }
        return statements(figure).stream()
                .map(Held::observation)
                .filter(o -> o.batch().release().equals(word.batch().release()))
                .min(Comparator.comparing(Observation::batch))
                .map(o -> o.in(word.batch()));
    }

    private boolean restore(FigureId figure) {
        List<Observation> said = vintages.aside(figure).stream()
                .filter(h -> h.withdrawal() != null && word.isOf(h.observation()))
                .map(Held::observation)
                .toList();
        said.forEach(o -> vintages.putAside(o, null));
        if (!said.isEmpty()) {
            settle(figure);
        }
        return !said.isEmpty();
    }

    /** What releases have said of a figure at the instant of the release in question. */
    private List<Held> statements(FigureId figure) {
        List<Held> found = new ArrayList<>();
        Held main = vintages.byInstant(figure).get(word.batch().published());
        if (main != null && (main.kind() == Kind.SAID || main.kind() == Kind.HELD || main.conflicting())) {
            found.add(main);
        }
        vintages.aside(figure).stream()
                .filter(h -> h.isAt(word.batch().published()))
                .forEach(found::add);
        return found;
    }

    /** Of what is left at the instant the first counts where all say the same, and none where they contradict each other. */
    private void settle(FigureId figure) {
        SortedSet<Observation> left =
                new TreeSet<>(Comparator.comparing(Observation::batch).thenComparingInt(Observation::ordinal));
        SortedSet<Observation> withdrawn = new TreeSet<>(left.comparator());
        for (Held held : statements(figure)) {
            (held.withdrawal() == null ? left : withdrawn).add(held.observation());
        }
        left.removeAll(withdrawn);
        Held main = vintages.byInstant(figure).get(word.batch().published());
        if (main != null && main.kind() != Kind.ABSENT && main.kind() != Kind.REFUSED) {
            vintages.forget(figure, word.batch().published());
        }
        if (left.isEmpty()) {
            return;
        }
        boolean agree = left.stream().map(VintageBook::vintage).distinct().count() == 1;
        Observation counts = agree ? left.first() : left.last();
        vintages.put(counts, agree ? Kind.SAID : Kind.CONFLICTING, null);
        for (Observation other : left) {
            if (other.equals(counts)) {
                vintages.takeUp(other);
            } else {
                vintages.putAside(other, null);
            }
        }
    }
}
