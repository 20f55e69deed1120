package org.tidemark.producers.microsoft;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tidemark.producers.FigureSink;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.UnreadableFileException;
import org.tidemark.producers.text.Header;
import org.tidemark.producers.text.Row;
import org.tidemark.producers.text.SourceExcerpt;
import org.tidemark.series.Period;
import org.tidemark.validate.RejectReason;

/**
 * A row per US state, by its postal code, for the one period that the file's name says.
 *
 * @param state position of the code
 * @param period of every row
 * @param cell the column of values
 */
record StateTable(int state, Period period, ShareCell cell) {
    static final String SHARE = "AI User Share";
    static final String STATE = "State Abbr";
    private static final Pattern CODE = Pattern.compile("[A-Z]{2}");
    private static final Pattern PERIOD =
            Pattern.compile("(?<!\\d)(?<year>[12]\\d{3})(?<part>H[12]|Q[1-4])(?!\\d)", Pattern.CASE_INSENSITIVE);

    static boolean fits(Header header) {
        return header.hasAll(STATE, SHARE);
    }

    static StateTable of(Header header, SourceFile file) throws UnreadableFileException {
        Matcher m = PERIOD.matcher(file.name());
        if (!m.find()) {
            throw new UnreadableFileException(
                    "%s: the table of states says its period only in the file's name, and this has none; call it State_Rankings_2026Q1.csv or the like"
                            .formatted(file.name()));
        }
        Period period = Period.parse(m.group("year") + "-" + m.group("part").toUpperCase(Locale.ROOT));
        return new StateTable(header.require(STATE), period, new ShareCell(SHARE, header.requireNumbers(SHARE), false));
    }

    void tell(Row row, FigureSink sink) {
        String code = row.text(state);
        if (CODE.matcher(code).matches()) {
            cell.tell(row, "US-" + code, period, sink);
            return;
        }
        row.reject(
                sink,
                code.isEmpty() ? RejectReason.MISSING_FIELD : RejectReason.BAD_ID,
                "%s %s is no state; write its two letters such as CA".formatted(STATE, SourceExcerpt.of(code)));
    }
}
