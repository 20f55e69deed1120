package org.tidemark.api.query;

import java.util.List;
import java.util.Optional;
import org.tidemark.api.http.Guarded;
import org.tidemark.api.http.RemoteRead;
import org.tidemark.engine.store.RejectionStore;

/** Everything that can be asked or sent: one declaration each. A new one is written here, and its row in {@code openapi.yaml}. */
final class Endpoints {
    private static final String ESTIMATES =
            "Estimates with their bands: the latest of each cell, or the last known at as_of; with from or to (dates of publication) every update between them; vintages=first what was said first of each period; quarantine=with as if what is held were believed. limit counts estimates. economy takes several with commas between them; case makes no difference";
    private static final String NEWS =
            "Why estimates moved: before, after, and lines whose impacts sum up to the change. The last of each cell, or the last by as_of; with from or to (dates of publication) all between them. limit counts changes";
    private static final String OBSERVATIONS =
            "Published figures as believed at as_of; vintages=all lists all that was ever said of them, vintages=first what was said first. from and to are periods";

    private static final String SMOOTHED =
            "The smoothed path of penetration: the level in the period of each figure, from the figures before and after it. No word of that time, for estimates with vintages=first are that. as_of: through the figures that were known then";

    private static final String SCORES =
            "How projections came true: first of all economies of a concept together (economy *, measures penetration and penetration.projected, months 0 for the next figure), as it was written down when each was said; then of penetration by cell and months ahead: each as it was made from the figures that were known when its newest one appeared, against the first that was said of its target. Errors are in points, beside those of the last value; band says what a binomial test makes of the 80 % band, counting projections that do not overlap. as_of: with what had come by then";

    private static final String ALERTS =
            "Alerts that were raised, cleared or retracted, with the releases that spoke for them; status=active those that are (or were at as_of) active. from and to are dates of publication";

    private static final String REJECTED =
            "Rows and records that were refused, with the reason, file and line where known, and the beginning of what was received; the newest "
                    + "%,d of each partition. from and to are dates of the refusal".formatted(RejectionStore.KEPT_MAX);

    private static final String QUARANTINE =
            "Releases that were judged: those that were held, declared, confirmed or decided on, or with status=accepted all others; with what each would do to the estimates";

    private static final String DECIDE =
            "Releases or discards what is held; which: by economy, source, release, indicator or several of them. Needs a token of --token-file";

    private static final String PUSH =
            "Takes figures, as JSON or as plain CSV, and answers with the id of the release that they are. Needs a token of --push-token-file. The same Idempotency-Key again is the same release, and nothing is published twice";

    private static final String PUSHED =
            "What became of figures that were pushed: how many were accepted, duplicates, revised, held or refused, and which rows and why; pending while not all is judged";

    private static final String EVENTS =
            "What arrives, as server-sent events: hello once everything is told, changed with the economies whose estimates were said anew, alert with the alert as /api/v1/alerts writes it";

    private static final String REMOTE_READ =
            "The history as Prometheus reads it from afar (remote read): what was said at its own dates, and what is expected of days to come. Whole or not at all";

