package org.tidemark.wire;

import java.util.List;

/**
 * What a registration found and did.
 *
 * @param subjects all that Tidemark writes under
 * @param added schemas that were not there before, as subject and id
 * @param schemas how many there are now under these subjects, as far as Tidemark knows them
 * @param ids those of all of them
 */
public record Registration(List<String> subjects, List<String> added, int schemas, SchemaIds ids) {
    public Registration {
        subjects = List.copyOf(subjects);
        added = List.copyOf(added);
    }
}
