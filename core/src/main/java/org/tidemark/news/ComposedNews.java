package org.tidemark.news;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.ReleaseRules;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.figures.Estimator;
import org.tidemark.figures.Figure;
import org.tidemark.figures.HeldFigures;
import org.tidemark.figures.RecordedFigures;
import org.tidemark.news.NewsLine.Kind;
import org.tidemark.revise.ValueChange;
import org.tidemark.series.FigureId;

/**
 * Why the estimates of one estimator moved. The changes of the instant are taken back and made again group by group, and the
 * estimator is asked after each: the differences sum up by themselves. The first number is what was published and the last
 * what is, so that neither is computed again.
 *
 * <p>Before the new figures come, the estimator says what it expects, from its own state: its numbers carried to their new
 * period, which is the passing of time, and each new figure, which stands in for it until it is told. Else an estimate that
 * needs several series of one month would give all its change to the last of them. No time passes for an estimate whose
 * newest period stays.
 */
public final class ComposedNews {
    /** So many groups of figures are told apart; each costs one more evaluation. What is beyond is told together. */
    static final int GROUPS_MAX = 8;

    private final Estimator estimator;
    private final Instant published;
    private final RecordedFigures asked;
    private final ReleaseRules rules;

    /** An estimate that moved: see {@link News#isMove}. */
    public record Moved(Estimate before, Estimate after) {
        double from() {
            return before.level(Horizon.P0D).orElseThrow();
        }

        double to() {
            return after.level(Horizon.P0D).orElseThrow();
        }

        /** Whether its newest period is a later one than before. */
        boolean passes() {
            return after.period().midYear() > before.period().midYear();
        }
    }

    /**
     * Looks at one evaluation.
     *
     * @param published the instant whose changes it answers
     * @param asked what the estimator asked for
     */
    public ComposedNews(Estimator estimator, Instant published, RecordedFigures asked, ReleaseRules rules) {
        this.estimator = estimator;
        this.published = published;
        this.asked = asked;
        this.rules = rules;
    }

    /**
     * The news, in the order of the keys.
     *
     * @param moved those that moved
     * @param changes of the instant, those that are believed
     * @param beliefs fills in all that is believed of an indicator now
     */
    public List<News> of(List<Moved> moved, List<ValueChange> changes, BiConsumer<String, HeldFigures> beliefs) {
        if (moved.isEmpty()) {
            return List.of();
        }
        List<ValueChange> relevant = changes.stream()
                .filter(c -> asked.wasAsked(c.figure().series()) && differs(c))
                // Sums of doubles depend on their order, and that of the figures must not show.
                .sorted(Comparator.comparing(ValueChange::figure))
                .toList();
        UndoneFigures figures = new UndoneFigures(asked, beliefs, relevant);
        SortedMap<EstimateKey, Telling> tellings = new TreeMap<>();
        moved.forEach(m -> tellings.put(m.after().key(), new Telling(m)));
        Expected expected = new Expected(estimator, moved, relevant, figures);
        List<Step> steps = steps(moved, relevant, figures, expected);
        for (int i = 0; i < steps.size() - 1; i++) {
            Step step = steps.get(i);
            Map<EstimateKey, Double> levels =
                    step.group().kind() == Kind.PASSING_OF_TIME ? expected.levels() : levels(step, figures);
            for (Telling telling : tellings.values()) {
                telling.moveHalfway(step, levels.get(telling.key()), expected);
            }
        }
        Step last = steps.get(steps.size() - 1);
        tellings.values()
                .forEach(telling -> telling.moveTo(last, telling.moved().to(), expected));
        return tellings.values().stream().map(Telling::news).toList();
    }

    private Map<EstimateKey, Double> levels(Step step, UndoneFigures figures) {
        step.changes().forEach(figures::apply);
        return Expected.levels(estimator, figures);
    }

    private static boolean differs(ValueChange c) {
        Double before = c.before().value();
        Double after = c.after().value();
        if (before == null || after == null) {
            return before != null || after != null;
        }
        Double errorBefore = c.before().standardError();
        return !before.equals(after)
                || (errorBefore == null
                        ? c.after().standardError() != null
                        : !errorBefore.equals(c.after().standardError()));
    }

