package org.tidemark.standalone.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Something that two replays were run with differently.
 *
 * @param a as A has it; null where A has none
 */
record FactDifference(String what, @Nullable String a, @Nullable String b) {
    static List<FactDifference> between(SortedMap<String, String> a, SortedMap<String, String> b) {
        SortedSet<String> names = new TreeSet<>(a.keySet());
        names.addAll(b.keySet());
        List<FactDifference> differing = new ArrayList<>();
        // Settings and versions before the inputs, of which there may be hundreds.
        for (boolean inputs : new boolean[] {false, true}) {
            for (String name : names) {
                if (name.startsWith("input ") == inputs && !same(a.get(name), b.get(name))) {
                    differing.add(new FactDifference(name, a.get(name), b.get(name)));
                }
            }
        }
        return differing;
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return one == null ? other == null : one.equals(other);
    }
}
