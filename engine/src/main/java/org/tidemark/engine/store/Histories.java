package org.tidemark.engine.store;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.engine.store.FigureStore.Held;
import org.tidemark.engine.store.FigureStore.Kind;
import org.tidemark.revise.FigureHistory;
import org.tidemark.revise.Vintage;
import org.tidemark.revise.WithdrawalResult;
import org.tidemark.series.Withdrawal;

/** What the vintages of one figure say, as far as they may be believed. */
public final class Histories {
    private Histories() {}

    /** What was said of a figure and may be believed. */
    public static FigureHistory history(List<Held> vintages) {
        return history(vintages, false);
    }

    /** The same with what is held, as if it had been believed. */
    public static FigureHistory historyWithHeld(List<Held> vintages) {
        return history(vintages, true);
    }

    /** Made anew of every figure that is looked at, so without a stream. */
    private static FigureHistory history(List<Held> vintages, boolean withHeld) {
        List<Vintage> counts = new ArrayList<>(vintages.size());
        for (Held vintage : vintages) {
            if (vintage.kind() != Kind.REFUSED && !vintage.isAside() && (withHeld || !vintage.isHeld())) {
                counts.add(vintage.vintage());
            }
        }
        return FigureHistory.of(counts);
    }

    /** What may be believed of a figure, with what was withdrawn by hand and when. */
    public static WithdrawalResult takenBack(List<Held> vintages) {
        List<WithdrawalResult.Withdrawn> withdrawn = new ArrayList<>();
        for (Held held : vintages) {
            Withdrawal word = held.withdrawal();
            if (word != null) {
                withdrawn.add(new WithdrawalResult.Withdrawn(held.vintage(), word.at()));
            }
        }
        return new WithdrawalResult(history(vintages), withdrawn);
    }
}