    private static final List<Endpoint> ALL = List.of(
            Endpoint.object(QueryServer.API, "Index", "What there is to ask, with examples", List.of(), List.of()),
            Endpoint.list(
                    QueryServer.ESTIMATES,
                    "estimates",
                    "Estimate",
                    ESTIMATES,
                    EstimateQuery.PARAMETERS,
                    List.of(
                            "?economy=US&sector=TOTAL",
                            "?economy=DE&as_of=2024-06-30",
                            "?economy=US&from=2024-01&to=2025-12&format=csv")),
            Endpoint.list(
                    QueryServer.NEWS,
                    "news",
                    "News",
                    NEWS,
                    NewsQuery.PARAMETERS,
                    List.of("?economy=US&measure=penetration", "?economy=US&from=2025-01&format=csv")),
            Endpoint.list(
                    QueryServer.ALERTS,
                    "alerts",
                    "Alert",
                    ALERTS,
                    AlertQuery.PARAMETERS,
                    List.of("?status=active", "?economy=US&from=2025-01&format=csv")),
            Endpoint.list(
                    QueryServer.OBSERVATIONS,
                    "observations",
                    "Observation",
                    OBSERVATIONS,
                    ObservationQuery.PARAMETERS,
                    List.of(
                            "?indicator=adoption.firms.any_use&economy=DK&vintages=all",
                            "?economy=US&from=2024&to=2024-H1&as_of=2024-12-31")),
            Endpoint.figures(QueryServer.OBSERVATIONS, "Figures", 202, "Pushed", PUSH),
            Endpoint.object(PushPage.RELEASE, "Pushed", PUSHED, List.of(), List.of()),
            Endpoint.list(
                    QueryServer.SMOOTHED,
                    "smoothed",
                    "Smoothed",
                    SMOOTHED,
                    SmoothedQuery.PARAMETERS,
                    List.of("?economy=DK&sector=TOTAL", "?economy=US&concept=firms.goods_services&format=csv")),
            Endpoint.list(
                    QueryServer.SCORES,
                    "scores",
                    "Score",
                    SCORES,
                    SmoothedQuery.PARAMETERS,
                    List.of("?economy=US&sector=TOTAL", "?concept=firms.goods_services&format=csv")),
            Endpoint.list(
                    QueryServer.CALENDAR,
                    "calendar",
                    "Awaited",
                    "What each penetration, or with `measure` each estimate of another measure, awaits of each source: when the next release is expected, and what it is worth before it comes: by how much surer the level will be, how far it is expected to move, and the probability that each alert is raised or over",
                    CalendarQuery.PARAMETERS,
                    List.of(
                            "?economy=US&sector=TOTAL",
                            "?economy=US&measure=demand_gap",
                            "?economy=DK&measure=penetration.projected",
                            "?source=EUROSTAT&format=csv")),
            new Endpoint(
                    "GET",
                    QueryServer.CALENDAR_ICS,
                    "The same as iCalendar, to subscribe to: a day for each source",
                    CalendarQuery.OF_ICS,
                    List.of("?sector=TOTAL"),
                    new Endpoint.Answer(200, "text/calendar", null, null),
                    null,
                    false),
            Endpoint.list(
                    QueryServer.QUARANTINE,
                    "judgements",
                    "Judgement",
                    QUARANTINE,
                    JudgementQuery.PARAMETERS,
                    List.of("?status=held", "?economy=US&source=INDEED_AI_POSTINGS&status=accepted")),
            Endpoint.post(DecisionPage.PATH, "Decision", 202, "Decided", DECIDE),
            Endpoint.list(
                    QueryServer.REJECTED,
                    "rejected",
                    "Rejected",
                    REJECTED,
                    RejectedQuery.PARAMETERS,
                    List.of("?reason=unknown_economy", "?source=EUROSTAT&format=csv")),
            Endpoint.list(
                    QueryServer.INDICATORS,
                    "indicators",
                    "Indicator",
                    "The catalogue: what each indicator and each family of them means",
                    QueryServer.INDICATOR_PARAMETERS,
                    List.of("?format=csv")),
            Endpoint.object(
                    QueryServer.RECIPES,
                    "Recipes",
                    "Every mechanism that is to be monitored with the recipes that answer it, what they read, and their number or what they wait for",
                    RecipePage.PARAMETERS,
                    List.of("", "?format=csv")),
            Endpoint.read(RemoteRead.PATH, RemoteRead.TYPE, REMOTE_READ),
            words("economies", "Economy", "The economies that are held, with their names", Lists.PARAMETERS),
            words("concepts", "Concept", "What is counted, by measure, with titles", Lists.PARAMETERS),
            words("sectors", "Sector", "The sectors that have estimates", Lists.PARAMETERS),
            words("measures", "Measure", "What is estimated", Lists.CLOSED),
            words("sources", "Source", "Publishers, with citation and licence", Lists.CLOSED),
            words("releases", "Release", "What publishers made public, and when", Lists.OF_SOURCES),
            words("rules", "Rule", "The rules of alerts, with their bounds", Lists.CLOSED),
            Endpoint.text(Guarded.EVENTS, "text/event-stream", EVENTS),
            Endpoint.object(OpenApi.PATH, "Any", "This API as OpenAPI 3.1", List.of(), List.of()),
            Endpoint.text(OpenApi.YAML, OpenApi.YAML_TYPE, "The same as YAML"),
            Endpoint.object("/health/live", "Health", "200 unless only a restart can help", List.of(), List.of()),
            Endpoint.object(
                    "/health/ready",
                    "Health",
                    "200 when queries are answered and figures can arrive",
                    List.of(),
                    List.of()),
            Endpoint.text("/metrics", "text/plain", "Prometheus text format or OpenMetrics"));

    private Endpoints() {}

    static List<Endpoint> all() {
        return ALL;
    }

    /** The list of a name. */
    static Endpoint list(String name) {
        return named(name)
                .orElseThrow(() -> new IllegalArgumentException("no list %s is declared; declare it".formatted(name)));
    }

    static boolean isList(String name) {
        return named(name).isPresent();
    }

    private static Optional<Endpoint> named(String name) {
        return ALL.stream()
                .filter(e -> e.answer().list() != null && e.name().equals(name))
                .findFirst();
    }

    private static Endpoint words(String name, String schema, String answers, List<String> parameters) {
        return Endpoint.list(QueryServer.API + name, name, schema, answers, parameters, List.of("?format=csv"));
    }
}
