package org.tidemark.news;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.figures.EconomyFigures;
import org.tidemark.figures.Estimator;
import org.tidemark.figures.Outlook;
import org.tidemark.news.ComposedNews.Moved;
import org.tidemark.revise.ValueChange;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;

/** What the estimator expects once revisions are told: of its own numbers, and of the new figures. */
final class Expected {
    private final Estimator estimator;
    private final List<Moved> moved;
    private final Map<FigureId, ValueChange> changes = new HashMap<>();
    private final UndoneFigures figures;
    private final List<FigureId> asked = new ArrayList<>();
    private @Nullable Outlook outlook;

    Expected(Estimator estimator, List<Moved> moved, List<ValueChange> changes, UndoneFigures figures) {
        this.estimator = estimator;
        this.moved = moved;
        this.figures = figures;
        changes.forEach(change -> this.changes.put(change.figure(), change));
    }

    void ask(List<ValueChange> news) {
        news.forEach(change -> asked.add(change.figure()));
    }

    boolean isAsked() {
        return !asked.isEmpty();
    }

    /** Numbers carried to their new periods; an estimate whose newest period stays is not named. */
    Map<EstimateKey, Double> levels() {
        Map<EstimateKey, Period> passing = new HashMap<>();
        moved.stream()
                .filter(Moved::passes)
                .forEach(m -> passing.put(m.after().key(), m.after().period()));
        Outlook known = estimator.outlook(figures, new Outlook.Question(passing, asked));
        outlook = known;
        standIn(known);
        Map<EstimateKey, Double> levels = new HashMap<>(known.levels());
        if (!levels.keySet().containsAll(passing.keySet())) {
            // Without dynamics of its own it goes as though every figure had come as expected.
            levels(estimator, figures).forEach(levels::putIfAbsent);
        }
        levels.keySet().retainAll(passing.keySet());
        return levels;
    }

    /** What lies behind the newest period changes nothing by being expected, and is not held until it is told. */
    private void standIn(Outlook known) {
        double newest = moved.stream()
                .mapToDouble(m -> m.before().period().midYear())
                .min()
                .orElseThrow();
        known.figures().forEach((id, value) -> {
            if (id.period().midYear() > newest) {
                figures.expect(Objects.requireNonNull(changes.get(id)), value);
            }
        });
    }

    @Nullable
    Double of(ValueChange change) {
        Double held = change.before().value();
        if (held != null) {
            return held;
        }
        return outlook == null ? null : outlook.figures().get(change.figure());
    }

    /** The numbers at P0D that an estimator makes of figures. */
    static Map<EstimateKey, Double> levels(Estimator estimator, EconomyFigures figures) {
        Map<EstimateKey, Double> levels = new HashMap<>();
        for (Estimate estimate : estimator.estimates(figures)) {
            estimate.level(Horizon.P0D).ifPresent(level -> levels.put(estimate.key(), level));
        }
        return levels;
    }
}
