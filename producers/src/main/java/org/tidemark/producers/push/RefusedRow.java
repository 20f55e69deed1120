package org.tidemark.producers.push;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tidemark.validate.RejectReason;
import org.tidemark.validate.Rejection;

/**
 * A row that was refused.
 *
 * @param line of the body as it was loaded; 0 where it is not known
 * @param detail what, which, the bound, the remedy, in one line
 */
public record RefusedRow(int line, RejectReason reason, String detail) {
    private static final Pattern LINE = Pattern.compile(", line (\\d{1,9})$");
    private static final int PARTS = 3;

    /** From the refusal of a row of a file. */
    public static RefusedRow of(Rejection rejection) {
        Matcher line = LINE.matcher(rejection.place());
        return new RefusedRow(
                line.find() ? Integer.parseInt(line.group(1)) : 0, rejection.reason(), rejection.detail());
    }

    String written() {
        return "%d %s %s".formatted(line, reason, detail);
    }

    static RefusedRow read(String written) {
        String[] parts = written.split(" ", PARTS);
        return new RefusedRow(Integer.parseInt(parts[0]), RejectReason.valueOf(parts[1]), parts[2]);
    }
}
