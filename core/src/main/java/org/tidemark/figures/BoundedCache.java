package org.tidemark.figures;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * What is worked out of figures that are kept elsewhere, and kept itself while there is room: of all that was asked for least
 * lately what is beyond a bound is forgotten, and worked out anew when it is asked for. One thread at a time.
 *
 * @param <K> of what
 * @param <T> what is kept
 */
public final class BoundedCache<K, T> {
    /** Of a whole engine: about two hundred bytes each, with what is worked out of them. */
    public static final int FIGURES_MAX = 2_000_000;

    private final Map<K, Sized<T>> held = new LinkedHashMap<>(16, 0.75f, true);
    private final ToIntFunction<T> size;
    private final int figuresMax;
    private long figures;

    /** Something with its size when it was looked at last. */
    private record Sized<T>(T made, int figures) {}

    /**
     * An empty one.
     *
     * @param figuresMax how many figures all of it together may be made of
     * @param size of how many figures something was made
     */
    public BoundedCache(int figuresMax, ToIntFunction<T> size) {
        this.size = size;
        this.figuresMax = figuresMax;
    }

    /** What is kept under a key, or else what {@code made} makes of it. */
    public T get(K key, Function<K, T> made) {
        Sized<T> found = held.get(key);
        if (found != null) {
            return found.made();
        }
        T now = made.apply(key);
        put(key, now);
        return now;
    }

    /** Keeps something in place of what was there, or what was there once more when it has grown; forgets what is beyond the bound. */
    public void put(K key, T made) {
        Sized<T> now = new Sized<>(made, size.applyAsInt(made));
        Sized<T> before = held.put(key, now);
        figures += now.figures() - (before == null ? 0 : before.figures());
        var oldest = held.values().iterator();
        // The one put last is the last of the walk, and stays whatever its size.
        while (figures > figuresMax && held.size() > 1) {
            figures -= oldest.next().figures();
            oldest.remove();
        }
    }
}
