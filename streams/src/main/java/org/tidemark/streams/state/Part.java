package org.tidemark.streams.state;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import org.tidemark.engine.store.StorePlace;

/**
 * One partition of one half of the flow: the unit that one monitor holds at a time.
 *
 * @param partition of the topic that feeds this half
 */
public record Part(StorePlace place, int partition) implements Comparable<Part> {
    private static final Comparator<Part> ORDER =
            Comparator.comparing(Part::place).thenComparingInt(Part::partition);
    private static final int DIGITS_MAX = 6;

    public Part {
        if (partition < 0) {
            throw new IllegalArgumentException("partition is %d; it must be 0 or more".formatted(partition));
        }
    }

    /** As {@code economies/3}. */
    public String written() {
        return place.name().toLowerCase(Locale.ROOT) + "/" + partition;
    }

    /**
     * Reads what {@link #written} writes.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Part parse(String text) {
        int slash = text.indexOf('/');
        String number = text.substring(slash + 1);
        if (slash < 0 || number.length() > DIGITS_MAX || !number.matches("[0-9]+")) {
            throw new IllegalArgumentException("'%s' is no part; write economies/0 or panels/0".formatted(text));
        }
        String place = text.substring(0, slash).toUpperCase(Locale.ROOT);
        return new Part(
                Arrays.stream(StorePlace.values())
                        .filter(known -> known.name().equals(place))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "'%s' is no part; write economies/0 or panels/0".formatted(text))),
                Integer.parseInt(number));
    }

    @Override
    public int compareTo(Part other) {
        return ORDER.compare(this, other);
    }
}
