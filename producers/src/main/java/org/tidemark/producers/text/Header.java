package org.tidemark.producers.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.producers.UnreadableFileException;

/** The names of the columns, and where they stand. */
public final class Header {
    /** Position of a column that is not there; {@link Row#text} reads it as empty. */
    public static final int ABSENT = -1;

    private static final int DOUBLED = -2;

    private final String file;
    private final List<String> names;
    private final Map<String, Integer> positions = new HashMap<>();

    Header(String file, String[] cells) {
        this.file = file;
        this.names = java.util.Arrays.stream(cells).map(String::strip).toList();
        for (int i = 0; i < names.size(); i++) {
            positions.merge(names.get(i), i, (first, second) -> DOUBLED);
        }
    }

    /** The names in the order of the file, without the blanks around them; a column may be unnamed. */
    public List<String> names() {
        return names;
    }

    /** Whether every one of these columns is there, in whatever order. */
    public boolean hasAll(String... columns) {
        return positions.keySet().containsAll(List.of(columns));
    }

    /**
     * Where a column stands, from 0.
     *
     * @throws UnreadableFileException when there is none of that name, or more than one
     */
    public int require(String column) throws UnreadableFileException {
        int position = find(column);
        if (position == ABSENT) {
            throw new UnreadableFileException("%s has no column '%s', only %s; add it"
                    .formatted(file, column, Excerpt.of(String.join(",", names))));
        }
        return position;
    }

    /**
     * Where a column stands, or {@link #ABSENT}.
     *
     * @throws UnreadableFileException when there is more than one of that name
     */
    public int find(String column) throws UnreadableFileException {
        int position = positions.getOrDefault(column, ABSENT);
        if (position == DOUBLED) {
            throw new UnreadableFileException(
                    "%s has more than one column '%s'; keep the one that is meant".formatted(file, column));
        }
        return position;
    }
}
