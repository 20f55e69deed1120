package org.tidemark.wire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;
import org.tidemark.alert.AlertEvent;
import org.tidemark.alert.AlertState;
import org.tidemark.estimate.Estimate;
import org.tidemark.judge.Assessment;
import org.tidemark.news.News;
import org.tidemark.release.Load;
import org.tidemark.release.ReleaseOutcome;
import org.tidemark.revise.ValueChange;
import org.tidemark.series.Event;
import org.tidemark.series.Observation;
import org.tidemark.series.QuarantineDecision;
import org.tidemark.series.ReleaseEnd;
import org.tidemark.series.Watermark;
import org.tidemark.series.Withdrawal;
import org.tidemark.validate.Rejection;
import org.tidemark.version.SystemNote;

final class SingleObjectCodecs implements Codecs {
    static final SingleObjectCodecs INSTANCE = new SingleObjectCodecs();

    private final Map<String, Schema> present = new LinkedHashMap<>();
    private final FingerprintedCodec<Event> events;
    private final FingerprintedCodec<Estimate> estimates;
    private final FingerprintedCodec<Rejection> rejections;
    private final FingerprintedCodec<Load> loads;
    private final FingerprintedCodec<ReleaseOutcome> outcomes;
    private final FingerprintedCodec<Assessment> judgements;
    private final FingerprintedCodec<News> news;
    private final FingerprintedCodec<AlertEvent> alerts;
    private final FingerprintedCodec<AlertState> standings;
    private final FingerprintedCodec<Watermark> instantClosings;
    private final FingerprintedCodec<ValueChange> changes;
    private final FingerprintedCodec<SystemNote> notes;

    private SingleObjectCodecs() {
        trustGeneratedClasses();
        FingerprintedCodec<Observation> observations = codec(
                "observation", org.tidemark.avro.Observation.class, EventRecords::toRecord, EventRecords::fromRecord);
        FingerprintedCodec<ReleaseEnd> closings = codec(
                "release_closing",
                org.tidemark.avro.ReleaseClosing.class,
                EventRecords::toRecord,
                EventRecords::fromRecord);
        FingerprintedCodec<QuarantineDecision> decisions = codec(
                "quarantine_decision",
                org.tidemark.avro.QuarantineDecision.class,
                JudgementRecords::toRecord,
                JudgementRecords::fromRecord);
        FingerprintedCodec<Withdrawal> withdrawals = codec(
                "withdrawal",
                org.tidemark.avro.Withdrawal.class,
                WithdrawalRecords::toRecord,
                WithdrawalRecords::fromRecord);
        events = new EventCodec(observations, closings, decisions, withdrawals, Map.copyOf(present));
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
        instantClosings = codec(
                "instant_closing",
                org.tidemark.avro.InstantClosing.class,
                PanelRecords::toRecord,
                PanelRecords::fromRecord);
        changes = codec(
                "figure_change",
                org.tidemark.avro.FigureChange.class,
                PanelRecords::toRecord,
                PanelRecords::fromRecord);
        notes = codec(
                "system_note",
                org.tidemark.avro.SystemNote.class,
                AccountRecords::toRecord,
                AccountRecords::fromRecord);
    }

    /** Avro reads only into classes that it has been told to trust. */
    private static void trustGeneratedClasses() {
        String generated = org.tidemark.avro.Observation.class.getPackageName() + ".";
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(), type -> type.getName().startsWith(generated)));
    }

    private <T, R extends SpecificRecord> FingerprintedCodec<T> codec(
            String name, Class<R> type, Function<T, R> to, Function<R, T> from) {
        SpecificData model = SpecificData.getForClass(type);
        Schema schema = model.getSchema(type);
        present.put(name, schema);
        return new SingleObjectCodec<>(name, schema, model, to, from);
    }

    /** The schemas that this program writes with, by their names on the shelf. */
    Map<String, Schema> present() {
        return Collections.unmodifiableMap(present);
    }

    @Override
    public FingerprintedCodec<Event> events() {
        return events;
    }

    @Override
    public FingerprintedCodec<Estimate> estimates() {
        return estimates;
    }

    @Override
    public FingerprintedCodec<Rejection> rejections() {
        return rejections;
    }

    @Override
    public FingerprintedCodec<Load> loads() {
        return loads;
    }

    @Override
    public FingerprintedCodec<ReleaseOutcome> outcomes() {
        return outcomes;
    }

    @Override
    public FingerprintedCodec<Assessment> judgements() {
        return judgements;
    }

    @Override
    public FingerprintedCodec<News> news() {
        return news;
    }

    @Override
    public FingerprintedCodec<AlertEvent> alerts() {
        return alerts;
    }

    @Override
    public FingerprintedCodec<Watermark> instantClosings() {
        return instantClosings;
    }

    @Override
    public FingerprintedCodec<ValueChange> changes() {
        return changes;
    }

    @Override
    public FingerprintedCodec<SystemNote> notes() {
        return notes;
    }

    @Override
    public FingerprintedCodec<AlertState> standings() {
        return standings;
    }
}
