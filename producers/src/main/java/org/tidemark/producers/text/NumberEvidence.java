package org.tidemark.producers.text;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the numbers of a file are written, all of them together; what one alone leaves open, another settles. */
final class NumberEvidence {
    private static final Pattern IN_ONE_PIECE = Pattern.compile("[+-]?[1-9]\\d{4}");

    private long onlyByPoint;
    private long onlyByComma;
    /** {@code 1,234,567}: commas that can be nothing but gaps between groups. */
    private long groupedByCommas;

    private long groupedByPoints;
    private long open;
    /** {@code 157000}: of that size, and in one piece. */
    private long longInOnePiece;

    private @Nullable String openWithComma;
    private @Nullable String openWithPoint;

    void see(String cell, String where) {
        WrittenNumber number = WrittenNumber.of(Numbers.withoutPercent(cell));
        longInOnePiece +=
                number.isNumber() && IN_ONE_PIECE.matcher(number.text()).lookingAt() ? 1 : 0;
        if (number.isOnlyByPoint()) {
            onlyByPoint++;
            groupedByCommas += number.has(',') ? 1 : 0;
        } else if (number.isOnlyByComma()) {
            onlyByComma++;
            groupedByPoints += number.has('.') ? 1 : 0;
        } else if (number.isEither() || number.isGapped()) {
            String example = SourceExcerpt.of(number.text()) + " (" + where + ")";
            if (openWithComma == null && (number.has(',') || number.isGapped())) {
                openWithComma = example;
            }
            if (openWithPoint == null && (number.has('.') || number.isGapped())) {
                openWithPoint = example;
            }
            open++;
        }
    }

    /** Whether a decimal comma is the file's mark: more numbers can be read with it alone than with a point alone. */
    boolean isDecimalComma() {
        return onlyByComma > onlyByPoint;
    }

    /** Whether the other mark stands between groups of digits, and never anywhere else. */
    boolean isGrouped(boolean decimalComma) {
        return decimalComma ? groupedByPoints > 0 && onlyByPoint == 0 : groupedByCommas > 0 && onlyByComma == 0;
    }

    /** A number that could be two, if this is the decimal mark; null when there is none. */
    @Nullable
    String open(boolean decimalComma) {
        return decimalComma ? openWithPoint : openWithComma;
    }

    /**
     * Whether groups, or what could be some, are how the file writes its large numbers. Where more of them stand in one
     * piece, groups are slips of single cells, and to refuse those loses no kind of figure.
     */
    boolean holdsGroups(boolean decimalComma) {
        long groups = (decimalComma ? groupedByPoints : groupedByCommas) + (open(decimalComma) == null ? 0 : open);
        return groups > 0 && groups >= longInOnePiece;
    }
}
