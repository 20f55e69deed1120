package org.tidemark.measure;

import java.util.Locale;

/** How far a mechanism is answered; the better one stands before the worse. */
public enum AnswerState {
    /** There is a number with its band or probability. */
    NUMBER,
    /** Figures are held, and too few for a number. */
    TOO_FEW,
    /** Named indicators are not held. */
    WAITING,
    /** No public figures can answer it. */
    OUTSIDE;

    /** As files and the query API write it. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
