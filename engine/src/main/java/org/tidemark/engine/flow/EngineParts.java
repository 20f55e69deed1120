package org.tidemark.engine.flow;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.engine.alert.AlertStage;
import org.tidemark.engine.listen.FlowListener;
import org.tidemark.engine.output.Output;
import org.tidemark.engine.rederive.Rederivation;
import org.tidemark.engine.store.JudgementStore;
import org.tidemark.engine.store.StorePlace;
import org.tidemark.engine.table.Tables;
import org.tidemark.wire.Codecs;

/**
 * What both halves of the engine are built with.
 *
 * @param listener is told what passes, for metrics
 * @param rederivation with what is derived, and how far that has come
 */
public record EngineParts(Catalogue catalogue, Codecs codecs, FlowListener listener, Rederivation rederivation) {
    AlertStage alerts(Tables tables, StorePlace place, @Nullable JudgementStore judgements, Consumer<Output> out) {
        return new AlertStage(
                tables, place, codecs, catalogue.recipes().alerts(), judgements, rederivation, listener, out);
    }
}
