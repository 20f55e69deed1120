package org.tidemark.news;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
import org.tidemark.news.NewsLine.Kind;
import org.tidemark.revise.Change;
import org.tidemark.series.FigureId;

/**
 * Why the estimates of one estimator moved. The changes of the instant are taken back and made again group by group, and the
 * estimator is asked after each: the differences sum up by themselves. The first number is what was published and the last
 * what is, so that neither is computed again.
 *
 * <p>Before the new figures come, each is expected to be the last value of its series: what that changes is the passing of
 * time. Else an estimate that needs several series of one month would give all its change to the last of them.
 */
public final class ComposedNews {
    /** So many groups of figures are told apart; each costs one more evaluation. What is beyond is told together. */
    static final int GROUPS_MAX = 8;

    private static final double HALFWAY_MAX = 100;

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
    public List<News> of(List<Moved> moved, List<Change> changes, BiConsumer<String, HeldFigures> beliefs) {
        if (moved.isEmpty()) {
            return List.of();
        }
        List<Change> relevant = changes.stream()
                .filter(c -> asked.wasAsked(c.figure().series()) && differs(c))
                // Sums of doubles depend on their order, and that of the figures must not show.
                .sorted(Comparator.comparing(Change::figure))
                .toList();
        UndoneFigures figures = new UndoneFigures(asked, beliefs, relevant);
        SortedMap<EstimateKey, Telling> tellings = new TreeMap<>();
        moved.forEach(m -> tellings.put(m.after().key(), new Telling(m)));
        List<Step> steps = steps(moved, relevant, figures);
        for (int i = 0; i < steps.size() - 1; i++) {
            steps.get(i).applied().run();
            Map<EstimateKey, Double> levels = levels(figures);
            for (Telling telling : tellings.values()) {
                telling.moveHalfway(steps.get(i), levels.get(telling.key()));
            }
        }
        Step last = steps.get(steps.size() - 1);
        tellings.values().forEach(telling -> telling.moveTo(last, telling.moved.to()));
        return tellings.values().stream().map(Telling::news).toList();
    }

    private static boolean differs(Change c) {
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

    private Map<EstimateKey, Double> levels(UndoneFigures figures) {
        Map<EstimateKey, Double> levels = new HashMap<>();
        for (Estimate estimate : estimator.estimates(figures)) {
            estimate.level(Horizon.P0D).ifPresent(level -> levels.put(estimate.key(), level));
        }
        return levels;
    }

    /** One step from what was believed to what is. */
    private record Step(Group group, List<Change> changes, UndoneFigures figures, Runnable applied) {}

    private List<Step> steps(List<Moved> moved, List<Change> changes, UndoneFigures figures) {
        SortedMap<Group, List<Change>> groups = new TreeMap<>();
        for (Change change : changes) {
            groups.computeIfAbsent(group(change, figures), g -> new ArrayList<>())
                    .add(change);
        }
        List<Step> steps = new ArrayList<>();
        boolean otherModel = moved.stream().anyMatch(ComposedNews::isOtherModel);
        if (groups.isEmpty() || otherModel || upstreamMoved()) {
            steps.add(new Step(Group.of(Kind.UPSTREAM), List.of(), figures, () -> {}));
        }
        // Of figures of another kind than those before them, the last of those is no expectation.
        List<Change> expected = groups.entrySet().stream()
                .filter(g -> g.getKey().kind() == Kind.NEW_FIGURES)
                .flatMap(g -> g.getValue().stream())
                .filter(c -> figures.lastHeld(c.figure()) != null)
                .toList();
        boolean timeTold = expected.isEmpty();
        for (Map.Entry<Group, List<Change>> group : bounded(groups).entrySet()) {
            if (!timeTold && group.getKey().kind().compareTo(Kind.PASSING_OF_TIME) > 0) {
                steps.add(passing(expected, figures));
                timeTold = true;
            }
            List<Change> its = group.getValue();
            steps.add(new Step(group.getKey(), its, figures, () -> its.forEach(figures::apply)));
        }
        return steps;
    }

    private static Step passing(List<Change> expected, UndoneFigures figures) {
        return new Step(Group.of(Kind.PASSING_OF_TIME), List.of(), figures, () -> expected.forEach(figures::expect));
    }

    /** The groups in order; from the last that can be told apart on, all as one. */
    private static SortedMap<Group, List<Change>> bounded(SortedMap<Group, List<Change>> groups) {
        if (groups.size() <= GROUPS_MAX) {
            return groups;
        }
        SortedMap<Group, List<Change>> bounded = new TreeMap<>();
        List<Change> others = new ArrayList<>();
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
    private static Group others(List<Change> changes) {
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

    private static boolean isOtherModel(Moved m) {
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

    private Group group(Change change, UndoneFigures figures) {
        FigureId id = change.figure();
        Kind kind = change.after().value() == null
                ? Kind.WITHDRAWALS
                : change.before().value() == null ? Kind.NEW_FIGURES : Kind.REVISIONS;
        boolean breaks = kind != Kind.WITHDRAWALS && crossesBreak(change, figures.lastHeld(id));
        return Group.of(breaks ? Kind.BREAK : kind, id.series(), change.batch());
    }

    private boolean crossesBreak(Change change, @Nullable Figure lastHeld) {
        Instant since =
                change.before().value() != null ? change.before().since() : lastHeld == null ? null : lastHeld.since();
        Instant now = change.after().since();
        return since != null
                && now != null
                && rules.breakOf(change.figure().series(), since, now).isPresent();
    }

    /** One estimate while its change is told. */
    private static final class Telling {
        private final Moved moved;
        private final LineSheet sheet = new LineSheet();
        private double level;

        Telling(Moved moved) {
            this.moved = moved;
            this.level = moved.from();
        }

        EstimateKey key() {
            return moved.after().key();
        }

        /**
         * A number that cannot be made halfway stays, and what makes it whole again takes the difference. So does one that
         * is out of all proportion: its sum could not be kept to the last digit.
         */
        void moveHalfway(Step step, @Nullable Double next) {
            double bound = HALFWAY_MAX * Math.max(1, Math.max(Math.abs(moved.from()), Math.abs(moved.to())));
            if (next != null && Math.abs(next) <= bound) {
                moveTo(step, next);
            }
        }

        /** What moves nothing is not told: it was read for another estimate of the same estimator. */
        void moveTo(Step step, double next) {
            if (next != level) {
                Group group = step.group().kind() == Kind.UPSTREAM && isOtherModel(moved)
                        ? Group.of(Kind.PARAMETERS)
                        : step.group();
                sheet.move(group, next - level);
                step.changes().forEach(c -> count(group, c, step.figures()));
                level = next;
            }
        }

        private void count(Group group, Change change, UndoneFigures figures) {
            Figure last = figures.lastHeld(change.figure());
            Double held = change.before().value();
            Double forecast = held != null ? held : last == null ? null : Double.valueOf(last.value());
            sheet.count(group, change.figure(), forecast, change.after().value());
        }

        News news() {
            return new News(
                    key(),
                    moved.after().asOf(),
                    Horizon.P0D,
                    moved.after().unit(),
                    moved.from(),
                    moved.to(),
                    sheet.lines());
        }
    }
}
