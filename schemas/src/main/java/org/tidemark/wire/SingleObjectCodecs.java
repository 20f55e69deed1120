package org.tidemark.wire;

import java.util.Map;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;
import org.tidemark.alert.AlertEvent;
import org.tidemark.alert.Standing;
import org.tidemark.estimate.Estimate;
import org.tidemark.judge.Judgement;
import org.tidemark.news.News;
import org.tidemark.release.Load;
import org.tidemark.release.ReleaseOutcome;
import org.tidemark.series.Event;
import org.tidemark.series.Observation;
import org.tidemark.series.QuarantineDecision;
import org.tidemark.series.ReleaseClosing;
import org.tidemark.validate.Rejection;

final class SingleObjectCodecs implements Codecs {
    static final SingleObjectCodecs INSTANCE = new SingleObjectCodecs();

    private final Codec<Event> events;
    private final Codec<Estimate> estimates;
    private final Codec<Rejection> rejections;
    private final Codec<Load> loads;
    private final Codec<ReleaseOutcome> outcomes;
    private final Codec<Judgement> judgements;
    private final Codec<News> news;
    private final Codec<AlertEvent> alerts;
    private final Codec<Standing> standings;

    private SingleObjectCodecs() {
        trustGeneratedClasses();
        Codec<Observation> observations = codec(
                "observation", org.tidemark.avro.Observation.class, EventRecords::toRecord, EventRecords::fromRecord);
        Codec<ReleaseClosing> closings = codec(
                "release_closing",
                org.tidemark.avro.ReleaseClosing.class,
                EventRecords::toRecord,
                EventRecords::fromRecord);
        Codec<QuarantineDecision> decisions = codec(
                "quarantine_decision",
                org.tidemark.avro.QuarantineDecision.class,
                JudgementRecords::toRecord,
                JudgementRecords::fromRecord);
        Map<String, Schema> present = Map.of(
                "observation", org.tidemark.avro.Observation.getClassSchema(),
                "release_closing", org.tidemark.avro.ReleaseClosing.getClassSchema(),
                "quarantine_decision", org.tidemark.avro.QuarantineDecision.getClassSchema());
        events = new EventCodec(observations, closings, decisions, SchemaShelf.namesByFingerprint(present));
        estimates = codec(
                "estimate", org.tidemark.avro.Estimate.class, EstimateRecords::toRecord, EstimateRecords::fromRecord);
        rejections = codec(
                "rejected", org.tidemark.avro.Rejected.class, AccountRecords::toRecord, AccountRecords::fromRecord);
        loads = codec("load", org.tidemark.avro.Load.class, AccountRecords::toRecord, AccountRecords::fromRecord);
        news = codec("news", org.tidemark.avro.News.class, NewsRecords::toRecord, NewsRecords::fromRecord);
        alerts = codec("alert", org.tidemark.avro.Alert.class, AlertRecords::toRecord, AlertRecords::fromRecord);
        standings = codec(
                "alert_standing",
                org.tidemark.avro.AlertStanding.class,
                AlertRecords::toRecord,
                AlertRecords::fromRecord);
        outcomes = codec(
                "release_outcome",
                org.tidemark.avro.ReleaseOutcome.class,
                AccountRecords::toRecord,
                AccountRecords::fromRecord);
        judgements = codec(
                "judgement",
                org.tidemark.avro.Judgement.class,
                JudgementRecords::toRecord,
                JudgementRecords::fromRecord);
    }

    /** Avro reads only into classes that it has been told to trust. */
    private static void trustGeneratedClasses() {
        String generated = org.tidemark.avro.Observation.class.getPackageName() + ".";
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(), type -> type.getName().startsWith(generated)));
    }

    private static <T, R extends SpecificRecord> Codec<T> codec(
            String name, Class<R> type, Function<T, R> to, Function<R, T> from) {
        SpecificData model = SpecificData.getForClass(type);
        return new SingleObjectCodec<>(name, model.getSchema(type), model, to, from);
    }

    @Override
    public Codec<Event> events() {
        return events;
    }

    @Override
    public Codec<Estimate> estimates() {
        return estimates;
    }

    @Override
    public Codec<Rejection> rejections() {
        return rejections;
    }

    @Override
    public Codec<Load> loads() {
        return loads;
    }

    @Override
    public Codec<ReleaseOutcome> outcomes() {
        return outcomes;
    }

    @Override
    public Codec<Judgement> judgements() {
        return judgements;
    }

    @Override
    public Codec<News> news() {
        return news;
    }

    @Override
    public Codec<AlertEvent> alerts() {
        return alerts;
    }

    @Override
    public Codec<Standing> standings() {
        return standings;
    }
}
