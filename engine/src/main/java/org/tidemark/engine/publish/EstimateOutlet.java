package org.tidemark.engine.publish;

import org.tidemark.estimate.Estimate;
import org.tidemark.news.News;

/** Takes what estimators say: each estimate that differs from the last of its cell, and then why. */
public interface EstimateOutlet {
    /** Takes nothing in. */
    EstimateOutlet NONE = new EstimateOutlet() {
        @Override
        public void take(Estimate estimate) {
            // Nobody reads it next.
        }

        @Override
        public void take(News news) {
            // Nobody reads it next.
        }
    };

    void take(Estimate estimate);

    void take(News news);
}
