package org.tidemark.api.query;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpHeader;
import org.tidemark.api.http.RemoteRead;
import org.tidemark.api.http.Replies;

/** Every page of the query API by its path; health and metrics are answered before it. */
final class Pages {
    private final QuerySources sources;
    private final Questions questions;
    private final WholeLists lists;
    private final UnknownWords unknown;
    private final boolean open;

    /** @param open whether everybody may read, so that a browser may keep what it was told */
    Pages(QuerySources sources, boolean open) {
        this.sources = sources;
        this.open = open;
        this.questions = new Questions(sources.catalogue(), sources.codecs(), sources.clock());
        this.lists = new WholeLists(sources, questions);
        this.unknown = new UnknownWords(questions.words(), lists::isHeld);
    }

    void addTo(RoutesConfig routes) {
        routes.get(QueryServer.API, ctx -> ctx.contentType("application/json").result(Replies.json(ApiIndex.page())));
        questions.all().forEach((name, named) -> routes.get(QueryServer.API + name, ctx -> list(ctx, name, named)));
        routes.get(QueryServer.RECIPES, this::recipes);
        routes.get(QueryServer.CALENDAR_ICS, this::calendar);
        routes.post(RemoteRead.PATH, new HistoryPage(sources, lists)::answer);
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
        try (Gathered gathered = lists.gather(question, path, format)) {
            Listing<T> listing = lists.listing(question, Listing.Asked.of(p), format, gathered);
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
        Map<String, String> asked = new TreeMap<>();
        CalendarQuery.OF_ICS.forEach(
                name -> Optional.ofNullable(given.text(name)).ifPresent(value -> asked.put(name, value)));
        CalendarPage page = new CalendarPage();
        // Who subscribes to it takes what is not in it as called off.
        lists.whole("calendar", asked, page::take);
        ctx.contentType(CalendarPage.TYPE).result(page.text(sources.clock().instant()));
    }

    private void recipes(Context ctx) throws IOException {
        AnswerFormat format = AnswerFormat.of(
                Parameters.of(ctx.queryParamMap(), RecipePage.PARAMETERS), "recipes", ctx.header("Accept"));
        RecipePage page = new RecipePage(sources.catalogue().recipes().measures());
        WholeLists.End end = lists.each("estimates", RecipePage.ASKED, page::take);
        page.send(ctx, format, end.missing());
    }
}
