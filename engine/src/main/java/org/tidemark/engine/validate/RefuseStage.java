package org.tidemark.engine.validate;

import java.util.function.Consumer;
import org.tidemark.engine.output.Output;
import org.tidemark.engine.store.RefusedStore;

/** Lets each refusal through once: a load that died and is sent again, six times perhaps, has the same bad rows. */
public final class RefuseStage implements Consumer<Output.Refused> {
    private final RefusedStore refused;
    private final Consumer<Output> out;

    public RefuseStage(RefusedStore refused, Consumer<Output> out) {
        this.refused = refused;
        this.out = out;
    }

    @Override
    public void accept(Output.Refused refusal) {
        String id = refusal.rejection().id();
        String economy = refusal.rejection().economy();
        if (id == null || economy == null || refused.isFirst(economy, id)) {
            out.accept(refusal);
        }
    }
}
