package org.tidemark.standalone.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.tidemark.alert.AlertEvent;
import org.tidemark.engine.output.Output;
import org.tidemark.estimate.Estimate;
import org.tidemark.judge.Assessment;
import org.tidemark.news.News;
import org.tidemark.release.ReleaseOutcome;
import org.tidemark.standalone.run.TopicContents;
import org.tidemark.validate.Rejection;

/** All that was said in a replay, what is said of one economy in its order. */
record Said(
        List<Estimate> estimates,
        List<News> news,
        List<Assessment> judgements,
        List<AlertEvent> alerts,
        List<Rejection> rejections,
        List<ReleaseOutcome> releases)
        implements Consumer<Output> {
    static Said nothing() {
        return new Said(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
    }

    static Said in(TopicContents contents) {
        return new Said(
                contents.estimates(),
                contents.news(),
                contents.judgements(),
                contents.alerts(),
                contents.rejections(),
                contents.releases());
    }

    /** Notes what is said; what only the engine's other half hears is not. */
    @Override
    public void accept(Output output) {
        if (output instanceof Output.Estimated said) {
            estimates.add(said.estimate());
        } else if (output instanceof Output.Explained told) {
            news.add(told.news());
        } else if (output instanceof Output.Assessed assessed) {
            judgements.add(assessed.judgement());
        } else if (output instanceof Output.Alerted told) {
            alerts.add(told.event());
        } else if (output instanceof Output.Refused refused) {
            rejections.add(refused.rejection());
        } else if (output instanceof Output.Applied applied) {
            releases.add(applied.outcome());
        }
    }

    void add(Said other) {
        estimates.addAll(other.estimates);
        news.addAll(other.news);
        judgements.addAll(other.judgements);
        alerts.addAll(other.alerts);
        rejections.addAll(other.rejections);
        releases.addAll(other.releases);
    }
}
