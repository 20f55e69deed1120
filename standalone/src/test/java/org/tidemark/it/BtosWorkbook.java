package org.tidemark.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A small workbook laid out as those of the Census Bureau's survey of businesses; the numbers are made. */
final class BtosWorkbook {
    private static final String USE =
            "In the last two weeks, did this business use Artificial Intelligence (AI) in producing goods or services? (Examples of AI: machine learning)";
    private static final List<String> WAVES =
            List.of("202401", "202402", "202403", "202404", "202405", "202406", "202407");

    private BtosWorkbook() {}

    /** A column for each wave, the latest first, with the answer to one question. */
    static byte[] of(String column, Object code, int waves, double shift) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Tidemark", "1.0")) {
            answers(workbook.newWorksheet("Response Estimates"), column, code, waves, 5 + shift);
            answers(workbook.newWorksheet("Response Standard Errors"), column, code, waves, 0.4);
            Worksheet dates = workbook.newWorksheet("Collection and Reference Dates");
            row(dates, 0, List.of("Smpdt", "Col Start", "Col End", "Ref Start", "Ref End"));
            for (int i = 0; i < WAVES.size(); i++) {
                LocalDate start = LocalDate.of(2024, 1, 1).plusWeeks(2L * i);
                row(
                        dates,
                        i + 1,
                        List.of(
                                Integer.valueOf(WAVES.get(i)),
                                us(start.plusWeeks(2)),
                                us(start.plusDays(27)),
                                us(start),
                                us(start.plusDays(13))));
            }
        }
        return out.toByteArray();
    }

    private static String us(LocalDate day) {
        return "%02d/%02d/%d".formatted(day.getMonthValue(), day.getDayOfMonth(), day.getYear());
    }

    private static void answers(Worksheet sheet, String column, Object code, int waves, double value) {
        int from = column.isEmpty() ? 0 : 1;
        if (!column.isEmpty()) {
            row(sheet, 0, List.of(column));
            row(sheet, 1, List.of(code));
        }
        List<Object> header = List.of("Question ID", "Question", "Answer ID", "Answer");
        List<Object> answer = List.of(7, USE, 1, "Yes");
        for (int i = 0; i < header.size(); i++) {
            put(sheet, 0, from + i, header.get(i));
            put(sheet, 1, from + i, answer.get(i));
        }
        for (int i = 0; i < waves; i++) {
            put(sheet, 0, from + 4 + i, WAVES.get(waves - 1 - i));
            put(sheet, 1, from + 4 + i, String.format(Locale.ROOT, "%.9g%%", value));
        }
    }

    private static void row(Worksheet sheet, int row, List<?> cells) {
        for (int i = 0; i < cells.size(); i++) {
            put(sheet, row, i, cells.get(i));
        }
    }

    private static void put(Worksheet sheet, int row, int column, Object cell) {
        if (cell instanceof Number number) {
            sheet.value(row, column, number);
        } else {
            sheet.value(row, column, String.valueOf(cell));
        }
    }
}
