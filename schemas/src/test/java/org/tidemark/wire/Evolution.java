package org.tidemark.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaNormalization;

/** What may become of a schema once bytes have been written with it. */
final class Evolution {
    private Evolution() {}

    /** What breaks between two versions: either cannot read what the other wrote. Empty when they get along. */
    static List<String> breaks(Schema earlier, Schema later) {
        List<String> breaks = new ArrayList<>();
        addBreak(breaks, "the later cannot read the earlier: ", later, earlier);
        addBreak(breaks, "the earlier cannot read the later: ", earlier, later);
        return breaks;
    }

    private static void addBreak(List<String> breaks, String what, Schema reader, Schema writer) {
        SchemaCompatibility.SchemaPairCompatibility pair =
                SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        if (pair.getType() != SchemaCompatibilityType.COMPATIBLE) {
            breaks.add(what + pair.getResult().getIncompatibilities());
        }
    }

    /** Schemas by name that share a fingerprint though their texts differ: a reader could not tell who wrote. */
    static List<String> collisions(Map<String, Schema> schemas) {
        Map<Long, Map.Entry<String, Schema>> holders = new TreeMap<>();
        List<String> collisions = new ArrayList<>();
        schemas.entrySet().forEach(schema -> {
            long fingerprint = SchemaNormalization.parsingFingerprint64(schema.getValue());
            Map.Entry<String, Schema> holder = holders.putIfAbsent(fingerprint, schema);
            // As text, docs and defaults count; blanks were lost in parsing.
            if (holder != null
                    && !holder.getValue().toString().equals(schema.getValue().toString())) {
                collisions.add(holder.getKey() + " and " + schema.getKey());
            }
        });
        return collisions;
    }
}
