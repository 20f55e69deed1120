package org.tidemark.figures;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Lists whose elements are in an order, and that mostly grow at the end. */
public final class GrowingLists {
    private GrowingLists() {}

    /** How many elements at the beginning of two lists are the same. */
    public static <T> int alike(List<T> one, List<T> other) {
        int most = Math.min(one.size(), other.size());
        int same = 0;
        while (same < most && (one.get(same) == other.get(same) || one.get(same).equals(other.get(same)))) {
            same++;
        }
        return same;
    }

    /** Where an element is in a list, or would be: as {@link Collections#binarySearch} tells it, and at once of a new last one. */
    public static <T> int place(List<T> inOrder, T element, Comparator<? super T> order) {
        int size = inOrder.size();
        return size == 0 || order.compare(inOrder.get(size - 1), element) < 0
                ? -size - 1
                : Collections.binarySearch(inOrder, element, order);
    }
}
