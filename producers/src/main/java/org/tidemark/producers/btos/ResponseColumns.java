package org.tidemark.producers.btos;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tidemark.producers.UnreadableFileException;
import org.tidemark.producers.text.SourceExcerpt;

/**
 * Where the columns of a sheet of responses stand, in whatever order.
 *
 * @param breakdown by what
 * @param code of the sector, state or size; -1 in the national workbook
 * @param waves the columns of the waves, as they stand
 */
record ResponseColumns(Breakdown breakdown, int code, int questionId, int question, int answer, List<Wave> waves) {
    /** The column of a wave. */
    record Wave(String id, int column) {}

    private static final Pattern WAVE = Pattern.compile("20\\d{4}");
    /** Of 26 a year, what a lifetime of the survey could have. */
    private static final int WAVES_MAX = 1_000;

    ResponseColumns {
        waves = List.copyOf(waves);
    }

    static ResponseColumns of(SheetRow header, String file) throws UnreadableFileException {
        Breakdown breakdown = breakdown(header, file);
        return new ResponseColumns(
                breakdown,
                find(header, breakdown.column()),
                require(header, "question id", file),
                require(header, "question", file),
                require(header, "answer", file),
                waves(header, file));
    }

    /** Whether the text is the id of a wave: ISO year and fortnight, 202524. */
    static boolean isWave(String text) {
        return WAVE.matcher(text).matches();
    }

    String code(SheetRow row) {
        return row.text(code);
    }

    String questionId(SheetRow row) {
        return row.text(questionId);
    }

    String question(SheetRow row) {
        return row.text(question);
    }

    /** What the row asks and counts, as an indicator; null when that is not followed. */
    @Nullable
    String indicator(SheetRow row) {
        return Question.indicator(row.text(questionId), row.text(question), row.text(answer));
    }

    /** Rows of blanks and the publisher's notes below the table. */
    boolean isNoResponse(SheetRow row) {
        return row.text(answer).isEmpty()
                && waves.stream().allMatch(w -> row.text(w.column()).isEmpty());
    }

    private static Breakdown breakdown(SheetRow header, String file) throws UnreadableFileException {
        String first = name(header, 0);
        for (Breakdown breakdown : Breakdown.values()) {
            if (first.equals(breakdown.column())) {
                return breakdown;
            }
        }
        if (first.equals("question id")) {
            return Breakdown.NATIONAL;
        }
        throw new UnreadableFileException(
                "%s is broken down by %s; the workbooks that are read are National, Sector, State and Employment Size Class"
                        .formatted(file, SourceExcerpt.of(header.text(0))));
    }

    private static List<Wave> waves(SheetRow header, String file) throws UnreadableFileException {
        List<Wave> waves = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < header.width(); i++) {
            String id = header.text(i);
            if (!isWave(id)) {
                continue;
            }
            if (waves.size() == WAVES_MAX) {
                throw new UnreadableFileException("%s, %s: more than %d waves; give the publisher's file"
                        .formatted(file, header.where(i), WAVES_MAX));
            }
            if (!seen.add(id)) {
                throw new UnreadableFileException("%s, %s: wave %s for the second time; keep one column of a wave"
                        .formatted(file, header.where(i), id));
            }
            waves.add(new Wave(id, i));
        }
        return waves;
    }

    private static int require(SheetRow header, String name, String file) throws UnreadableFileException {
        int column = find(header, name);
        if (column < 0) {
            throw new UnreadableFileException("%s, sheet '%s', has no column '%s'; give a BTOS workbook of estimates"
                    .formatted(file, header.sheet(), name));
        }
        return column;
    }

    private static int find(SheetRow header, String name) {
        for (int i = 0; !name.isEmpty() && i < header.width(); i++) {
            if (name(header, i).equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private static String name(SheetRow header, int column) {
        return header.text(column).toLowerCase(Locale.ROOT);
    }
}
