package org.tidemark.streams.query;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import org.tidemark.streams.http.Replies;
import org.tidemark.streams.state.StoreKey;

/** Every page of the query API by its path; health and metrics are answered before it. */
final class Pages {
    private final QuerySources sources;
    private final Questions questions;
    private final Gathered.Asker asker;

    Pages(QuerySources sources) {
        this.sources = sources;
        this.questions = new Questions(sources.catalogue(), sources.codecs());
        this.asker = new Gathered.Asker(sources.peers(), sources.client(), sources.catalogue());
    }

    void addTo(RoutesConfig routes) {
        routes.get("/", ctx -> ctx.redirect(QueryServer.API));
        routes.get(QueryServer.API, ctx -> ctx.contentType("application/json").result(Replies.json(ApiIndex.page())));
        questions.all().forEach((name, named) -> routes.get(QueryServer.API + name, ctx -> list(ctx, name, named)));
        routes.get(QueryServer.INDICATORS, this::indicators);
        new InternalPages(sources, questions).addTo(routes);
    }

    private void list(Context ctx, String name, Questions.Named named) {
        Parameters p = Parameters.of(ctx.queryParamMap(), named.parameters());
        answer(ctx, named.kind().of(p), p, name);
    }

    private <T> void answer(Context ctx, Question<T> question, Parameters p, String name) {
        AnswerFormat format = AnswerFormat.of(p, ctx.header("Accept"));
        int limit = p.limit();
        String asked = ctx.queryString();
        String path = asked == null ? name : name + "?" + asked;
        try (Gathered gathered = asker.gather(question, path, format)) {
            RowText<T> text = question.text(format);
            Walk<T> walk = gathered.here().isEmpty()
                    ? wantsMore -> {}
                    : question.walk().apply(sources.peers().stores(gathered.here()));
            new Listing<>(question, limit, text, new LocalRows<>(walk, question, text, limit), gathered)
                    .send(ctx, format);
        }
    }

    /** The catalogue is the same everywhere. */
    private void indicators(Context ctx) {
        Parameters p = Parameters.of(ctx.queryParamMap(), QueryServer.INDICATOR_PARAMETERS);
        AnswerFormat format = AnswerFormat.of(p, ctx.header("Accept"));
        Question<IndicatorRow> question = new Question<>(
                "indicators",
                null,
                Set.of(),
                stores -> wantsMore -> IndicatorRow.each(sources.catalogue(), wantsMore),
                row -> new StoreKey().bytes(),
                IndicatorCsv::new,
                ObservationJson::write);
        RowText<IndicatorRow> text = question.text(format);
        Walk<IndicatorRow> walk = wantsMore -> IndicatorRow.each(sources.catalogue(), wantsMore);
        new Listing<>(
                        question,
                        p.limit(),
                        text,
                        new LocalRows<>(walk, question, text, p.limit()),
                        new Gathered(List.of(), List.of(), List.of()))
                .send(ctx, format);
    }
}
