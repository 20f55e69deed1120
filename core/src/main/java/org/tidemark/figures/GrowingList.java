package org.tidemark.figures;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.RandomAccess;

/**
 * An immutable list that mostly grows at its end. It shares what it begins with with the one that it came of, so that one more
 * element costs a sixty-fourth of a copy, and so does the question how much two of them have in common.
 *
 * @param <T> of its elements
 */
public final class GrowingList<T> extends AbstractList<T> implements RandomAccess {
    private static final int CHUNK = 64;

    /** Each but the last is full; what the last one holds beyond the size does not count. */
    private final Object[][] chunks;

    private final int size;

    private GrowingList(Object[][] chunks, int size) {
        this.chunks = chunks;
        this.size = size;
    }

    /** Without elements. */
    public static <T> GrowingList<T> empty() {
        return new GrowingList<>(new Object[0][], 0);
    }

    /** The same elements; the same list where it is one. */
    public static <T> GrowingList<T> copyOf(Collection<T> elements) {
        return elements instanceof GrowingList<T> same
                ? same
                : GrowingList.<T>empty().with(elements);
    }

    @Override
    @SuppressWarnings("unchecked")
    public T get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("element %d of %d".formatted(index, size));
        }
        return (T) chunks[index / CHUNK][index % CHUNK];
    }

    @Override
    public int size() {
        return size;
    }

    /** With one more element behind the others. */
    public GrowingList<T> with(T last) {
        return with(Collections.singletonList(last));
    }

    /** With more elements behind the others. */
    public GrowingList<T> with(Collection<? extends T> more) {
        if (more.isEmpty()) {
            return this;
        }
        int now = size + more.size();
        int whole = size / CHUNK;
        Object[][] all = Arrays.copyOf(chunks, (now + CHUNK - 1) / CHUNK);
        for (int i = whole; i < all.length; i++) {
            all[i] = i == whole && i < chunks.length ? chunks[i].clone() : new Object[CHUNK];
        }
        int at = size;
        for (T element : more) {
            all[at / CHUNK][at % CHUNK] = element;
            at++;
        }
        return new GrowingList<>(all, now);
    }

    /** The first of its elements. */
    public GrowingList<T> first(int count) {
        return count == size ? this : new GrowingList<>(Arrays.copyOf(chunks, (count + CHUNK - 1) / CHUNK), count);
    }

    /** With an element at its place in the order that all are in, instead of the one that is there, if any. */
    public GrowingList<T> put(T element, Comparator<? super T> order) {
        int at = place(this, element, order);
        int behind = at >= 0 ? at + 1 : -at - 1;
        return first(at >= 0 ? at : behind).with(element).with(subList(behind, size));
    }

    /** Without the element at the place of another one in the order that all are in, if there is any. */
    public GrowingList<T> without(T element, Comparator<? super T> order) {
        int at = place(this, element, order);
        return at < 0 ? this : first(at).with(subList(at + 1, size));
    }

    /** How many elements at the beginning of two lists are the same. */
    public int alike(GrowingList<T> other) {
        int most = Math.min(size, other.size);
        int same = 0;
        while (same < most) {
            if (chunks[same / CHUNK] == other.chunks[same / CHUNK]) {
                same = Math.min(most, same + CHUNK);
                continue;
            }
            int end = Math.min(most, same + CHUNK);
            while (same < end && isSame(get(same), other.get(same))) {
                same++;
            }
            if (same < end) {
                return same;
            }
        }
        return same;
    }

    private static boolean isSame(Object one, Object other) {
        return one == other || one.equals(other);
    }

    /** Where an element is in a list, or would be: as {@link Collections#binarySearch} tells it, and at once of a new last one. */
    public static <T> int place(List<T> inOrder, T element, Comparator<? super T> order) {
        int size = inOrder.size();
        return size == 0 || order.compare(inOrder.get(size - 1), element) < 0
                ? -size - 1
                : Collections.binarySearch(inOrder, element, order);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GrowingList<?> that ? size == that.size && alikeAny(that) == size : super.equals(other);
    }

    @SuppressWarnings("unchecked")
    private int alikeAny(GrowingList<?> other) {
        return alike((GrowingList<T>) other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
