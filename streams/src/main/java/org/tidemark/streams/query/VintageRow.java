package org.tidemark.streams.query;

import org.tidemark.series.Observation;
import org.tidemark.streams.state.FigureStore;

/**
 * One vintage of one figure.
 *
 * @param conflicting whether its source said two things at that instant, so that neither is believed
 * @param held whether its release is held, so that it is not believed
 */
public record VintageRow(Observation observation, boolean conflicting, boolean held) {
    static VintageRow of(FigureStore.Held vintage) {
        return new VintageRow(vintage.observation(), vintage.conflicting(), vintage.isHeld());
    }
}
