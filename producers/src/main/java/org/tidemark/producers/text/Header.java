package org.tidemark.producers.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.tidemark.producers.UnreadableFileException;

/** The names of the columns, and where they stand. */
public final class Header {
    /** Position of a column that is not there; {@link Row#text} reads it as empty. */
    public static final int ABSENT = -1;

    private static final int DOUBLED = -2;

    private final String file;
    private final List<String> names;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Map<String, Integer> positionsInAnyCase = new HashMap<>();
    private final SortedSet<Integer> numbers = new TreeSet<>();
    private UnaryOperator<String> bare = UnaryOperator.identity();
    private final List<String> above;

    Header(String file, String[] cells, List<String> above) {
        this.file = file;
        this.above = List.copyOf(above);
        this.names = Arrays.stream(cells).map(Header::trimmed).toList();
        for (int i = 0; i < names.size(); i++) {
            positions.merge(names.get(i), i, (first, second) -> DOUBLED);
            positionsInAnyCase.merge(key(names.get(i)), i, (first, second) -> DOUBLED);
        }
    }

    /** A text without the blanks around it, those that do not break and those without width too. */
    static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (from < to && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\ufeff' || c == '\u200b';
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** The names in the order of the file, without the blanks around them; a column may be unnamed. */
    public List<String> names() {
        return names;
    }

    /** Whether a row holds the names of the columns once more. */
    boolean isRepeatedBy(Row row) {
        for (int column = 0; column < names.size(); column++) {
            if (!row.text(column).equals(names.get(column))) {
                return false;
            }
        }
        return names.size() > 1;
    }

    /** What the lines above the header say. */
    public List<String> above() {
        return above;
    }

    /** Whether every one of these columns is there, in whatever order and case. */
    public boolean hasAll(String... columns) {
        return Arrays.stream(columns).allMatch(column -> position(column) != ABSENT);
    }

    /** Whether there is no column but these, and none of them twice. */
    public boolean hasNoneBut(Collection<String> columns) {
        Set<String> known = columns.stream().map(Header::key).collect(Collectors.toSet());
        return known.containsAll(positionsInAnyCase.keySet()) && !positionsInAnyCase.containsValue(DOUBLED);
    }

    /** As it is written, else in any other case; {@link #ABSENT} or doubled when it is not there once. */
    private int position(String column) {
        Integer exact = positions.get(column);
        return exact != null ? exact : positionsInAnyCase.getOrDefault(key(column), ABSENT);
    }

    /** The positions of those columns that hold numbers. */
    SortedSet<Integer> numbers() {
        return numbers;
    }

    /** Says that a column holds numbers, so that all of them count for how the file writes them. */
    public void markNumbers(int position) {
        if (position >= 0) {
            numbers.add(position);
        }
    }

    /** Says what of a cell is the number, where the publisher writes marks behind or around numbers. */
    public void markedBy(UnaryOperator<String> number) {
        bare = number;
    }

    /** What of a cell is the number. */
    String number(String cell) {
        return bare.apply(cell);
    }

    /**
     * Where a column of numbers stands, from 0.
     *
     * @throws UnreadableFileException when there is none of that name, or more than one
     */
    public int requireNumbers(String column) throws UnreadableFileException {
        int position = require(column);
        markNumbers(position);
        return position;
    }

    /**
     * Where a column of numbers stands, or {@link #ABSENT}.
     *
     * @throws UnreadableFileException when there is more than one of that name
     */
    public int findNumbers(String column) throws UnreadableFileException {
        int position = find(column);
        markNumbers(position);
        return position;
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
                    .formatted(file, column, SourceExcerpt.of(String.join(",", names))));
        }
        return position;
    }

    /**
     * Where a column stands, or {@link #ABSENT}.
     *
     * @throws UnreadableFileException when there is more than one of that name
     */
    public int find(String column) throws UnreadableFileException {
        int position = position(column);
        if (position == DOUBLED) {
            throw new UnreadableFileException(
                    "%s has more than one column '%s'; keep the one that is meant".formatted(file, column));
        }
        return position;
    }
}
