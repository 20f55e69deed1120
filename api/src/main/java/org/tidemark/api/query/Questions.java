package org.tidemark.api.query;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.alert.AlertEvent;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.engine.estimate.KnownProspects;
import org.tidemark.engine.store.AlertStore;
import org.tidemark.engine.store.JudgementStore;
import org.tidemark.engine.store.RejectionStore;
import org.tidemark.engine.store.StorePlace;
import org.tidemark.engine.table.KeyBuilder;
import org.tidemark.estimate.Estimate;
import org.tidemark.judge.Assessment;
import org.tidemark.news.News;
import org.tidemark.wire.Codecs;

/** The lists that are read from stores, by the last part of their path. */
final class Questions {
    private static final Set<StorePlace> OF_ECONOMIES = Set.of(StorePlace.ECONOMIES);
    private static final Set<StorePlace> OF_BOTH = Set.of(StorePlace.ECONOMIES, StorePlace.PANELS);

    private final Catalogue catalogue;
    private final Codecs codecs;
    private final Vocabulary words;
    private final Clock clock;
    private final KnownProspects prospects = new KnownProspects();

    Questions(Catalogue catalogue, Codecs codecs, Clock clock) {
        this.clock = clock;
        this.catalogue = catalogue;
        this.codecs = codecs;
        this.words = new Vocabulary(catalogue);
        put("estimates", this::estimates);
        put("news", this::news);
        put("alerts", this::alerts);
        put("observations", this::observations);
        put("smoothed", this::smoothed);
        put("scores", this::scores);
        put("calendar", this::calendar);
        put("quarantine", this::quarantine);
        put("rejected", this::rejected);
        Lists lists = new Lists(words, codecs);
        put("economies", lists::economies);
        put("concepts", lists::concepts);
        put("sectors", lists::sectors);
        put("sources", lists::sources);
        put("releases", lists::releases);
        put("measures", lists::measures);
        put("rules", lists::rules);
        put("indicators", this::indicators);
    }

    /** The catalogue is the same everywhere. */
    private Question<IndicatorRow> indicators(Parameters p) {
        return new Question<>(
                "indicators",
                Economies.ALL,
                Set.of(),
                stores -> wantsMore -> IndicatorRow.each(catalogue, wantsMore),
                Places::indicator,
                IndicatorCsv::new,
                ObservationJson::write);
    }

    Vocabulary words() {
        return words;
    }

    /** How a list is asked for. */
    interface Kind {
        Question<?> of(Parameters parameters);
    }

    /**
     * One of the lists.
     *
     * @param parameters that it knows
     */
    record Named(List<String> parameters, Kind kind) {}

    private final Map<String, Named> all = new TreeMap<>();

    Map<String, Named> all() {
        return all;
    }

    @Nullable
    Named named(String name) {
        return all.get(name);
    }

    /** The parameters of a list are those that it is declared with. */
    private void put(String name, Kind kind) {
        all.put(name, new Named(Endpoints.list(name).parameters(), kind));
    }

    private Question<Estimate> estimates(Parameters p) {
        EstimateQuery query = EstimateQuery.of(p, words);
        Days days = Days.of(query, catalogue, clock.instant());
        boolean withHeld = query.quarantine() == EstimateQuery.Quarantine.WITH;
        return new Question<>(
                "estimates",
                query.economies(),
                withHeld ? OF_ECONOMIES : OF_BOTH,
                stores -> withHeld
                        ? new WhatIfSearch(query, catalogue, stores, codecs)
                        : new EstimateSearch(query, stores, codecs),
                query.tellsThePast()
                        ? estimate -> KeyBuilder.ofCell(estimate.key())
                                .instant(estimate.asOf())
                                .key()
                        : estimate -> KeyBuilder.ofCell(estimate.key()).key(),
                out -> EstimateCsv.begin(out, query.horizon(), days),
                new EstimateJson(query.horizon(), days));
    }

