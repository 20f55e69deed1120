package org.tidemark.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.MeasureRecipe;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.StandardNormal;
import org.tidemark.series.Period;

/**
 * Records: the best so far of each group, its slope on time, or by how many months one group is behind another. While the
 * follower has not caught up, the lag is at least the time since the leader passed its best: it is censored, and says so.
 */
final class FrontierKind implements Kind {
    private static final Set<String> TOLD = Set.of("slope", "lag", "level", "break", "scaling");
    private static final Set<String> SETTINGS = Set.of("tell", "of", "leader", "follower", "split", "error");
    private static final int RECORDS_LEAST = 5;
    private static final double MONTHS = 12;
    private static final double[] NODES = {
        -1.6448536269514722, -StandardNormal.Z90, 0, StandardNormal.Z90, 1.6448536269514722
    };

    @Override
    public void check(MeasureRecipe recipe, Settings settings) {
        settings.requireKnown(SETTINGS);
        settings.requireParts(1, 2);
        String told = settings.word("tell", "slope", TOLD);
        settings.word("of", "records", Set.of("records", "all"));
        settings.number("error", 0);
        if (told.equals("lag") && !(settings.has("leader") && settings.has("follower"))) {
            throw settings.wrong("settings: leader", "a lag needs two groups", "write leader and follower");
        }
        if (told.equals("break") && !settings.has("split")) {
            throw settings.wrong("settings: split", "missing", "write the year that the last window begins in");
        }
        if (told.equals("scaling") && recipe.parts().size() != 2) {
            throw settings.wrong(
                    "indicators", "nothing to scale with", "name a second part: compute, parameters or data");
        }
    }

    /** One score of one thing at one time. */
    private record Score(String group, String label, double time, double value, double variance, Period period) {}

    private static List<Score> scores(Part part) {
        List<Score> all = new ArrayList<>();
        for (Column column : part.columns()) {
            for (Point p : column.points()) {
                all.add(new Score(column.key().group(), column.label(), p.time(), p.value(), p.variance(), p.period()));
            }
        }
        all.sort(Comparator.comparingDouble(Score::time)
                .thenComparing(Comparator.comparingDouble(Score::value).reversed())
                .thenComparing(Score::label));
        return all;
    }

    private static List<Score> records(List<Score> scores) {
        List<Score> records = new ArrayList<>();
        double best = Double.NEGATIVE_INFINITY;
        for (Score s : scores) {
            if (s.value() > best) {
                best = s.value();
                records.add(s);
            }
        }
        return records;
    }

    @Override
    public Course course(MeasureRecipe recipe, Settings settings) {
        return parts -> of(recipe, settings, parts);
    }

    private static Outcome of(MeasureRecipe recipe, Settings settings, Parts parts) {
        List<Score> all = scores(parts.part(0));
        return switch (settings.word("tell", "slope", TOLD)) {
            case "lag" -> lag(settings, all);
            case "level" -> level(settings, all);
            case "scaling" -> scaling(recipe, all, parts.part(1));
            case "break" -> broken(recipe, all, settings.number("split", 0));
            default -> slope(recipe, settings, all);
        };
    }

    private static @Nullable Least line(List<Score> scores) {
        double[] x = scores.stream().mapToDouble(Score::time).toArray();
        double[] y = scores.stream().mapToDouble(Score::value).toArray();
        return x.length < RECORDS_LEAST || !Least.isVaried(x) ? null : Least.squares(x, y);
    }

    private static Outcome slope(MeasureRecipe recipe, Settings settings, List<Score> all) {
        List<Score> records = records(all);
        boolean ofAll = settings.text("of", "records").equals("all");
        Least line = line(ofAll ? all : records);
        if (line == null) {
            return Outcome.withheld(
                    "%d records at different times; at least %d are needed", records.size(), RECORDS_LEAST);
        }
        Outcome.Told told = new Outcome.Told();
        told.add("scores", all.size(), "scores", "that are held")
                .add("records", records.size(), "records", "best so far");
        Least other = line(ofAll ? records : all);
        if (other != null) {
            told.add(
                    ofAll ? "slope_of_records" : "slope_of_all",
                    other.slope(),
                    other.error(),
                    recipe.unit(),
                    "records are not means");
        }
        told.add("residual", line.residual(), "of_part", "standard deviation about the line");
        jump(told, records, line);
        return told.outcome(
                Bands.student(line.slope(), line.error(), line.degrees()),
                Bands.below(line.slope(), line.error(), line.degrees(), 0),
                newest(all));
    }

    /** The newest record against the line of all records before it. */
    private static void jump(Outcome.Told told, List<Score> records, Least line) {
        Score last = records.get(records.size() - 1);
        double above = last.value() - line.at0() - line.slope() * last.time();
        told.add(
                "newest_record_jump",
                line.residual() == 0 ? 0 : above / line.residual(),
                "standard_deviations",
                last.label() + " against the line");
    }

    private static Period newest(List<Score> all) {
        return all.get(all.size() - 1).period();
    }

    private static Outcome level(Settings settings, List<Score> all) {
        List<Score> records = records(all);
        Score best = records.get(records.size() - 1);
        double sd = Math.max(settings.number("error", 0), Math.sqrt(best.variance()));
        return new Outcome.Told()
                .add("records", records.size(), "records", "best so far, of " + all.size() + " scores")
                .outcome(Bands.normal(best.value(), sd), null, newest(all));
    }

