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

    private final Map<String, T> held = new LinkedHashMap<>(16, 0.75f, true);
    private final ToIntFunction<T> size;
    private final int figuresMax;

    /**
     * An empty one.
     *
     * @param size of how many figures something was made
     */
    public EconomyCache(int figuresMax, ToIntFunction<T> size) {
        this.size = size;
        this.figuresMax = figuresMax;
    }

    /** What is kept of an economy, or else what {@code made} makes of it. */
    public T get(String economy, Function<String, T> made) {
        T found = held.get(economy);
        if (found == null) {
            found = made.apply(economy);
            held.put(economy, found);
        }
        return found;
    }

    /** Keeps something in place of what was there. */
    public void put(String economy, T made) {
        held.put(economy, made);
    }

    /** Forgets what is beyond the bound; the one asked for last stays. */
    public void trim() {
        if (held.size() <= 1) {
            return;
        }
        long figures = 0;
        for (T one : held.values()) {
            figures += size.applyAsInt(one);
        }
        var oldest = held.values().iterator();
        while (figures > figuresMax && held.size() > 1) {
            figures -= size.applyAsInt(oldest.next());
            oldest.remove();
        }
    }
}
