package org.tidemark.api.query;

import java.io.Writer;
import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.Banded;
import org.tidemark.measure.AnswerState;
import org.tidemark.measure.RecipeState;
import org.tidemark.measure.Reported;
import org.tidemark.measure.RowState;

/** The map of mechanisms as CSV, a line for each answer: the one layout of the query API and of a replay's {@code recipes.csv}. */
public final class RecipeCsv extends CsvRows<RowState> {
    public static final String HEADER =
            "row,mechanism,row_state,recipe,kind,title,scope,reads,state,detail,economies,economy,period,value,lower80,upper80,unit";

    private RecipeCsv(Writer out) {
        super(out, HEADER);
    }

    /** Begins with the header. What is written reaches {@code out} with {@link #flush} at the latest. */
    public static RecipeCsv begin(Writer out) {
        return new RecipeCsv(out);
    }

    @Override
    public void write(RowState one) {
        String number = Integer.toString(one.row().number());
        if (one.answers().isEmpty()) {
            row(
                    number,
                    one.row().title(),
                    one.state().written(),
                    "",
                    "",
                    "",
                    "",
                    "",
                    AnswerState.OUTSIDE.written(),
                    one.detail(),
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "");
        }
        one.answers().forEach(answer -> write(number, one.row().title(), one.state(), answer));
    }

    /** An answer to no row: a user's own. */
    public void write(RecipeState own) {
        write("", "", own.state(), own);
    }

    private void write(String number, String mechanism, AnswerState best, RecipeState answer) {
        Reported told = answer.told();
        Banded band = told == null ? null : told.band();
        row(
                number,
                mechanism,
                best.written(),
                answer.id(),
                answer.kind(),
                answer.title(),
                answer.scope(),
                String.join("; ", answer.reads()),
                answer.state().written(),
                answer.detail(),
                Integer.toString(answer.economies()),
                told == null ? "" : told.economy(),
                told == null ? "" : told.period(),
                band == null ? "" : text(band.value()),
                band == null ? "" : text(band.lower80()),
                band == null ? "" : text(band.upper80()),
                told == null ? "" : told.unit());
    }

    private static String text(@Nullable Double value) {
        return value == null ? "" : NumberText.estimated(value);
    }
}
