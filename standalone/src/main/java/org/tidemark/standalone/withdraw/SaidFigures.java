package org.tidemark.standalone.withdraw;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

    /**
     * Statements by which a figure stands as it does: those of the instant that was published last, and all others that say
     * the same number, since it would come back from them. Empty where nothing stands.
     */
    public List<Observation> standing(FigureId figure) {
        List<Observation> open =
                of(figure).stream().filter(o -> withdrawal(o) == null).toList();
        Optional<Instant> last = open.stream().map(Observation::published).max(Comparator.naturalOrder());
        Set<Optional<Double>> numbers = open.stream()
                .filter(o -> o.published().equals(last.orElseThrow()))
                .map(o -> Optional.ofNullable(o.value()))
                .collect(Collectors.toSet());
        return open.stream()
                .filter(o -> numbers.contains(Optional.ofNullable(o.value())))
                .toList();
    }

    /** Statements on a figure that would still count without some, in order of publication. */
    public List<Observation> others(FigureId figure, List<Observation> gone) {
        return of(figure).stream()
                .filter(o -> withdrawal(o) == null && !gone.contains(o))
                .toList();
    }

    /** What is left of a figure without some statements: the one that was published last, or null. */
    public @Nullable Observation without(FigureId figure, List<Observation> gone) {
        return others(figure, gone).stream()
                .max(Comparator.comparing(Observation::published))
                .orElse(null);
    }
}
