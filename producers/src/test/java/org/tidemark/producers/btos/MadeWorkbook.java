package org.tidemark.producers.btos;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A small workbook laid out as the publisher lays out his. Tests change its rows before they ask for its bytes. */
final class MadeWorkbook {
    static final String OLD_USE =
            "In the last two weeks, did this business use Artificial Intelligence (AI) in producing goods or services? (Examples of AI: machine learning)";
    static final String NEW_USE =
            "In the last two weeks, did this business use Artificial Intelligence (AI)  in any of its business functions? (Examples of AI: machine learning)";
    static final String NEW_USE_LATER =
            "During the next six months, do you think this business will be using Artificial Intelligence (AI) in any of its business functions?";
    static final String DEMAND = "In the last two weeks, how did demand for this business's goods or services change?";
    static final String PERFORMANCE = "Overall, how would you describe this business's current performance?";
    static final String SOURCE_NOTE = "Source: made for the tests.";

    /** Header first. */
    final List<List<@Nullable Object>> estimates = new ArrayList<>();

    final List<List<@Nullable Object>> errors = new ArrayList<>();
    final List<List<@Nullable Object>> dates = new ArrayList<>();

    private MadeWorkbook() {
        dates.add(row("Smpdt", "Col Start", "Col End", "Ref Start", "Ref End"));
        dates.add(row(202319, "09/11/2023", "09/24/2023", "08/28/2023", "09/10/2023"));
        dates.add(row(202520, "09/22/2025", "10/05/2025", "09/08/2025", "09/21/2025"));
        dates.add(row(202524, "11/17/2025", "11/30/2025", "11/03/2025", "11/16/2025"));
        dates.add(row());
        dates.add(row(SOURCE_NOTE));
    }

    /** Every kind of cell there is: figures, empty, suppressed, not asked, not followed. */
    static MadeWorkbook ofSectors() {
        MadeWorkbook made = new MadeWorkbook();
        made.estimates.addAll(List.of(
                row("Sector", "Question ID", "Question", "Answer ID", "Answer", "202524", "202520", "202319"),
                row(11, 7, OLD_USE, 1, "Yes", null, "S", "3.1%"),
                row(51, 7, OLD_USE, 1, "Yes", null, "25.9%", "13.8%"),
                row(51, 7, OLD_USE, 2, "No", null, "60.0%", "70.0%"),
                row(51, 7, NEW_USE, 1, "Yes", "33.0%", ".", "."),
                row(51, 24, NEW_USE_LATER, 1, "Yes", "36.1%", null, null),
                row("XX", 10, DEMAND, 1, "Increased", "10.1%", "S", "12.0%"),
                row("XX", 10, DEMAND, 3, "No change", "60.0%", "61.0%", "62.0%"),
                row(51, 3, PERFORMANCE, 1, "Excellent", "12.1%", ".", "13.3%"),
                row(),
                row(SOURCE_NOTE)));
        made.errors.addAll(List.of(
                row("Sector", "Question ID", "Question", "Answer ID", "Answer", "202319", "202520", "202524"),
                row(51, 24, NEW_USE_LATER.replace(" in any", "  in any"), 1, "Yes", null, null, "1.30%"),
                row(51, 7, NEW_USE.replace("  ", " "), 1, "Yes", ".", ".", "1.21%"),
                row(51, 7, OLD_USE, 1, "Yes", "0.98%", "1.10%", null),
                row(11, 7, OLD_USE, 1, "Yes", "0.70%", "0.90%", null),
                row("XX", 10, DEMAND, 1, "Increased", "S", "0.40%", "0.33%")));
        return made;
    }

    /** One answer to one question, of one state, size class or, without a code, of the nation. */
    static MadeWorkbook ofOne(
            @Nullable String column, @Nullable Object code, Object id, String question, String answer) {
        MadeWorkbook made = new MadeWorkbook();
        List<@Nullable Object> header = row("Question ID", "Question", "Answer ID", "Answer", "202524");
        List<@Nullable Object> answers = row(id, question, 1, answer, "11.3%");
        List<@Nullable Object> errors = row(id, question, 1, answer, "0.43%");
        if (column != null) {
            header.add(0, column);
            answers.add(0, code);
            errors.add(0, code);
        }
        made.estimates.addAll(List.of(header, answers));
        made.errors.addAll(List.of(header, errors));
        return made;
    }

    static List<@Nullable Object> row(@Nullable Object... cells) {
        return new ArrayList<>(Arrays.asList(cells));
    }

    /** Replaces one cell of the estimates. */
    MadeWorkbook withEstimate(int row, int column, Object cell) {
        estimates.get(row).set(column, cell);
        return this;
    }

    MadeWorkbook withError(int row, int column, Object cell) {
        errors.get(row).set(column, cell);
        return this;
    }

    byte[] bytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Tidemark", "1.0")) {
            sheet(workbook, "Response Estimates", estimates);
            if (!errors.isEmpty()) {
                sheet(workbook, "Response Standard Errors", errors);
            }
            if (!dates.isEmpty()) {
                sheet(workbook, "Collection and Reference Dates", dates);
            }
        }
        return out.toByteArray();
    }

    private static void sheet(Workbook workbook, String name, List<List<@Nullable Object>> rows) {
        Worksheet sheet = workbook.newWorksheet(name);
        for (int r = 0; r < rows.size(); r++) {
            List<@Nullable Object> row = rows.get(r);
            for (int c = 0; c < row.size(); c++) {
                write(sheet, r, c, row.get(c));
            }
        }
    }

    private static void write(Worksheet sheet, int row, int column, @Nullable Object cell) {
        if (cell instanceof Number number) {
            sheet.value(row, column, number);
        } else if (cell instanceof String text && text.startsWith("=")) {
            sheet.formula(row, column, text.substring(1));
        } else if (cell != null) {
            sheet.value(row, column, cell.toString());
        }
    }
}
