package org.tidemark.exposure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tidemark.catalogue.SectorOccupations;
import org.tidemark.figures.EconomyFigures;

/**
 * One rating of occupations, found by the code that employment is counted under.
 *
 * @param byCode the newest figure by the code that the rating has
 * @param recoded the codes that it may have instead
 */
record Ratings(SortedMap<String, HeldFigure> byCode, Map<String, List<String>> recoded) {
    /**
     * A rating of one occupation.
     *
     * @param value mean of {@code from}, in the rating's unit
     * @param from one figure under the same code, or those under codes that it had before
     */
    record Rating(double value, List<HeldFigure> from, boolean recoded) {}

    static Ratings of(EconomyFigures figures, String indicator, SectorOccupations table) {
        SortedMap<String, HeldFigure> byCode = new TreeMap<>();
        Occupations.newestByCode(figures, indicator).forEach(h -> byCode.put(Occupations.codeOf(h), h));
        return new Ratings(byCode, table.recoded());
    }

    /** The rating of an occupation: under its own code, else the simple mean over the codes it had before. */
    Optional<Rating> of(String code) {
        HeldFigure exact = byCode.get(code);
        if (exact != null) {
            return Optional.of(new Rating(exact.value(), List.of(exact), false));
        }
        List<HeldFigure> former = new ArrayList<>();
        for (String old : recoded.getOrDefault(code, List.of())) {
            HeldFigure figure = byCode.get(old);
            if (figure != null) {
                former.add(figure);
            }
        }
        if (former.isEmpty()) {
            return Optional.empty();
        }
        double sum = 0;
        for (HeldFigure figure : former) {
            sum += figure.value();
        }
        return Optional.of(new Rating(sum / former.size(), former, true));
    }
}
