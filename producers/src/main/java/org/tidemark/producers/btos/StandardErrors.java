package org.tidemark.producers.btos;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.producers.UnreadableFileException;

/** The standard errors of what is followed, as they are written. */
final class StandardErrors {
    private static final String SHEET = "Response Standard Errors";

    /** Joined by what a row is about, not by where it stands: the two sheets differ in blanks, one day in order. */
    private record Key(String indicator, String code, String wave) {}

    private final Map<Key, String> texts = new HashMap<>();
    private @Nullable ResponseColumns columns;

    private StandardErrors() {}

    /** A workbook without that sheet has figures all the same, without standard errors. */
    static StandardErrors in(Sheets sheets) throws UnreadableFileException {
        StandardErrors errors = new StandardErrors();
        sheets.forEachRowIfThere(SHEET, row -> errors.add(row, sheets.fileName()));
        return errors;
    }

    /** Empty when there is none. */
    String text(String indicator, String code, String wave) {
        return texts.getOrDefault(new Key(indicator, code, wave), "");
    }

    private void add(SheetRow row, String file) throws UnreadableFileException {
        ResponseColumns known = columns;
        if (known == null) {
            columns = ResponseColumns.of(row, file);
            return;
        }
        String indicator = known.indicator(row);
        String code = known.code(row);
        // Only known codes are kept, so that no sheet can fill the memory.
        if (indicator == null || !known.breakdown().knows(code)) {
            return;
        }
        for (ResponseColumns.Wave wave : known.waves()) {
            String text = row.text(wave.column());
            if (!text.isEmpty()) {
                texts.putIfAbsent(new Key(indicator, code, wave.id()), text);
            }
        }
    }
}
