package org.tidemark.api.query;

import java.util.Base64;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tidemark.engine.table.Key;

/**
 * Where a page of a list ended: at a place in the order of all rows, and not at a number of rows, so that whatever arrives
 * between two pages neither moves a row to the next page nor over it.
 *
 * @param place of the last row that was told
 * @param told how many rows of that place were told
 */
record Cursor(Key place, int told) {
    /** Before every row. */
    static final Cursor BEGIN = new Cursor(Key.EMPTY, 0);

    private static final String WRONG =
            "'%s' is no end of a page; follow next as it was told, or leave after away to begin anew";

    /** @throws IllegalArgumentException for a text that {@link #written} did not make */
    static Cursor parse(String text) {
        int dot = text.lastIndexOf('.');
        if (dot < 1 || !text.substring(dot + 1).matches("[1-9][0-9]{0,8}")) {
            throw new IllegalArgumentException(WRONG.formatted(Parameters.shown(text)));
        }
        try {
            byte[] place = Base64.getUrlDecoder().decode(text.substring(0, dot));
            return new Cursor(Key.of(place), Integer.parseInt(text.substring(dot + 1)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(WRONG.formatted(Parameters.shown(text)), e);
        }
    }

    String written() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.bytes()) + "." + told;
    }

    /** Tells, of the places of one walk in their order, those that come after this. */
    Predicate<Key> behind() {
        int[] seen = {0};
        return at -> {
            int order = at.compareTo(place);
            return order > 0 || (order == 0 && ++seen[0] > told);
        };
    }

    /** The end of a page that began here and told so many rows of its last place; null where it told none. */
    @Nullable
    Cursor end(@Nullable Key last, int ofLast) {
        return last == null ? null : new Cursor(last, last.equals(place) ? told + ofLast : ofLast);
    }
}
