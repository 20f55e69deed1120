package org.tidemark.engine.publish;

import java.util.function.Consumer;
import org.tidemark.engine.output.Output;
import org.tidemark.engine.store.EstimateStore;
import org.tidemark.engine.store.NewsStore;
import org.tidemark.engine.store.StorePlace;
import org.tidemark.engine.table.Table;
import org.tidemark.engine.table.Tables;
import org.tidemark.estimate.Estimate;
import org.tidemark.news.News;
import org.tidemark.wire.Codecs;

/** Writes estimates and news to the tables that queries read, says them, and shows them to whoever reads them next. */
public final class EstimatePublisher implements EstimateOutlet {
    private final Table<Estimate> history;
    private final Table<News> news;
    private final EstimateOutlet next;
    private final Consumer<Output> out;

    /**
     * One for a half of the flow.
     *
     * @param next is shown what was written, before anything more is written
     */
    public EstimatePublisher(
            Tables tables, StorePlace place, Codecs codecs, EstimateOutlet next, Consumer<Output> out) {
        this.history = EstimateStore.table(tables, place, codecs);
        this.news = NewsStore.table(tables, place, codecs);
        this.next = next;
        this.out = out;
    }

    /** News of an estimate that this one makes void are dropped; its own come after it. */
    @Override
    public void take(Estimate estimate) {
        EstimateStore.put(history, estimate);
        out.accept(new Output.Estimated(estimate));
        NewsStore.dropFrom(news, estimate.key(), estimate.asOf());
        next.take(estimate);
    }

    @Override
    public void take(News told) {
        NewsStore.put(news, told);
        out.accept(new Output.Explained(told));
        next.take(told);
    }
}
