package org.tidemark.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/** Puts the contracts into a registry. Only this writes there; whoever runs later looks up. */
final class SchemaRegistration {
    private final RegistryApi api;
    private final Map<String, Schema> present;
    private final List<String> subjects = new ArrayList<>();
    private final List<String> added = new ArrayList<>();
    private final SortedMap<Integer, Long> ids = new TreeMap<>();
    private int schemas;

    SchemaRegistration(RegistryApi api, Map<String, Schema> present) {
        this.api = api;
        this.present = present;
    }

    Registration register(Topics topics) {
        Subject.of(topics).forEach(this::register);
        return new Registration(subjects, added, schemas, new SchemaIds(ids));
    }

    private void register(Subject subject) {
        Schema now = Objects.requireNonNull(present.get(subject.schema()), subject.schema());
        String name = subject.name(now);
        // Before the first schema, so that the registry holds the second against it.
        api.requireFullCompatibility(name);
        for (Schema version : SchemaShelf.contracts(subject.schema(), now)) {
            int id = api.find(name, version).orElseGet(() -> registered(name, version));
            ids.put(id, SchemaNormalization.parsingFingerprint64(version));
            schemas++;
        }
        subjects.add(name);
    }

    private int registered(String name, Schema version) {
        int id = api.register(name, version);
        added.add("%s, id %d".formatted(name, id));
        return id;
    }
}
