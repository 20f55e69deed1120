package org.tidemark.gap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.tidemark.estimate.GaussianState;
import org.tidemark.estimate.Term;
import org.tidemark.series.Period;

/** How far the first word on a date was the last one: what was said of it when it was new, against the smoothed gap. */
final class SignReliability {
    private static final String SHARE = "sign_reliability";
    private static final String CORRELATION = "correlation_with_final";
    private static final int DATES_MIN = 12;
    /** A smoothed gap moves little once two years have come after it. */
    private static final int YEARS_AFTER = 2;

    private record Pair(double first, double last) {
        boolean sameSign() {
            return first < 0 == last < 0;
        }
    }

    private SignReliability() {}

    /**
     * Share of dates with one sign, and correlation.
     *
     * @param firstSaid in the published unit, by period
     */
    static List<Term> terms(GapPath path, Map<Period, Double> firstSaid) {
        LocalDate settled = path.newest().moment().period().end().minusYears(YEARS_AFTER);
        long dates = dates(path, firstSaid, settled);
        if (dates < DATES_MIN) {
            String reason = "%d past dates with a first word and two years after them; %d are needed"
                    .formatted(dates, DATES_MIN);
            return List.of(
                    Term.unavailable(SHARE, "share", reason), Term.unavailable(CORRELATION, "correlation", reason));
        }
        List<Pair> pairs = pairs(path, firstSaid, settled);
        return List.of(share(pairs), correlation(pairs));
    }

    /**
     * How often a first sign is taken to be final: by the record with two looks of one right and one wrong before it, no less
     * than a coin; empty while there is no record.
     */
    static OptionalDouble finalSigns(GapPath path, Map<Period, Double> firstSaid) {
        LocalDate settled = path.newest().moment().period().end().minusYears(YEARS_AFTER);
        if (dates(path, firstSaid, settled) < DATES_MIN) {
            return OptionalDouble.empty();
        }
        List<Pair> pairs = pairs(path, firstSaid, settled);
        long same = pairs.stream().filter(Pair::sameSign).count();
        return OptionalDouble.of(Math.max(0.5, (same + 1.0) / (pairs.size() + 2)));
    }

    private static long dates(GapPath path, Map<Period, Double> firstSaid, LocalDate settled) {
        return path.steps().stream()
                .map(step -> step.moment().period())
                .filter(p -> !p.end().isAfter(settled) && firstSaid.containsKey(p))
                .count();
    }

    private static List<Pair> pairs(GapPath path, Map<Period, Double> firstSaid, LocalDate settled) {
        List<GaussianState> smoothed = path.smoothed();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < smoothed.size(); i++) {
            Period period = path.steps().get(i).moment().period();
            Double first = firstSaid.get(period);
            if (first != null && !period.end().isAfter(settled)) {
                pairs.add(new Pair(first, path.gap(smoothed.get(i)).mean()));
            }
        }
        return pairs;
    }

    private static Term share(List<Pair> pairs) {
        long same = pairs.stream().filter(Pair::sameSign).count();
        String source = "%d of %d past dates on which the sign said first is that of today's smoothed gap"
                .formatted(same, pairs.size());
        return new Term(SHARE, (double) same / pairs.size(), null, null, Term.Basis.ESTIMATED, "share", source);
    }

    private static Term correlation(List<Pair> pairs) {
        double first = pairs.stream().mapToDouble(Pair::first).average().orElseThrow();
        double last = pairs.stream().mapToDouble(Pair::last).average().orElseThrow();
        double both = 0;
        double ofFirst = 0;
        double ofLast = 0;
        for (Pair pair : pairs) {
            both += (pair.first - first) * (pair.last - last);
            ofFirst += (pair.first - first) * (pair.first - first);
            ofLast += (pair.last - last) * (pair.last - last);
        }
        double scale = StrictMath.sqrt(ofFirst * ofLast);
        if (!(scale > 0)) {
            return Term.unavailable(CORRELATION, "correlation", "what was said first, or last, never changed");
        }
        return new Term(
                CORRELATION,
                Math.max(-1, Math.min(1, both / scale)),
                null,
                null,
                Term.Basis.ESTIMATED,
                "correlation",
                "of what was said first with today's smoothed gap, %d dates".formatted(pairs.size()));
    }
}
