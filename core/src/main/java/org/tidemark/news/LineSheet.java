package org.tidemark.news;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.FigureId;

/** The lines of one change while it is taken apart: one for each group, in the order of the groups. */
final class LineSheet {
    private final SortedMap<Group, Tally> tallies = new TreeMap<>();

    void count(Group group, FigureId figure, @Nullable Double forecast, @Nullable Double actual) {
        of(group).count(figure, forecast, actual);
    }

    void move(Group group, double by) {
        of(group).move(by);
    }

    private Tally of(Group group) {
        return tallies.computeIfAbsent(group, g -> new Tally());
    }

    List<NewsLine> lines() {
        return tallies.entrySet().stream()
                .map(e -> NewsLine.of(e.getKey(), e.getValue()))
                .toList();
    }
}
