package org.tidemark.api.query;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.EstimateKey;

/**
 * Which smoothed paths, or scores of projections, are asked for; a null filters nothing.
 *
 * @param asOf the instant whose figures count: of what was published later nothing is known
 */
record SmoothedQuery(Economies economies, @Nullable String sector, @Nullable String concept, Instant asOf) {
    static final List<String> PARAMETERS =
            List.of("economy", "sector", "concept", "as_of", Parameters.LIMIT, Parameters.FORMAT);

    static SmoothedQuery of(Parameters p, Vocabulary words) {
        return new SmoothedQuery(
                Filters.economies(p, words.catalogue()),
                p.text("sector"),
                p.text("concept"),
                p.end("as_of", EstimateQuery.EVER));
    }

    boolean asksFor(EstimateKey cell) {
        return Filters.matches(sector, cell.sector()) && Filters.matches(concept, cell.concept());
    }
}
