package org.tidemark.engine.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Something that is worked out of the tables for one economy, and kept while there is room: of those asked for least
 * lately the ones beyond a bound are forgotten, and worked out anew when they are asked for.
 */
public final class EconomyCache<T> {
    /** About two hundred bytes each, with what is worked out of them. */
    public static final int FIGURES_MAX = 2_000_000;

    private final Map<String, Sized<T>> held = new LinkedHashMap<>(16, 0.75f, true);
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
    public EconomyCache(int figuresMax, ToIntFunction<T> size) {
        this.size = size;
        this.figuresMax = figuresMax;
    }

    /** What is kept of an economy, or else what {@code made} makes of it. */
    public T get(String economy, Function<String, T> made) {
        Sized<T> found = held.get(economy);
        if (found != null) {
            return found.made();
        }
        T now = made.apply(economy);
        put(economy, now);
        return now;
    }

    /** Keeps something in place of what was there, or what was there once more when it has grown; forgets what is beyond the bound. */
    public void put(String economy, T made) {
        Sized<T> now = new Sized<>(made, size.applyAsInt(made));
        Sized<T> before = held.put(economy, now);
        figures += now.figures() - (before == null ? 0 : before.figures());
        var oldest = held.values().iterator();
        // The one put last is the last of the walk, and stays whatever its size.
        while (figures > figuresMax && held.size() > 1) {
            figures -= oldest.next().figures();
            oldest.remove();
        }
    }
}
