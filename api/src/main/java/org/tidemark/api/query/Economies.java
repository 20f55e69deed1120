package org.tidemark.api.query;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The economies that a question is about.
 *
 * @param codes in their order; none: all
 */
record Economies(SortedSet<String> codes) {
    static final Economies ALL = new Economies(Collections.emptySortedSet());

    Economies {
        codes = Collections.unmodifiableSortedSet(new TreeSet<>(codes));
    }

    static Economies of(Set<String> codes) {
        return new Economies(new TreeSet<>(codes));
    }

    boolean areAll() {
        return codes.isEmpty();
    }

    boolean contains(String code) {
        return areAll() || codes.contains(code);
    }

    /**
     * Walks what is worked out economy by economy, in their order.
     *
     * @param held the economies of which there is anything, in order: those that are walked where none is named
     * @param rows hands over those of one economy while they are wanted, and returns whether more are
     */
    <T> void eachInTurn(
            Supplier<SortedSet<String>> held, BiPredicate<String, Predicate<T>> rows, Predicate<T> wantsMore) {
        SortedSet<String> walked = areAll() ? held.get() : codes;
        boolean unused = walked.stream().allMatch(code -> rows.test(code, wantsMore));
    }

    /** Walks a store that is asked for one economy, or with null for all of them, in the order of the economies. */
    <T> void each(BiConsumer<@Nullable String, Predicate<T>> store, Predicate<T> wantsMore) {
        if (areAll()) {
            store.accept(null, wantsMore);
            return;
        }
        boolean[] more = {true};
        for (String code : codes) {
            if (more[0]) {
                store.accept(code, row -> more[0] = wantsMore.test(row));
            }
        }
    }
}
