package org.tidemark.gap;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.Season;
import org.tidemark.estimate.SeasonalWave;
import org.tidemark.estimate.Term;
import org.tidemark.figures.Evidence;
import org.tidemark.figures.Figure;
import org.tidemark.series.EventTime;
import org.tidemark.series.Period;

/** The filtered gap of one recipe: level now and in the newest period, what qualifies it and, on request, its parts. */
final class StateSpaceGap {
    /** The alarm's threshold, percent or percentage points. */
    private static final double THRESHOLD = -2;
    /** Gap and slow mean cannot be told apart sooner. */
    private static final double YEARS_MIN = 2;

    private static final int MOMENTS_MIN = 8;

    private StateSpaceGap() {}

    /** The gap, and its parts after it when they are asked for. */
    static List<Estimate> of(
            Ingredients from, SortedMap<Period, List<Figure>> rows, GapParts.Source source, boolean withParts) {
        Evidence evidence = from.evidence(List.copyOf(rows.values()));
        String refusal = Moments.refusal(from.recipe(), rows);
        double years = rows.lastKey().midYear() - rows.firstKey().midYear();
        if (refusal != null) {
            return List.of(Said.of(from, evidence).withheld(refusal));
        }
        if (years < YEARS_MIN || rows.size() < MOMENTS_MIN) {
            String early =
                    "too early: %d periods in %.2f years; %d in %.0f years are needed to tell a gap from its mean"
                            .formatted(rows.size(), years, MOMENTS_MIN, YEARS_MIN);
            return List.of(Said.of(from, evidence).withheld(early));
        }
        Season season = Moments.season(from, rows);
        GapPath path =
                GapPath.of(Moments.model(from.recipe().kind(), season), Moments.of(from.recipe(), rows, season), true);
        return withParts
                ? apart(from, rows, path, source, evidence)
                : List.of(whole(Said.of(from, evidence, season), path, source, season));
    }

    /** What became of the season; nothing where there is none. */
    private static Optional<Term> season(Season season) {
        String how =
                switch (season) {
                    case ABSENT -> "";
                    case STATES ->
                        "the season is estimated with the gap and taken out; its spread and its wandering are assumed";
                    case YEAR_BEFORE ->
                        "the number is the change against the same wave a year before: three years are needed to estimate the season";
                    case UNKNOWN ->
                        "its series are not adjusted for the season, which cannot be told from the gap: it has no sign";
                };
        Term.Basis basis = season == Season.STATES ? Term.Basis.ASSUMED : Term.Basis.MEASURED;
        return how.isEmpty()
                ? Optional.empty()
                : Optional.of(new Term("season", (double) SeasonalWave.STATES, null, null, basis, "states", how));
    }

    private static List<Estimate> apart(
            Ingredients from,
            SortedMap<Period, List<Figure>> rows,
            GapPath path,
            GapParts.Source source,
            Evidence evidence) {
        GapParts parts = GapParts.of(path.gapAfter(0), rows, evidence, from, source);
        Season season = Moments.season(from, rows);
        Said said = Said.of(from, parts.evidence(), season);
        Estimate gap = whole(said, path, source, season);
        List<Term> terms = new ArrayList<>(gap.terms());
        terms.addAll(parts.terms());
        List<Estimate> all = new ArrayList<>();
        all.add(said.value(gap.levels(), terms));
        all.addAll(parts.estimates(said));
        return all;
    }

    private static Estimate whole(Said said, GapPath path, GapParts.Source source, Season season) {
        Normal gap = path.gapAfter(0);
        double now = EventTime.ofInstant(said.evidence().asOf());
        Normal later = path.gapAfter(now - path.newest().moment().time());
        boolean signed = season != Season.UNKNOWN;
        Map<Period, Double> firstSaid = source.figures().firstSaid(said.key());
        OptionalDouble record = SignReliability.finalSigns(path, firstSaid);
        List<HorizonValue> levels =
                List.of(value(Horizon.P0D, gap, signed, record), value(Horizon.NOW, later, signed, record));
        List<Term> terms = new ArrayList<>();
        season(season).ifPresent(terms::add);
        if (signed) {
            filters(gap, record).ifPresent(terms::add);
        }
        terms.addAll(
                !signed
                        ? List.of()
                        : List.of(new Term(
                                "p_below_minus_2",
                                gap.below(THRESHOLD),
                                null,
                                null,
                                Term.Basis.ESTIMATED,
                                "probability",
                                "P(gap < -2) in the newest period")));
        terms.addAll(SignReliability.terms(path, firstSaid));
        path.forecastScore().ifPresent(score -> terms.add(score(score)));
        return said.value(levels, terms);
    }

    private static HorizonValue value(Horizon horizon, Normal gap, boolean signed, OptionalDouble record) {
        if (!signed) {
            return gap.unsigned(horizon);
        }
        return record.isPresent() ? gap.borneOut(horizon, record.getAsDouble()) : gap.at(horizon);
    }

    /** What the filter itself says, where the record of its sign bears less. */
    private static Optional<Term> filters(Normal gap, OptionalDouble record) {
        return record.isEmpty()
                ? Optional.empty()
                : Optional.of(new Term(
                        "p_negative_of_filter",
                        gap.below(0),
                        null,
                        null,
                        Term.Basis.ESTIMATED,
                        "probability",
                        String.format(
                                Locale.ROOT,
                                "before it is shrunk to the record of first signs, of which %.2f are taken to be final",
                                record.getAsDouble())));
    }

    private static Term score(double score) {
        return new Term(
                "forecast_score",
                score,
                null,
                null,
                Term.Basis.ESTIMATED,
                "log_density",
                "mean log density of what was measured of demand, forecast from all before it, from the third year on");
    }
}
