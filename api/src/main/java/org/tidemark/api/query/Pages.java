package org.tidemark.api.query;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.eclipse.jetty.http.HttpHeader;
import org.tidemark.api.http.Replies;

/** Every page of the query API by its path; health and metrics are answered before it. */
final class Pages {
    private final QuerySources sources;
    private final Questions questions;
    private final Gathered.Asker asker;
    private final UnknownWords unknown;
    private final boolean open;

    /** @param open whether everybody may read, so that a browser may keep what it was told */
    Pages(QuerySources sources, boolean open) {
        this.sources = sources;
        this.open = open;
        this.questions = new Questions(sources.catalogue(), sources.codecs(), sources.clock());
        this.unknown = new UnknownWords(questions.words(), this::isHeld);
        this.asker = new Gathered.Asker(sources.peers(), sources.client());
    }

    void addTo(RoutesConfig routes) {
        routes.get(QueryServer.API, ctx -> ctx.contentType("application/json").result(Replies.json(ApiIndex.page())));
        questions.all().forEach((name, named) -> routes.get(QueryServer.API + name, ctx -> list(ctx, name, named)));
        routes.get(QueryServer.RECIPES, this::recipes);
        routes.get(QueryServer.CALENDAR_ICS, this::calendar);
        new OpenApi().addTo(routes);
        new InternalPages(sources, questions).addTo(routes);
    }

    private void list(Context ctx, String name, Questions.Named named) {
        Parameters p = Parameters.of(ctx.queryParamMap(), named.parameters());
        answer(ctx, named.kind().of(p), p, name);
    }

    private <T> void answer(Context ctx, Question<T> question, Parameters p, String name) {
        AnswerFormat format = AnswerFormat.of(p, name, ctx.header("Accept"));
        String asked = ctx.queryString();
        String path = asked == null ? name : name + "?" + asked;
        try (Gathered gathered = question.places().isEmpty()
                ? new Gathered(List.of(), List.of(), List.of())
                : asker.gather(question, path, format)) {
            Listing<T> listing = listing(question, Listing.Asked.of(p), format, gathered);
            if (!question.places().isEmpty() && p.text(Parameters.AFTER) == null && listing.isEmpty()) {
                unknown.require(name, p);
            }
            if (open) {
                ctx.header(HttpHeader.CACHE_CONTROL.asString(), "no-cache");
            }
            try (PageRows rows = listing.rows()) {
                listing.send(ctx, format, rows);
            }
        }
    }

    private void calendar(Context ctx) {
        Parameters given = Parameters.of(ctx.queryParamMap(), CalendarQuery.OF_ICS);
        Map<String, List<String>> asked = new TreeMap<>(ctx.queryParamMap());
        asked.put(Parameters.LIMIT, List.of(Integer.toString(Parameters.LIMIT_MAX)));
        Questions.Named calendar = Objects.requireNonNull(questions.named("calendar"), "calendar");
        Question<?> question = calendar.kind().of(Parameters.of(asked, calendar.parameters()));
        String path = CalendarQuery.OF_ICS.stream()
                .flatMap(name -> Optional.ofNullable(given.text(name))
                        .map(value -> "&%s=%s".formatted(name, URLEncoder.encode(value, StandardCharsets.UTF_8)))
                        .stream())
                .collect(Collectors.joining("", "calendar?limit=" + Parameters.LIMIT_MAX, ""));
        CalendarPage page = new CalendarPage();
        try (Gathered gathered = asker.gather(question, path, AnswerFormat.JSON)) {
            Listing.Asked all = Listing.Asked.first(Parameters.LIMIT_MAX);
            try (PageRows rows =
                    listing(question, all, AnswerFormat.JSON, gathered).rows()) {
                rows.each(page::take);
            }
            ctx.contentType(CalendarPage.TYPE).result(page.text(sources.clock().instant()));
        }
    }

    private void recipes(Context ctx) throws IOException {
        AnswerFormat format = AnswerFormat.of(
                Parameters.of(ctx.queryParamMap(), RecipePage.PARAMETERS), "recipes", ctx.header("Accept"));
        Questions.Named estimates = Objects.requireNonNull(questions.named("estimates"), "estimates");
        Question<?> question = estimates.kind().of(Parameters.of(RecipePage.ASKED, estimates.parameters()));
        RecipePage page = new RecipePage(sources.catalogue().recipes().measures());
        String path = RecipePage.ASKED.entrySet().stream()
                .map(p -> p.getKey() + "=" + p.getValue().get(0))
                .collect(Collectors.joining("&", "estimates?", ""));
        try (Gathered gathered = asker.gather(question, path, AnswerFormat.JSON)) {
            Listing.Asked all = Listing.Asked.first(Parameters.LIMIT_MAX);
            try (PageRows rows =
                    listing(question, all, AnswerFormat.JSON, gathered).rows()) {
                rows.each(page::take);
            }
            page.send(ctx, format, gathered.missing());
        }
    }

    private <T> Listing<T> listing(Question<T> question, Listing.Asked asked, AnswerFormat format, Gathered gathered) {
        RowText<T> text = question.text(format);
        return new Listing<>(question, asked, text, walk(question, gathered), gathered);
    }

    /** A closed vocabulary reads no store. */
    private <T> Walk<T> walk(Question<T> question, Gathered gathered) {
        if (question.places().isEmpty()) {
            return question.walk().apply(Pages::noStore);
        }
        return gathered.here().isEmpty()
                ? wantsMore -> {}
                : question.walk().apply(sources.peers().stores(gathered.here()));
    }

    /** Whether a list holds anything under one parameter alone; also where a part of the answer cannot be had. */
    private boolean isHeld(String list, String parameter, String value) {
        Questions.Named named = Objects.requireNonNull(questions.named(list), list);
        Map<String, List<String>> alone =
                Map.of(parameter, List.of(value), Parameters.LIMIT, List.of("1"), "vintages", List.of("first"));
        Question<?> question = named.kind().of(Parameters.of(alone, named.parameters()));
        String path = "%s?%s=%s&vintages=first&limit=1"
                .formatted(list, parameter, URLEncoder.encode(value, StandardCharsets.UTF_8));
        try (Gathered gathered = asker.gather(question, path, AnswerFormat.JSON)) {
            return !listing(question, Listing.Asked.first(1), AnswerFormat.JSON, gathered)
                    .isEmpty();
        }
    }

    private static ReadOnlyKeyValueStore<Bytes, byte[]> noStore(String name) {
        throw new IllegalStateException("a closed vocabulary reads no store, and not " + name);
    }
}
