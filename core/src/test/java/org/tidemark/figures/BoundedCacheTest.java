package org.tidemark.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The bound of what is kept in the heap. */
class BoundedCacheTest {
    private final List<String> made = new ArrayList<>();
    private final BoundedCache<String, List<Integer>> cache = new BoundedCache<>(10, List::size);

    private List<Integer> get(String economy, int figures) {
        return cache.get(economy, e -> {
            made.add(e);
            return figures(figures);
        });
    }

    private static List<Integer> figures(int figures) {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < figures; i++) {
            all.add(i);
        }
        return all;
    }

    @Test
    void whatWasAskedForLeastLatelyIsForgottenBeyondTheBound() {
        List<Integer> first = get("A", 4);
        get("B", 4);
        assertThat(get("A", 4)).isSameAs(first);

        get("C", 4);

        assertThat(made).containsExactly("A", "B", "C");
        assertThat(get("A", 4)).isSameAs(first);
        get("B", 4);
        assertThat(made).containsExactly("A", "B", "C", "B");
    }

    @Test
    void whatHasGrownIsCountedWhenItIsPutOnceMore() {
        get("A", 4);
        List<Integer> grown = get("B", 4);
        grown.addAll(figures(4));

        cache.put("B", grown);

        assertThat(get("B", 4)).isSameAs(grown);
        get("A", 4);
        assertThat(made).containsExactly("A", "B", "A");
    }

    @Test
    void oneThatIsTooBigByItselfStaysWhileItIsTheLast() {
        List<Integer> big = get("A", 50);

        assertThat(get("A", 50)).isSameAs(big);
        get("B", 1);
        get("A", 50);
        assertThat(made).containsExactly("A", "B", "A");
    }
}
