package org.tidemark.api.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.engine.store.RejectionStore;

/** What there is to ask, with examples; the first thing that somebody sees who knows nothing. */
final class ApiIndex {
    private static final String ESTIMATES =
            "Estimates with their bands: the latest of each cell, or the last known at as_of; with from or to (dates of publication) every update between them; vintages=first what was said first of each period; quarantine=with as if what is held were believed. limit counts estimates. economy takes several with commas between them; case makes no difference";
    private static final String NEWS =
            "Why estimates moved: before, after, and lines whose impacts sum up to the change. The last of each cell, or the last by as_of; with from or to (dates of publication) all between them. limit counts changes";
    private static final String OBSERVATIONS =
            "Published figures as believed at as_of; vintages=all lists all that was ever said of them, vintages=first what was said first. from and to are periods";

    private static final String SMOOTHED =
            "The smoothed path of penetration: the level in the period of each figure, from the figures before and after it. No word of that time, for estimates with vintages=first are that. as_of: through the figures that were known then";

    private static final String ALERTS =
            "Alerts that were raised, cleared or retracted, with the releases that spoke for them; status=active those that are (or were at as_of) active. from and to are dates of publication";

    private static final String REJECTED =
            "Rows and records that were refused, with the reason, file and line where known, and the beginning of what was received; the newest "
                    + "%,d of each partition. from and to are dates of the refusal".formatted(RejectionStore.KEPT_MAX);

    private ApiIndex() {}

    static Map<String, Object> page() {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("about", "Tidemark: how far AI has spread, as it was known at any date");
        page.put(
                "endpoints",
                List.of(
                        endpoint(
                                QueryServer.ESTIMATES,
                                ESTIMATES,
                                EstimateQuery.PARAMETERS,
                                List.of(
                                        "?economy=US&sector=TOTAL",
                                        "?economy=DE&as_of=2024-06-30",
                                        "?economy=US&from=2024-01&to=2025-12&format=csv")),
                        endpoint(
                                QueryServer.NEWS,
                                NEWS,
                                NewsQuery.PARAMETERS,
                                List.of("?economy=US&measure=penetration", "?economy=US&from=2025-01&format=csv")),
                        endpoint(
                                QueryServer.ALERTS,
                                ALERTS,
                                AlertQuery.PARAMETERS,
                                List.of("?status=active", "?economy=US&from=2025-01&format=csv")),
                        endpoint(
                                QueryServer.OBSERVATIONS,
                                OBSERVATIONS,
                                ObservationQuery.PARAMETERS,
                                List.of(
                                        "?indicator=adoption.firms.any_use&economy=DK&vintages=all",
                                        "?economy=US&from=2024&to=2024-H1&as_of=2024-12-31")),
                        endpoint(
                                QueryServer.SMOOTHED,
                                SMOOTHED,
                                SmoothedQuery.PARAMETERS,
                                List.of(
                                        "?economy=DK&sector=TOTAL",
                                        "?economy=US&concept=firms.goods_services&format=csv")),
                        endpoint(
                                QueryServer.QUARANTINE,
                                "Releases that were judged: those that were held, declared, confirmed or decided on, or with status=accepted all others; with what each would do to the estimates",
                                JudgementQuery.PARAMETERS,
                                List.of("?status=held", "?economy=US&source=INDEED_AI_POSTINGS&status=accepted")),
                        endpoint(
                                QueryServer.REJECTED,
                                REJECTED,
                                RejectedQuery.PARAMETERS,
                                List.of("?reason=unknown_economy", "?source=EUROSTAT&format=csv")),
                        endpoint(
                                QueryServer.INDICATORS,
                                "The catalogue: what each indicator and each family of them means",
                                QueryServer.INDICATOR_PARAMETERS,
                                List.of("?format=csv")),
                        endpoint(
                                QueryServer.RECIPES,
                                "Every mechanism that is to be monitored with the recipes that answer it, what they read, and their number or what they wait for",
                                RecipePage.PARAMETERS,
                                List.of("", "?format=csv")),
                        list("economies", "The economies that are held, with their names", Lists.PARAMETERS),
                        list("concepts", "What is counted, by measure, with titles", Lists.PARAMETERS),
                        list("sectors", "The sectors that have estimates", Lists.PARAMETERS),
                        list("measures", "What is estimated", Lists.CLOSED),
                        list("sources", "Publishers, with citation and licence", Lists.CLOSED),
                        list("releases", "What publishers made public, and when", Lists.OF_SOURCES),
                        list("rules", "The rules of alerts, with their bounds", Lists.CLOSED),
                        endpoint("/health/live", "200 unless only a restart can help", List.of(), List.of()),
                        endpoint(
                                "/health/ready",
                                "200 when queries are answered and figures can arrive",
                                List.of(),
                                List.of()),
                        endpoint("/metrics", "Prometheus text format or OpenMetrics", List.of(), List.of())));
        return page;
    }

    private static Map<String, Object> list(String name, String answers, List<String> parameters) {
        return endpoint(QueryServer.API + name, answers, parameters, List.of("?format=csv"));
    }

    private static Map<String, Object> endpoint(
            String path, String answers, List<String> parameters, List<String> examples) {
        Map<String, Object> endpoint = new LinkedHashMap<>();
        endpoint.put("path", path);
        endpoint.put("answers", answers);
        endpoint.put("parameters", parameters);
        endpoint.put("examples", examples.stream().map(path::concat).toList());
        return endpoint;
    }
}
