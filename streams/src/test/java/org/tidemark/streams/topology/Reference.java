package org.tidemark.streams.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Indicator;
import org.tidemark.estimate.CeilingPrior;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.FilterState;
import org.tidemark.estimate.Measurement;
import org.tidemark.estimate.PenetrationReport;
import org.tidemark.penetration.Pace;
import org.tidemark.penetration.PenetrationTerms;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;
import org.tidemark.validate.Validator;
import org.tidemark.validate.Verdict;

/**
 * What the estimates of a set of releases must be, said without streams, stores or order of arrival: for each figure the
 * statements of all releases, read in order of publication, then one fold over what is believed.
 */
final class Reference {
    private static final Comparator<FigureId> FOLDING = Comparator.<FigureId>comparingDouble(
                    f -> f.period().midYear())
            .thenComparing(f -> f.period().days())
            .thenComparing(f -> f.series().source())
            .thenComparing(f -> f.series().indicator())
            .thenComparing(f -> f.period().start());
    private static final Validator VALIDATOR = new Validator(Flow.CATALOGUE);

    /** What a release said of a figure at one instant. Where a complete release was refused there is none, nor silence. */
    private record Statement(@Nullable Double value, @Nullable Double standardError) {}

    /** What is believed of one figure, and since when. */
    private record Belief(Statement statement, Instant since) {}

    private final SortedMap<FigureId, SortedMap<Instant, Set<Statement>>> said = new TreeMap<>(
            Comparator.comparing((FigureId f) -> f.series().economy()).thenComparing(Comparator.naturalOrder()));
    private final Map<String, Set<Instant>> completions = new TreeMap<>();

    private Reference(List<ReleaseSent> releases) {
        for (ReleaseSent release : releases) {
            release.observations().forEach(o -> hear(o, release.complete()));
            if (release.complete()) {
                completions
                        .computeIfAbsent(
                                release.economy() + " " + release.batch().source(), k -> new TreeSet<>())
                        .add(release.batch().published());
            }
        }
    }

    static SortedMap<String, Estimate> latest(List<ReleaseSent> releases) {
        return new Reference(releases).estimates();
    }

    private void hear(Observation o, boolean inCompleteRelease) {
        boolean accepted = VALIDATOR.judge(o) instanceof Verdict.Accepted;
        if (!accepted && !inCompleteRelease) {
            return;
        }
        Set<Statement> statements = said.computeIfAbsent(o.figure(), f -> new TreeMap<>())
                .computeIfAbsent(o.published(), t -> new HashSet<>());
        if (accepted) {
            statements.add(new Statement(o.value(), o.value() == null ? null : o.standardError()));
        }
    }

    private @Nullable Belief belief(FigureId figure) {
        SortedMap<Instant, Set<Statement>> statements = Objects.requireNonNull(said.get(figure));
        Set<Instant> complete = completions.getOrDefault(
                figure.series().economy() + " " + figure.series().source(), Set.of());
        Set<Instant> instants = new TreeSet<>(statements.keySet());
        instants.addAll(complete);
        Belief belief = null;
        for (Instant instant : instants) {
            Set<Statement> then = statements.getOrDefault(instant, Set.of(new Statement(null, null)));
            if (then.size() == 1) {
                belief = after(
                        belief,
                        then.iterator().next(),
                        instant,
                        indicator(figure).tolerance());
            }
        }
        return belief;
    }

    private static @Nullable Belief after(@Nullable Belief before, Statement next, Instant instant, double tolerance) {
        if (before == null) {
            return next.value() == null ? null : new Belief(next, instant);
        }
        boolean same = close(before.statement().value(), next.value(), tolerance)
                && close(before.statement().standardError(), next.standardError(), tolerance);
        return same ? before : new Belief(next, instant);
    }

    private static boolean close(@Nullable Double a, @Nullable Double b, double tolerance) {
        return (a == null || b == null) ? (a == null && b == null) : Math.abs(a - b) <= tolerance;
    }

    private SortedMap<String, Estimate> estimates() {
        Map<EstimateKey, List<FigureId>> cells = new TreeMap<>();
        for (FigureId figure : said.keySet()) {
            Indicator indicator =
                    Flow.CATALOGUE.indicator(figure.series().indicator()).orElseThrow();
            cells.computeIfAbsent(
                            new EstimateKey(
                                    figure.series().economy(),
                                    figure.series().sector(),
                                    "penetration",
                                    indicator.concept()),
                            k -> new ArrayList<>())
                    .add(figure);
        }
        SortedMap<String, Estimate> estimates = new TreeMap<>();
        cells.forEach((key, figures) -> {
            Estimate estimate = estimate(key, figures.stream().sorted(FOLDING).toList());
            if (estimate != null) {
                estimates.put(key.toString(), estimate);
            }
        });
        return estimates;
    }

    private @Nullable Estimate estimate(EstimateKey key, List<FigureId> inOrder) {
        FilterState track = null;
        Instant asOf = Instant.MIN;
        FigureId newest = inOrder.get(0);
        double standardError = 0;
        Pace pace = Pace.NONE;
        for (FigureId figure : inOrder) {
            Belief belief = belief(figure);
            asOf = belief == null || belief.since().isBefore(asOf) ? asOf : belief.since();
            Measurement reading = belief == null ? null : reading(figure, belief.statement());
            if (reading != null && belief != null) {
                track = track == null ? FilterState.begin(figure, reading) : track.append(figure, reading);
                newest = figure;
                standardError = reading.standardError();
                pace = pace.with(figure, belief.since());
            }
        }
        if (track == null) {
            return null;
        }
        Estimate estimate = PenetrationReport.of(
                track,
                new PenetrationReport.Basis(key, asOf, newest.period(), "percent", standardError),
                CeilingPrior.EQUAL);
        return new PenetrationTerms(Flow.CATALOGUE).on(estimate, standardError, pace);
    }

    private static @Nullable Measurement reading(FigureId figure, Statement statement) {
        if (statement.value() == null) {
            return null;
        }
        Double published = statement.standardError();
        double standardError =
                published == null ? indicator(figure).noise(figure.series().economy()) : published;
        return new Measurement(figure.period().midYear(), statement.value() / 100, standardError / 100);
    }

    private static Indicator indicator(FigureId figure) {
        return Flow.CATALOGUE.indicator(figure.series().indicator()).orElseThrow();
    }
}
