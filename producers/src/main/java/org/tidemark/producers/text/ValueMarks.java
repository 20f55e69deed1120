package org.tidemark.producers.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.ObservationStatus;

/** What a publisher writes behind numbers ({@code 12.5 (b)}) or around them ({@code [12.5]}), as the catalogue declares it. */
public final class ValueMarks {
    /** Of a publisher who writes nothing but numbers. */
    private static final ValueMarks NONE = new ValueMarks(Map.of());

    /** More at one number are no marks but another thing. */
    private static final int MARKS_MAX = 4;

    private static final Pattern BEHIND = Pattern.compile("[+-]?[\\d.,]*\\d\\s*([^\\d\\s.,+\u2212'\u2019%-]{1,10})");
    private static final Pattern AROUND = Pattern.compile("\\[[\\d.,]+]|\\([\\d.,]+\\)|\\{[\\d.,]+}|<[\\d.,]+>");

    private final List<Mark> marks;

    /**
     * A number without its marks.
     *
     * @param status the gravest that they say
     * @param note the marks that say nothing else; null where there are none
     */
    public record Bare(String number, ObservationStatus status, @Nullable String note) {}

    /** Behind a number, or before and behind it. */
    private record Mark(String before, String behind, ObservationStatus status) {
        static Mark of(String written, ObservationStatus status) {
            boolean pair =
                    written.length() == 2 && "[](){}<>".contains(written) && "[({<".indexOf(written.charAt(0)) >= 0;
            return pair
                    ? new Mark(written.substring(0, 1), written.substring(1), status)
                    : new Mark("", written, status);
        }

        boolean isAt(String cell) {
            return cell.length() > before.length() + behind.length()
                    && cell.startsWith(before)
                    && cell.endsWith(behind);
        }

        String without(String cell) {
            return cell.substring(before.length(), cell.length() - behind.length())
                    .strip();
        }
    }

    /** Those that are declared. */
    public static ValueMarks of(Map<String, ObservationStatus> declared) {
        return declared.isEmpty() ? NONE : new ValueMarks(declared);
    }

    private ValueMarks(Map<String, ObservationStatus> declared) {
        marks = declared.entrySet().stream()
                .map(e -> Mark.of(e.getKey(), e.getValue()))
                .sorted(Comparator.comparingInt((Mark mark) -> mark.behind().length())
                        .reversed()
                        .thenComparing(Mark::behind))
                .toList();
    }

    /** The mark of a cell that would be a number without it, and could be declared. */
    public static Optional<String> undeclared(String cell) {
        Matcher behind = BEHIND.matcher(cell);
        if (behind.matches()) {
            return Optional.of(behind.group(1));
        }
        return AROUND.matcher(cell).matches()
                ? Optional.of("" + cell.charAt(0) + cell.charAt(cell.length() - 1))
                : Optional.empty();
    }

    /**
     * Why a cell holds no number, with the remedy where a mark that nobody declared is the reason.
     *
     * @param said why it is none
     * @param where under what the mark can be declared: {@code source OWN}
     */
    public static String complaint(String said, String cell, String where) {
        return undeclared(cell)
                .map(mark -> "%s; or declare '%s' under 'marks' of %s in a catalogue of your own"
                        .formatted(said, mark, where))
                .orElse(said);
    }

    /** Takes the marks of a cell off; a cell without any is the number itself. */
    public Bare of(String cell) {
        String number = cell;
        ObservationStatus status = ObservationStatus.NORMAL;
        List<String> wordless = new ArrayList<>();
        for (int i = 0; i < MARKS_MAX; i++) {
            Mark found = at(number);
            if (found == null) {
                break;
            }
            number = found.without(number);
            status = graver(found.status(), status);
            if (found.status() == ObservationStatus.NORMAL) {
                wordless.add(found.before() + found.behind());
            }
        }
        return new Bare(number, status, wordless.isEmpty() ? null : "mark " + String.join(" ", wordless));
    }

    /** The gravest of two statuses. */
    public static ObservationStatus graver(ObservationStatus one, ObservationStatus other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** What two places note of one figure; null where neither notes anything. */
    public static @Nullable String both(@Nullable String one, @Nullable String other) {
        return one == null ? other : other == null ? one : one + ", " + other;
    }

    private @Nullable Mark at(String cell) {
        return marks.stream().filter(mark -> mark.isAt(cell)).findFirst().orElse(null);
    }
}