    /** One step from what was believed to what is. */
    record Step(Group group, List<ValueChange> changes) {}

    private List<Step> steps(List<Moved> moved, List<ValueChange> changes, UndoneFigures figures, Expected expected) {
        SortedMap<Group, List<ValueChange>> groups = new TreeMap<>();
        for (ValueChange change : changes) {
            groups.computeIfAbsent(group(change, figures), g -> new ArrayList<>())
                    .add(change);
        }
        List<Step> steps = new ArrayList<>();
        boolean otherModel = moved.stream().anyMatch(ComposedNews::isOtherModel);
        if (groups.isEmpty() || otherModel || upstreamMoved()) {
            steps.add(new Step(Group.of(Kind.UPSTREAM), List.of()));
        }
        groups.forEach((group, its) -> {
            // Of figures of another kind than those before them, nothing is expected.
            if (group.kind() == Kind.NEW_FIGURES) {
                expected.ask(its);
            }
        });
        boolean timeTold = !expected.isAsked();
        for (Map.Entry<Group, List<ValueChange>> group : bounded(groups).entrySet()) {
            if (!timeTold && group.getKey().kind().compareTo(Kind.PASSING_OF_TIME) > 0) {
                steps.add(new Step(Group.of(Kind.PASSING_OF_TIME), List.of()));
                timeTold = true;
            }
            steps.add(new Step(group.getKey(), group.getValue()));
        }
        return steps;
    }

    /** The groups in order; from the last that can be told apart on, all as one. */
    private static SortedMap<Group, List<ValueChange>> bounded(SortedMap<Group, List<ValueChange>> groups) {
        if (groups.size() <= GROUPS_MAX) {
            return groups;
        }
        SortedMap<Group, List<ValueChange>> bounded = new TreeMap<>();
        List<ValueChange> others = new ArrayList<>();
        groups.forEach((group, changes) -> {
            if (bounded.size() < GROUPS_MAX - 1) {
                bounded.put(group, changes);
            } else {
                others.addAll(changes);
            }
        });
        bounded.put(others(others), others);
        return bounded;
    }

    /** Named by their release where that is one. */
    private static Group others(List<ValueChange> changes) {
        List<String> sources =
                changes.stream().map(c -> c.batch().source()).distinct().toList();
        List<String> releases =
                changes.stream().map(c -> c.batch().release()).distinct().toList();
        return new Group(
                Kind.OTHERS,
                sources.size() == 1 ? sources.get(0) : null,
                releases.size() == 1 ? releases.get(0) : null,
                null);
    }

    static boolean isOtherModel(Moved m) {
        return !m.before().model().equals(m.after().model());
    }

    /** Whether an estimate that it rests on may have changed at this instant. */
    private boolean upstreamMoved() {
        return asked.estimates().stream()
                .filter(key -> !estimator.makes(key))
                .map(key -> asked.estimate(key.sector(), key.measure(), key.concept()))
                .flatMap(Optional::stream)
                .anyMatch(estimate -> !estimate.asOf().isBefore(published));
    }

    private Group group(ValueChange change, UndoneFigures figures) {
        FigureId id = change.figure();
        Kind kind = change.after().value() == null
                ? Kind.WITHDRAWALS
                : change.before().value() == null ? Kind.NEW_FIGURES : Kind.REVISIONS;
        boolean breaks = kind != Kind.WITHDRAWALS && crossesBreak(change, figures.lastHeld(id));
        return Group.of(breaks ? Kind.BREAK : kind, id.series(), change.batch());
    }

    private boolean crossesBreak(ValueChange change, @Nullable Figure lastHeld) {
        Instant since =
                change.before().value() != null ? change.before().since() : lastHeld == null ? null : lastHeld.since();
        Instant now = change.after().since();
        return since != null
                && now != null
                && rules.breakOf(change.figure().series(), since, now).isPresent();
    }
}
