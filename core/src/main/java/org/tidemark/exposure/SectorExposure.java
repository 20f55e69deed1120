package org.tidemark.exposure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.exposure.Ratings.Rating;
import org.tidemark.exposure.WeightedShare.Part;
import org.tidemark.figures.Evidence;

/** The occupations that stand for one sector, with what one scale says of them. */
final class SectorExposure {
    /** Below this part of a sector's employment its rated occupations do not speak for it. */
    static final double COVERAGE_MIN = 80;

    /** Rounding of figures may let the occupations exceed their total; more is an error. */
    private static final double TOTAL_EXCESS_MAX = 1.005;

    private final String sector;
    private final Scale scale;
    private final List<HeldFigure> employment;
    private final @Nullable HeldFigure total;
    private final SortedMap<String, Rating> ratings = new TreeMap<>();
    private final SortedMap<String, Rating> second = new TreeMap<>();

    /**
     * The exposure of a sector.
     *
     * @param employment its occupations
     * @param total employment of the whole, to which they must add up; null when not held or not to be compared
     */
    SectorExposure(
            String sector,
            Scale scale,
            List<HeldFigure> employment,
            @Nullable HeldFigure total,
            Ratings first,
            Ratings byPeople) {
        this.sector = sector;
        this.scale = scale;
        this.employment = employment;
        this.total = total;
        for (HeldFigure held : employment) {
            String code = Occupations.codeOf(held);
            first.of(code).ifPresent(r -> ratings.put(code, r));
            if (scale == Scale.GPT_BETA) {
                byPeople.of(code).ifPresent(r -> second.put(code, r));
            }
        }
    }

    /** Employment of all its occupations and the ratings used, in the order of the codes. */
    Evidence evidence() {
        Evidence evidence = total == null ? Evidence.NONE : total.appendTo(Evidence.NONE);
        for (HeldFigure held : employment) {
            evidence = held.appendTo(evidence);
            String code = Occupations.codeOf(held);
            for (SortedMap<String, Rating> map : List.of(ratings, second)) {
                Rating rating = map.get(code);
                if (rating != null) {
                    for (HeldFigure figure : rating.from()) {
                        evidence = figure.appendTo(evidence);
                    }
                }
            }
        }
        return evidence;
    }

    int occupations() {
        return employment.size();
    }

    int rated() {
        return ratings.size();
    }

    /** Why there is no number; null when there is one. */
    @Nullable
    String fault() {
        if (employment.isEmpty()) {
            return "no occupation of %s is held: see occupations.yaml for those that stand for it".formatted(sector);
        }
        String bad = badFigure();
        return bad == null ? faultOfSums() : bad;
    }

    /** What figure cannot be true; null when all can. */
    @Nullable
    String badFigure() {
        for (HeldFigure held : employment) {
            if (!(held.value() >= 0)) {
                return "employment of %s is %s persons; it must not be negative".formatted(held, held.value());
            }
        }
        return faultOfRating();
    }

    private @Nullable String faultOfRating() {
        for (SortedMap<String, Rating> map : List.of(ratings, second)) {
            for (Rating rating : map.values()) {
                for (HeldFigure figure : rating.from()) {
                    if (!scale.admits(figure.value())) {
                        return "%s of %s is %s; %s"
                                .formatted(figure.series().id().indicator(), figure, figure.value(), scale.bound());
                    }
                }
            }
        }
        return null;
    }

    private @Nullable String faultOfSums() {
        double employed = 0;
        double rated = 0;
        for (HeldFigure held : employment) {
            employed += held.value();
            rated += ratings.containsKey(Occupations.codeOf(held)) ? held.value() : 0;
        }
        if (!(employed > 0)) {
            return "employment of %s is 0 persons; a share of it has no meaning".formatted(sector);
        }
        if (total != null && !(employed <= TOTAL_EXCESS_MAX * total.value())) {
            return String.format(
                    Locale.ROOT,
                    "employment of the occupations is %.0f persons, more than the %.0f of their total",
                    employed,
                    total.value());
        }
        double coverage = 100 * rated / whole(employed);
        return coverage >= COVERAGE_MIN
                ? null
                : String.format(
                        Locale.ROOT,
                        "only %.1f %% of the employment of %s is in occupations with %s; at least %.0f %% is needed",
                        coverage,
                        sector,
                        scale.indicator(),
                        COVERAGE_MIN);
    }

    /** Employment that no occupation is held for counts as unrated. */
    private double whole(double employed) {
        return total == null ? employed : Math.max(employed, total.value());
    }

    WeightedShare share() {
        return share(0);
    }

    /** The share if the scale's threshold stood elsewhere. */
    double percentAbove(double threshold) {
        return share(threshold).percent();
    }

    private WeightedShare share(double threshold) {
        double employed = 0;
        List<Part> parts = new ArrayList<>();
        for (HeldFigure held : employment) {
            Rating rating = ratings.get(Occupations.codeOf(held));
            employed += held.value();
            parts.add(
                    rating == null
                            ? new Part(held, null, false)
                            : new Part(held, scale.percent(rating.value() - threshold), rating.recoded()));
        }
        return WeightedShare.of(parts, whole(employed));
    }

    /** The mean rating by people; null when none of the occupations has one. */
    @Nullable
    Double percentByPeople() {
        double employed = 0;
        double sum = 0;
        for (HeldFigure held : employment) {
            Rating rating = second.get(Occupations.codeOf(held));
            if (rating != null) {
                employed += held.value();
                sum += held.value() * rating.value();
            }
        }
        return employed > 0 ? Double.valueOf(sum / employed) : null;
    }
}
