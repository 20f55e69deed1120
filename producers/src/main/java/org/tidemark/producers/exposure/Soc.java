package org.tidemark.producers.exposure;

import java.util.regex.Pattern;
import org.tidemark.producers.FigureSink;
import org.tidemark.producers.text.Row;
import org.tidemark.producers.text.SourceExcerpt;
import org.tidemark.validate.RejectReason;

/** Codes of the US Standard Occupational Classification: {@code 15-1252}. */
final class Soc {
    private static final Pattern CODE = Pattern.compile("\\d{2}-\\d{4}");

    private Soc() {}

    static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    static String sector(String code) {
        return "SOC:" + code;
    }

    /** Tells that a cell holds no code. */
    static void reject(Row row, String column, String text, String example, FigureSink sink) {
        row.reject(
                sink,
                text.isEmpty() ? RejectReason.MISSING_FIELD : RejectReason.BAD_ID,
                "%s %s is no code of an occupation; write it as %s".formatted(column, SourceExcerpt.of(text), example));
    }
}
