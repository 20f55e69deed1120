package org.tidemark.engine.change;

import java.time.Instant;
import java.util.List;
import org.tidemark.news.NewsLine;
import org.tidemark.revise.ValueChange;
import org.tidemark.version.Cause;

/**
 * All that is derived of one economy, or of one panel, is to be derived anew from all that is believed of it.
 *
 * @param since the instant from which on the new numbers are known
 * @param cause why an estimate may have moved
 * @param figures everything that is believed, each figure once; what was before is of no account
 */
public record Rederived(String economy, Instant since, Cause cause, List<ValueChange> figures) {
    public Rederived {
        figures = List.copyOf(figures);
    }

    /** How the cause is told in news. */
    public NewsLine.Kind line() {
        return cause == Cause.CATALOGUE ? NewsLine.Kind.CATALOGUE : NewsLine.Kind.MODEL;
    }
}
