package org.tidemark.wire;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.SchemaParseException;

/**
 * Which id a registry has given to which schema. The ids that this program writes are looked up once, at the start; those
 * that it reads are looked up when they are first met.
 */
final class RegisteredSchemas {
    /** Ids that are remembered; a topic has a few dozen in its life, so more are somebody's noise. */
    private static final int KNOWN_MAX = 1_000;

    /** A schema that somebody wrote with. */
    record Writer(long fingerprint, Schema schema) {
        static Writer of(Schema schema) {
            return new Writer(SchemaNormalization.parsingFingerprint64(schema), schema);
        }
    }

    private final SchemaRegistry registry;
    private final RegistryApi api;
    private final Map<Long, Integer> ids;
    private final SchemaIds given;
    private final Map<Integer, Optional<Writer>> writers = new ConcurrentHashMap<>();

    private RegisteredSchemas(SchemaRegistry registry, RegistryApi api, Map<Long, Integer> ids, SchemaIds given) {
        this.registry = registry;
        this.api = api;
        this.ids = ids;
        this.given = given;
    }

    /**
     * Looks up what this program writes with.
     *
     * @param given ids that were given to our schemas before, whether or not the registry still knows them
     */
    static RegisteredSchemas of(SchemaRegistry registry, Topics topics, SchemaIds given) {
        RegistryApi api = new RegistryApi(registry);
        Map<String, Schema> present = SingleObjectCodecs.INSTANCE.present();
        Map<Long, Integer> ids = new HashMap<>();
        for (Subject subject : Subject.of(topics)) {
            Schema now = Objects.requireNonNull(present.get(subject.schema()), subject.schema());
            var versions = SchemaShelf.contracts(subject.schema(), now);
            int id = id(api, subject.name(now), versions.get(versions.size() - 1), registry);
            ids.putIfAbsent(SchemaNormalization.parsingFingerprint64(now), id);
        }
        return new RegisteredSchemas(registry, api, Map.copyOf(ids), given);
    }

    private static int id(RegistryApi api, String subject, Schema schema, SchemaRegistry registry) {
        return api.find(subject, schema)
                .orElseThrow(() -> new RegistryException(
                        "the registry at %s lacks the present schema of %s; run 'tidemark topics' with this registry first"
                                .formatted(registry, subject)));
    }

    /** Of a schema that this program writes with. */
    int id(long fingerprint) {
        return Objects.requireNonNull(ids.get(fingerprint), "every present schema was looked up");
    }

    /**
     * The schema with an id.
     *
     * @throws UndecodableException when the registry has no such schema, and it never was one of ours
     * @throws RegistryException when it does not answer, or does not know any more what was one of ours
     */
    Writer writer(int id) throws UndecodableException {
        Optional<Writer> known = writers.get(id);
        if (known == null) {
            known = askedPatiently(id);
            if (writers.size() >= KNOWN_MAX) {
                writers.clear();
            }
            // That there is none is remembered too: an id is given out before anything is written with it.
            writers.put(id, known);
        }
        return known.orElseThrow(() -> new UndecodableException(
                "schema id %d is of no schema in the registry; write with a schema that is registered".formatted(id)));
    }

    /** What was one of ours may come back: it is waited for as for a registry that is away, and never refused. */
    private Optional<Writer> askedPatiently(int id) {
        SchemaRegistry.Patience patience = registry.patience();
        Duration pause = patience.firstPause();
        Optional<Writer> found = asked(id);
        for (int left = patience.tries() - 1; isLost(id, found); left--) {
            if (left == 0) {
                throw RegistryException.lost(
                        "the registry at %s does not know the schema id %d any more, with which records of Tidemark's were written; restore its schemas with their ids (nothing is refused meanwhile)"
                                .formatted(registry, id));
            }
            RegistryHttp.pause(registry, pause);
            pause = pause.multipliedBy(2);
            found = asked(id);
        }
        return found;
    }

    private boolean isLost(int id, Optional<Writer> found) {
        Long ours = given.byId().get(id);
        return ours != null
                && found.filter(writer -> writer.fingerprint() == ours).isEmpty();
    }

    /** Of the text of a schema; 0 of a text that is no Avro schema. */
    static long fingerprint(String text) {
        try {
            return SchemaNormalization.parsingFingerprint64(new Schema.Parser().parse(text));
        } catch (SchemaParseException e) {
            return 0;
        }
    }

    private Optional<Writer> asked(int id) {
        if (id < 0) {
            return Optional.empty();
        }
        try {
            return api.schema(id).map(text -> Writer.of(new Schema.Parser().parse(text)));
        } catch (SchemaParseException e) {
            // A registry holds JSON schemas and others as well.
            return Optional.empty();
        }
    }
}
