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
import org.tidemark.version.SystemNote;

/** The one factory of codecs. Another encoding (a registry's wire format) is another implementation of it. */
public interface Codecs {
    Codec<Event> events();

    Codec<Estimate> estimates();

    Codec<Rejection> rejections();

    Codec<Load> loads();

    Codec<ReleaseOutcome> outcomes();

    Codec<Assessment> judgements();

    Codec<News> news();

    Codec<AlertEvent> alerts();

    /** What a producer says when it has sent all of an instant. */
    Codec<Watermark> instantClosings();

    /** What is believed otherwise of figures that are compared across economies. */
    Codec<ValueChange> changes();

    /** What the system remembers; in single-object encoding everywhere, since a registry is among what is remembered. */
    default Codec<SystemNote> notes() {
        return SingleObjectCodecs.INSTANCE.notes();
    }

    /** State of the application: on no topic but its changelog. */
    Codec<AlertState> standings();

    /**
     * How the same values lie in a state store: in single-object encoding, whatever the topics have, so that a restart and
     * a query need no registry.
     */
    default Codecs stored() {
        return this;
    }

    /** Avro single-object encoding: two marker bytes, the schema's fingerprint, the record. Needs no registry. */
    static Codecs singleObject() {
        return SingleObjectCodecs.INSTANCE;
    }

    /**
     * The Confluent wire format: a zero byte, the schema's id in a registry, the record. It writes only what is registered
     * there, and reads single-object encoding too, so that a topic may hold what was written before there was a registry.
     *
     * @throws RegistryException in one line, when the registry does not answer or lacks a schema
     */
    static Codecs registered(SchemaRegistry registry, Topics topics) {
        return registered(registry, topics, SchemaIds.NONE);
    }

    /**
     * As {@link #registered(SchemaRegistry, Topics)}.
     *
     * @param given ids that were given to our schemas before: a record with one of them is never refused for it
     */
    static Codecs registered(SchemaRegistry registry, Topics topics, SchemaIds given) {
        return new RegisteredCodecs(SingleObjectCodecs.INSTANCE, RegisteredSchemas.of(registry, topics, given));
    }

    /** The release of the contracts that this program writes; every earlier one is read. */
    static int schemaRelease() {
        return SchemaShelf.RELEASES;
    }
}
