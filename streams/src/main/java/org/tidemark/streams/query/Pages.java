package org.tidemark.streams.query;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.tidemark.alert.AlertEvent;
import org.tidemark.estimate.Estimate;
import org.tidemark.judge.Judgement;
import org.tidemark.streams.http.Replies;
import org.tidemark.streams.state.AlertStore;
import org.tidemark.streams.state.JudgementStore;
import org.tidemark.streams.state.RejectionStore;

/** Every page of the query API by its path; health and metrics are answered before it. */
final class Pages {
    private final QuerySources sources;

    Pages(QuerySources sources) {
        this.sources = sources;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/", ctx -> ctx.redirect(QueryServer.API));
        routes.get(QueryServer.API, ctx -> ctx.contentType("application/json").result(Replies.json(ApiIndex.page())));
        routes.get(QueryServer.ESTIMATES, this::estimates);
        routes.get(QueryServer.NEWS, this::news);
        routes.get(QueryServer.ALERTS, this::alerts);
        routes.get(QueryServer.OBSERVATIONS, this::observations);
        routes.get(QueryServer.QUARANTINE, this::quarantine);
        routes.get(QueryServer.REJECTED, this::rejected);
        routes.get(QueryServer.INDICATORS, this::indicators);
    }

    private void estimates(Context ctx) {
        Parameters p = Parameters.of(ctx.queryParamMap(), EstimateQuery.PARAMETERS);
        EstimateQuery query = EstimateQuery.of(p, sources.catalogue());
        AnswerFormat format = AnswerFormat.of(p, ctx.header("Accept"));
        Walk<Estimate> walk = query.quarantine() == EstimateQuery.Quarantine.WITH
                ? new WhatIfSearch(query, sources.catalogue(), sources.stores(), sources.codecs())
                : new EstimateSearch(query, sources.stores(), sources.codecs());
        new Listing<>(
                        "estimates",
                        p.limit(),
                        walk,
                        out -> EstimateCsv.begin(out, query.horizon()),
                        new EstimateJson(query.horizon()))
                .send(ctx, format);
    }

    private void news(Context ctx) {
        Parameters p = Parameters.of(ctx.queryParamMap(), NewsQuery.PARAMETERS);
        EstimateQuery cells = EstimateQuery.of(p, sources.catalogue());
        AnswerFormat format = AnswerFormat.of(p, ctx.header("Accept"));
        new Listing<>(
                        "news",
                        p.limit(),
                        new NewsQuery(cells, sources.stores(), sources.codecs()),
                        NewsCsv::begin,
                        NewsJson::write)
                .send(ctx, format);
    }

    private void alerts(Context ctx) {
        Parameters p = Parameters.of(ctx.queryParamMap(), AlertQuery.PARAMETERS);
        AlertQuery query = AlertQuery.of(p, sources.catalogue());
        AnswerFormat format = AnswerFormat.of(p, ctx.header("Accept"));
        AlertStore store = AlertStore.reading(sources.stores().store(AlertStore.NAME), sources.codecs());
        new Listing<AlertEvent>(
                        "alerts",
                        p.limit(),
                        wantsMore -> query.each(store, wantsMore),
                        AlertCsv::begin,
                        AlertJson::write)
                .send(ctx, format);
    }

    private void observations(Context ctx) {
        Parameters p = Parameters.of(ctx.queryParamMap(), ObservationQuery.PARAMETERS);
        ObservationQuery query = ObservationQuery.of(p, sources.catalogue());
        AnswerFormat format = AnswerFormat.of(p, ctx.header("Accept"));
        new Listing<VintageRow>(
                        "observations",
                        p.limit(),
                        new ObservationSearch(query, sources.catalogue(), sources.stores(), sources.codecs()),
                        ObservationCsv::begin,
                        ObservationJson::write)
                .send(ctx, format);
    }

    private void quarantine(Context ctx) {
        Parameters p = Parameters.of(ctx.queryParamMap(), JudgementQuery.PARAMETERS);
        JudgementQuery query = JudgementQuery.of(p, sources.catalogue());
        AnswerFormat format = AnswerFormat.of(p, ctx.header("Accept"));
        JudgementStore store = JudgementStore.reading(sources.stores().store(JudgementStore.NAME), sources.codecs());
        new Listing<Judgement>(
                        "judgements",
                        p.limit(),
                        new JudgementSearch(query, sources.catalogue(), store),
                        JudgementCsv::begin,
                        JudgementJson::write)
                .send(ctx, format);
    }

    private void rejected(Context ctx) {
        Parameters p = Parameters.of(ctx.queryParamMap(), RejectedQuery.PARAMETERS);
        RejectedQuery query = RejectedQuery.of(p);
        AnswerFormat format = AnswerFormat.of(p, ctx.header("Accept"));
        RejectionStore store = RejectionStore.reading(sources.stores().store(RejectionStore.NAME), sources.codecs());
        new Listing<RejectionStore.Kept>(
                        "rejected",
                        p.limit(),
                        wantsMore -> query.each(store, wantsMore),
                        RejectedCsv::begin,
                        RejectedJson::write)
                .send(ctx, format);
    }

    private void indicators(Context ctx) {
        Parameters p = Parameters.of(ctx.queryParamMap(), QueryServer.INDICATOR_PARAMETERS);
        AnswerFormat format = AnswerFormat.of(p, ctx.header("Accept"));
        new Listing<IndicatorRow>(
                        "indicators",
                        p.limit(),
                        wantsMore -> IndicatorRow.each(sources.catalogue(), wantsMore),
                        IndicatorCsv::new,
                        ObservationJson::write)
                .send(ctx, format);
    }
}
