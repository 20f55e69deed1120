package org.tidemark.producers.exposure;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tidemark.producers.FigureSink;
import org.tidemark.producers.text.Row;

/** Codes of O*NET, which divides occupations of the SOC further: {@code 15-1252.00}. */
final class OnetCode {
    private static final Pattern CODE = Pattern.compile("(?<soc>\\d{2}-\\d{4})\\.\\d{2}");

    private OnetCode() {}

    /** The SOC code of a row; when its cell holds no code, the row is rejected and the answer empty. */
    static Optional<String> soc(Row row, String name, int column, FigureSink sink) {
        String text = row.text(column);
        Matcher m = CODE.matcher(text);
        if (m.matches()) {
            return Optional.of(m.group("soc"));
        }
        Soc.reject(row, name, text, "15-1252.00", sink);
        return Optional.empty();
    }
}
