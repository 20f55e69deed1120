package org.tidemark.estimate;

import org.tidemark.series.FigureId;

/**
 * All that is carried from figure to figure of one cell. A pure function of the ordered figures, so that whoever goes on
 * from any of them comes to the same bits as the whole.
 *
 * @param bank what the filters believe
 * @param past where the level was believed to be before
 * @param inputs hash of the figures so far
 */
public record FilterState(BankState bank, LevelTrace past, InputsHash inputs) {
    public FilterState {
        if (past.size() == 0 || past.time(past.size() - 1) != bank.time()) {
            throw new IllegalArgumentException(
                    "trace of %d points does not end at %s, the time of the bank; append figures, do not assemble"
                            .formatted(past.size(), bank.time()));
        }
    }

    /** The track of a first figure. */
    public static FilterState begin(FigureId figure, Measurement first) {
        return of(FilterBank.begin(first), LevelTrace.NONE, InputsHash.NONE.append(figure, first));
    }

    /**
     * The track after one more figure.
     *
     * @throws IllegalArgumentException when {@code next} is earlier than the newest so far
     */
    public FilterState append(FigureId figure, Measurement next) {
        return of(FilterBank.update(bank, next), past, inputs.append(figure, next));
    }

    private static FilterState of(BankState bank, LevelTrace before, InputsHash inputs) {
        return new FilterState(bank, before.append(bank), inputs);
    }
}
