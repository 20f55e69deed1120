package org.tidemark.news;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.Horizon;
import org.tidemark.news.NewsLine.Kind;
import org.tidemark.revise.ValueChange;

/**
 * Why a projection one year ahead moved, in stages that sum up by themselves: first the others, with the own figures as they
 * were; then time, to a year after the newest figure; then the own figures, release by release.
 */
public final class ProjectionNews {
    private final LineSheet sheet = new LineSheet();
    private double level;

    private ProjectionNews(double before) {
        level = before;
    }

    /** Whether there is something to tell. */
    public static boolean isMove(Estimate before, Estimate after) {
        Optional<Double> was = before.level(Horizon.P1Y);
        Optional<Double> is = after.level(Horizon.P1Y);
        return was.isPresent() && is.isPresent() && !was.equals(is);
    }

    /** One line for all of it, where no figure moved it. */
    public static News because(Kind kind, Estimate before, Estimate after) {
        double was = before.level(Horizon.P1Y).orElseThrow();
        double is = after.level(Horizon.P1Y).orElseThrow();
        return news(before, after, List.of(NewsLine.whole(kind, is - was)));
    }

    /**
     * The news of one economy.
     *
     * @param <F> what is read of a figure
     * @param history its figures as they were, beside the others as they are
     * @param own what changed of its figures, with what is read of each now; of what is gone, nothing
     */
    public static <F> News of(
            Estimate before, Estimate after, ProjectionHistory<F> history, SortedMap<ValueChange, @Nullable F> own) {
        ProjectionNews news = new ProjectionNews(before.level(Horizon.P1Y).orElseThrow());
        double was = before.period().midYear();
        double is = after.period().midYear();
        int year = (int) Math.floor(is);
        news.moveTo(Group.of(Kind.POOL), history.oneYearAfter(was, year));
        if (is > was) {
            news.moveTo(Group.of(Kind.PASSING_OF_TIME), history.oneYearAfter(is, year));
        }
        SortedMap<Group, List<Map.Entry<ValueChange, @Nullable F>>> groups = new TreeMap<>();
        own.entrySet().forEach(e -> groups.computeIfAbsent(group(e.getKey()), g -> new ArrayList<>())
                .add(e));
        groups.forEach((group, its) -> {
            its.forEach(one -> history.put(one.getKey().figure(), one.getValue()));
            its.forEach(one -> news.sheet.count(
                    group, one.getKey().figure(), null, one.getKey().after().value()));
            boolean reaches = history.newest().filter(newest -> newest <= is).isPresent();
            news.moveTo(group, reaches ? history.oneYearAfter(is, year) : Optional.empty());
        });
        Group last = groups.isEmpty() ? Group.of(Kind.POOL) : groups.lastKey();
        news.moveTo(last, after.level(Horizon.P1Y));
        return news(before, after, news.sheet.lines());
    }

    private static Group group(ValueChange change) {
        Kind kind = change.after().value() == null
                ? Kind.WITHDRAWALS
                : change.before().value() == null ? Kind.NEW_FIGURES : Kind.REVISIONS;
        return Group.of(kind, change.figure().series(), change.batch());
    }

    /** What cannot be made halfway stays, and what makes it whole again takes the difference. */
    private void moveTo(Group group, Optional<Double> next) {
        next.filter(to -> to != level).ifPresent(to -> {
            sheet.move(group, to - level);
            level = to;
        });
    }

    private static News news(Estimate before, Estimate after, List<NewsLine> lines) {
        return new News(
                after.key(),
                after.asOf(),
                Horizon.P1Y,
                after.unit(),
                before.level(Horizon.P1Y).orElseThrow(),
                after.level(Horizon.P1Y).orElseThrow(),
                lines);
    }
}