    private static Outcome broken(MeasureRecipe recipe, List<Score> all, double split) {
        Least before = line(records(all).stream().filter(s -> s.time() < split).toList());
        Least after = line(records(all).stream().filter(s -> s.time() >= split).toList());
        if (before == null || after == null) {
            return Outcome.withheld("fewer than %d records before or after %s", RECORDS_LEAST, split);
        }
        double change = after.slope() - before.slope();
        double error = StrictMath.hypot(before.error(), after.error());
        return new Outcome.Told()
                .add("before", before.slope(), before.error(), recipe.unit(), "slope of records before " + split)
                .add("after", after.slope(), after.error(), recipe.unit(), "slope of records since")
                .add("p_slower", Bands.below(change, error, 0), "probability", "P(slope since is below that before)")
                .outcome(Bands.normal(change, error), Bands.below(change, error, 0), newest(all));
    }

    /** Score on what it was made with, things matched by their name. */
    private static Outcome scaling(MeasureRecipe recipe, List<Score> all, Part with) {
        Map<String, Double> input = new HashMap<>();
        with.columns().forEach(c -> input.put(c.label(), c.newest().value()));
        List<Score> both =
                all.stream().filter(s -> input.containsKey(s.label())).toList();
        double[] x = both.stream().mapToDouble(s -> input.get(s.label())).toArray();
        double[] y = both.stream().mapToDouble(Score::value).toArray();
        if (x.length < RECORDS_LEAST || !Least.isVaried(x)) {
            return Outcome.withheld(
                    "%d things with a score and what they were made with; at least %d are needed",
                    x.length, RECORDS_LEAST);
        }
        Least line = Least.squares(x, y);
        Outcome.Told told = new Outcome.Told().add("things", x.length, "things", "with both");
        int half = x.length / 2;
        if (half >= RECORDS_LEAST) {
            Least late = Least.squares(
                    java.util.Arrays.copyOfRange(x, x.length - half, x.length),
                    java.util.Arrays.copyOfRange(y, y.length - half, y.length));
            told.add(
                    "slope_of_later_half",
                    late.slope(),
                    late.error(),
                    recipe.unit(),
                    "by time: near 0 means that more buys less");
        }
        return told.outcome(
                Bands.student(line.slope(), line.error(), line.degrees()),
                Bands.below(line.slope(), line.error(), line.degrees(), 0),
                newest(all));
    }

    private static Outcome lag(Settings settings, List<Score> all) {
        List<Score> leader = records(all.stream()
                .filter(s -> s.group().equals(settings.text("leader", "")))
                .toList());
        List<Score> follower = records(all.stream()
                .filter(s -> s.group().equals(settings.text("follower", "")))
                .toList());
        if (leader.size() < RECORDS_LEAST || follower.size() < RECORDS_LEAST) {
            return Outcome.withheld(
                    "%d records of %s and %d of %s; at least %d of each are needed",
                    leader.size(),
                    settings.text("leader", ""),
                    follower.size(),
                    settings.text("follower", ""),
                    RECORDS_LEAST);
        }
        double now = all.get(all.size() - 1).time();
        double best = follower.get(follower.size() - 1).value();
        double top = leader.get(leader.size() - 1).value();
        double error = Math.sqrt(2) * settings.number("error", 0);
        double[] lags = new double[NODES.length];
        for (int i = 0; i < NODES.length; i++) {
            // A follower that is better than it seems is less behind.
            lags[i] = behind(leader, best - NODES[i] * error, now);
        }
        Outcome.Told told = new Outcome.Told()
                .add("gap", top - best, "of_part", "best of the leader less best of the follower")
                .add(
                        "censored",
                        top > best ? 1 : 0,
                        "flag",
                        top > best ? "not caught up: the lag is at least this" : "caught up")
                .add(
                        "p_gap_closing",
                        closing(delays(leader, follower)),
                        "probability",
                        "share of the last four records of the follower that came sooner after the leader's than the ones before");
        caughtUp(told, leader, follower);
        Banded band = new Banded(
                lags[2],
                Math.min(lags[1], lags[2]),
                Math.max(lags[3], lags[2]),
                Math.min(lags[0], lags[2]),
                Math.max(lags[4], lags[2]));
        return told.outcome(band, null, newest(all));
    }

    /** Months since the leader first passed a level; 0 where it has not. */
    private static double behind(List<Score> leader, double level, double now) {
        for (Score s : leader) {
            if (s.value() > level) {
                return Math.max(0, MONTHS * (now - s.time()));
            }
        }
        return 0;
    }

    /** By how many months each record of the follower came after the leader had that much. */
    private static List<Double> delays(List<Score> leader, List<Score> follower) {
        List<Double> delays = new ArrayList<>();
        for (Score f : follower) {
            for (Score l : leader) {
                if (l.value() >= f.value()) {
                    delays.add(MONTHS * (f.time() - l.time()));
                    break;
                }
            }
        }
        return delays;
    }

    private static void caughtUp(Outcome.Told told, List<Score> leader, List<Score> follower) {
        List<Double> delays = delays(leader, follower);
        double[] after = delays.stream().mapToDouble(d -> d).toArray();
        if (after.length > 0) {
            double[] sorted = after.clone();
            java.util.Arrays.sort(sorted);
            told.add("shortest_delay", sorted[0], "months", "of a record of the follower after the leader had as much");
            told.add("longest_delay", sorted[sorted.length - 1], "months", "of " + sorted.length + " such records");
        }
    }

    /** Laplace's estimate of it, so that few records prove nothing. */
    private static double closing(List<Double> delays) {
        int late = Math.min(4, delays.size() / 2);
        if (late == 0) {
            return 0.5;
        }
        double[] earlier = delays.subList(0, delays.size() - late).stream()
                .mapToDouble(d -> d)
                .toArray();
        double middle = Least.mean(earlier);
        long sooner = delays.subList(delays.size() - late, delays.size()).stream()
                .filter(d -> d < middle)
                .count();
        return (sooner + 0.5) / (late + 1.0);
    }
}
