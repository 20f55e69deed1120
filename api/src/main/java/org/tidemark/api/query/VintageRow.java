package org.tidemark.api.query;

import org.jspecify.annotations.Nullable;
import org.tidemark.engine.store.FigureStore;
import org.tidemark.series.Observation;
import org.tidemark.series.Withdrawal;

/**
 * One vintage of one figure.
 *
 * @param conflicting whether its source said two things at that instant, so that neither is believed
 * @param held whether its release is held, so that it is not believed
 * @param withdrawal who withdrew it by hand, when and why; null of all others
 */
public record VintageRow(Observation observation, boolean conflicting, boolean held, @Nullable Withdrawal withdrawal) {
    static VintageRow of(FigureStore.Held vintage) {
        return new VintageRow(vintage.observation(), vintage.conflicting(), vintage.isHeld(), vintage.withdrawal());
    }
}
