package org.tidemark.text;

import java.util.regex.Pattern;

/**
 * A cell of a CSV file that a spreadsheet will open. A spreadsheet runs a cell that begins like a formula; an apostrophe
 * before it makes it text. Numbers stay as they are.
 */
public final class SheetCell {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    /** Also behind blanks, which some programs drop, and in the wide forms of East Asian keyboards. */
    private static final Pattern FORMULA =
            Pattern.compile("'*[\\s\\p{Z}]*[=+\\-@|%\\uFF1D\\uFF0B\\uFF0D\\uFF20].*", Pattern.DOTALL);

    private SheetCell() {}

    /** The text as a cell: on one line, and never a formula. */
    public static String written(String text) {
        String plain = PlainText.of(text);
        return isFormula(plain) ? "'" + plain : plain;
    }

    /** The text of a cell that {@link #written} made; any other text is given back as it is. */
    public static String read(String cell) {
        return cell.startsWith("'") && isFormula(cell) ? cell.substring(1) : cell;
    }

    private static boolean isFormula(String text) {
        // Most cells begin with a letter or a digit, as no formula does.
        return !text.isEmpty()
                && !Character.isLetterOrDigit(text.charAt(0))
                && FORMULA.matcher(text).matches()
                && !NUMBER.matcher(text).matches();
    }
}
