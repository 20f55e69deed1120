package org.tidemark.api.query;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.judge.Assessment;

/**
 * Which judgements are asked for; a null filters nothing.
 *
 * @param status only these; without it all but those that were accepted
 * @param asOf nothing published or decided later counts
 */
record JudgementQuery(
        Economies economies,
        @Nullable String indicator,
        @Nullable String source,
        Assessment.@Nullable Status status,
        Instant asOf) {
    static final List<String> PARAMETERS =
            List.of("economy", "indicator", "source", "status", "as_of", Parameters.LIMIT, Parameters.FORMAT);

    static JudgementQuery of(Parameters p, Catalogue catalogue) {
        return new JudgementQuery(
                Filters.economies(p, catalogue),
                Filters.indicator(p, catalogue),
                p.text("source"),
                p.oneOf("status", Assessment.Status.class, JudgementCsv::written),
                p.end("as_of", EstimateQuery.EVER));
    }

    boolean asksFor(Assessment j) {
        boolean wanted = status == null ? j.status() != Assessment.Status.ACCEPTED : j.status() == status;
        return wanted
                && Filters.matches(indicator, j.part().indicator())
                && Filters.matches(source, j.part().batch().source());
    }
}
