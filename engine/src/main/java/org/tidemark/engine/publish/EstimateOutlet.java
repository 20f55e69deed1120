package org.tidemark.engine.publish;

import org.tidemark.estimate.Estimate;
import org.tidemark.news.News;

/** Takes what estimators say: each estimate that differs from the last of its cell, and then why. */
public interface EstimateOutlet {
    void take(Estimate estimate);

    void take(News news);
}
