package org.tidemark.standalone.withdraw;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.BatchId;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;
import org.tidemark.series.Withdrawal;

/** What one source has said on a log, each statement once, with the last word that somebody gave on it by hand. */
public final class SaidFigures {
    private record Key(FigureId figure, BatchId batch) {}

    private final Map<Key, Observation> said = new LinkedHashMap<>();
    private final List<Withdrawal> words = new ArrayList<>();

    /** Takes in what was said. */
    public void add(Observation o) {
        said.put(new Key(o.figure(), o.batch()), o);
    }

    /** Takes in a word by hand. */
    public void add(Withdrawal word) {
        words.add(word);
    }

    /** The word by which a statement is withdrawn now, or null. */
    public @Nullable Withdrawal withdrawal(Observation o) {
        Withdrawal last = words.stream()
                .filter(w -> w.isOf(o))
                .max(Comparator.comparing(Withdrawal::at))
                .orElse(null);
        return last == null || last.action() == Withdrawal.Action.RESTORE ? null : last;
    }

    /** All statements of a release, in any economy or in some. */
    public List<Observation> ofRelease(String release, List<String> economies) {
        return said.values().stream()
                .filter(o -> o.batch().release().equals(release))
                .filter(o -> economies.isEmpty() || economies.contains(o.economy()))
                .toList();
    }

    /** All statements on a figure, in order of publication. */
    public List<Observation> of(FigureId figure) {
        return said.values().stream()
                .filter(o -> o.figure().equals(figure))
                .sorted(Comparator.comparing(Observation::batch))
                .toList();
    }

    /** What was published last of a figure and is not withdrawn: one statement, or several at one instant. */
    public List<Observation> newest(FigureId figure) {
        List<Observation> standing =
                of(figure).stream().filter(o -> withdrawal(o) == null).toList();
        Optional<Instant> last = standing.stream().map(Observation::published).max(Comparator.naturalOrder());
        return standing.stream()
                .filter(o -> o.published().equals(last.orElseThrow()))
                .toList();
    }

    /** What is left of a figure without some statements: the one that was published last, or null. */
    public @Nullable Observation without(FigureId figure, List<Observation> gone) {
        return of(figure).stream()
                .filter(o -> withdrawal(o) == null && !gone.contains(o))
                .max(Comparator.comparing(Observation::published))
                .orElse(null);
    }
}
