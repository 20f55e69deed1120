package org.tidemark.wire;

import org.tidemark.alert.AlertEvent;
import org.tidemark.alert.AlertState;
import org.tidemark.estimate.Estimate;
import org.tidemark.judge.Assessment;
import org.tidemark.news.News;
import org.tidemark.release.Load;
import org.tidemark.release.ReleaseOutcome;
import org.tidemark.revise.ValueChange;
import org.tidemark.series.Event;
import org.tidemark.series.Watermark;
import org.tidemark.validate.Rejection;

/** What lies on topics in the Confluent wire format, and in stores as ever. */
final class RegisteredCodecs implements Codecs {
    private final SingleObjectCodecs plain;
    private final RegisteredSchemas schemas;

    RegisteredCodecs(SingleObjectCodecs plain, RegisteredSchemas schemas) {
        this.plain = plain;
        this.schemas = schemas;
    }

    @Override
    public Codecs stored() {
        return plain;
    }

    @Override
    public Codec<Event> events() {
        return new RegisteredCodec<>(plain.events(), schemas);
    }

    @Override
    public Codec<Estimate> estimates() {
        return new RegisteredCodec<>(plain.estimates(), schemas);
    }

    @Override
    public Codec<Rejection> rejections() {
        return new RegisteredCodec<>(plain.rejections(), schemas);
    }

    @Override
    public Codec<Load> loads() {
        return new RegisteredCodec<>(plain.loads(), schemas);
    }

    @Override
    public Codec<ReleaseOutcome> outcomes() {
        return new RegisteredCodec<>(plain.outcomes(), schemas);
    }

    @Override
    public Codec<Assessment> judgements() {
        return new RegisteredCodec<>(plain.judgements(), schemas);
    }

    @Override
    public Codec<News> news() {
        return new RegisteredCodec<>(plain.news(), schemas);
    }

    @Override
    public Codec<AlertEvent> alerts() {
        return new RegisteredCodec<>(plain.alerts(), schemas);
    }

    @Override
    public Codec<Watermark> instantClosings() {
        return new RegisteredCodec<>(plain.instantClosings(), schemas);
    }

    @Override
    public Codec<ValueChange> changes() {
        return new RegisteredCodec<>(plain.changes(), schemas);
    }

    /** On no topic, so that no registry knows it. */
    @Override
    public Codec<AlertState> standings() {
        return plain.standings();
    }
}