    private Question<News> news(Parameters p) {
        EstimateQuery cells = EstimateQuery.of(p, words);
        return new Question<>(
                "news",
                cells.economies(),
                OF_BOTH,
                stores -> new NewsQuery(cells, stores, codecs),
                cells.history()
                        ? news -> KeyBuilder.ofCell(news.key())
                                .instant(news.asOf())
                                .key()
                        : news -> KeyBuilder.ofCell(news.key()).key(),
                NewsCsv::begin,
                NewsJson::write);
    }

    private Question<AlertEvent> alerts(Parameters p) {
        AlertQuery query = AlertQuery.of(p, catalogue);
        return new Question<>(
                "alerts",
                query.economies(),
                OF_BOTH,
                stores -> {
                    AlertStore store = AlertStore.reading(stores, codecs);
                    return wantsMore -> query.each(store, wantsMore);
                },
                query.status() == AlertQuery.Status.ALL ? Places::alertEvent : Places::alert,
                AlertCsv::begin,
                AlertJson::write);
    }

    private Question<VintageRow> observations(Parameters p) {
        ObservationQuery query = ObservationQuery.of(p, catalogue);
        return new Question<>(
                "observations",
                query.economies(),
                OF_ECONOMIES,
                stores -> new ObservationSearch(query, catalogue, stores, codecs),
                query.vintages() == ObservationQuery.Vintages.ALL
                        ? row -> Places.observation(row.observation())
                        : row -> Places.figure(row.observation()),
                ObservationCsv::begin,
                ObservationJson::write);
    }

    private Question<Assessment> quarantine(Parameters p) {
        JudgementQuery query = JudgementQuery.of(p, catalogue);
        return new Question<>(
                "judgements",
                query.economies(),
                OF_ECONOMIES,
                stores -> new JudgementSearch(query, catalogue, JudgementStore.reading(stores, codecs)),
                Places::judgement,
                JudgementCsv::begin,
                JudgementJson::write);
    }

    /** Worked out of the figures when it is asked for. */
    private Question<CalendarRow> calendar(Parameters p) {
        CalendarQuery query = CalendarQuery.of(p, words, clock.instant());
        return new Question<>(
                "calendar",
                query.economies(),
                query.mayCrossEconomies() ? OF_BOTH : OF_ECONOMIES,
                stores -> new CalendarSearch(query, catalogue, stores, codecs, prospects),
                row -> KeyBuilder.ofCell(row.release().cell()).key(),
                CalendarCsv::new,
                new CalendarJson(catalogue));
    }

    /** Worked out of the figures when it is asked for. */
    private Question<SmoothedRow> smoothed(Parameters p) {
        SmoothedQuery query = SmoothedQuery.of(p, words);
        return new Question<>(
                "smoothed",
                query.economies(),
                OF_ECONOMIES,
                stores -> new SmoothedSearch(query, catalogue, stores, codecs),
                Places::smoothed,
                SmoothedCsv::begin,
                new SmoothedJson(catalogue));
    }

    /** Worked out of the vintages of the figures when it is asked for. */
    private Question<ScoreRow> scores(Parameters p) {
        SmoothedQuery query = SmoothedQuery.of(p, words);
        return new Question<>(
                "scores",
                query.economies(),
                OF_BOTH,
                stores -> new ScoreSearch(query, catalogue, stores, codecs),
                row -> KeyBuilder.ofCell(row.key()).number(row.score().months()).key(),
                ScoreCsv::begin,
                new ScoreJson(catalogue));
    }

    /** What is refused may have no economy, so that every partition may have it. */
    private Question<RejectionStore.Kept> rejected(Parameters p) {
        RejectedQuery query = RejectedQuery.of(p);
        return new Question<>(
                "rejected",
                Economies.ALL,
                Set.of(StorePlace.REJECTED),
                stores -> {
                    RejectionStore store = RejectionStore.reading(stores, codecs);
                    return wantsMore -> query.each(store, wantsMore);
                },
                RejectionStore.Kept::at,
                RejectedCsv::begin,
                RejectedJson::write);
    }
}
