package org.tidemark.wire;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.news.News;
import org.tidemark.news.NewsLine;

/** News as they go on the wire. */
final class GeneratedNews {
    private GeneratedNews() {}

    static Arbitrary<News> news() {
        return Combinators.combine(
                        Generated.prose(),
                        Generated.instants(),
                        Arbitraries.of(Horizon.class),
                        Generated.prose(),
                        Arbitraries.doubles().between(-1000, 1000),
                        lines().list().ofMaxSize(4))
                .as((text, asOf, horizon, unit, before, lines) -> new News(
                        new EstimateKey("US-CA", "NAICS:51", "penetration", text),
                        asOf,
                        horizon,
                        unit,
                        before,
                        after(before, lines),
                        lines));
    }

    private static double after(double before, List<NewsLine> lines) {
        double after = before;
        for (NewsLine line : lines) {
            after += line.impact();
        }
        return after;
    }

    private static Arbitrary<NewsLine> lines() {
        return Combinators.combine(
                        Arbitraries.of(NewsLine.Kind.class),
                        Generated.prose().injectNull(0.5),
                        Generated.prose().injectNull(0.5),
                        Arbitraries.integers(),
                        Generated.periods().injectNull(0.5),
                        Generated.finite().injectNull(0.5),
                        Arbitraries.doubles().between(-1000, 1000))
                .as((kind, text, other, figures, newest, number, impact) -> new NewsLine(
                        kind, text, other, other, text, figures, newest, number, number, number, number, impact));
    }
}
