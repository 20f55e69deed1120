package org.tidemark.standalone.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.tidemark.alert.AlertEvent;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.judge.Assessment;
import org.tidemark.news.News;
import org.tidemark.producers.kafka.LogReader;
import org.tidemark.release.Load;
import org.tidemark.release.ReleaseOutcome;
import org.tidemark.validate.Rejection;
import org.tidemark.wire.Codec;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topics;

/** What the topics of a finished run hold. A record that Tidemark did not write is counted and passed over. */
public final class TopicContents {
    private final LogReader reader;
    private final Topics topics;
    private final Codecs codecs;

    public TopicContents(Map<String, Object> connection, Topics topics, Codecs codecs) {
        this.reader = new LogReader(connection);
        this.topics = topics;
        this.codecs = codecs;
    }

    /** What was passed over so far, since Tidemark did not write it: one line for each topic. */
    public List<String> passedOver() {
        return reader.foreign().lines();
    }

    public List<Estimate> estimates() {
        return all(topics.estimates(), codecs.estimates());
    }

    /**
     * The last estimate of each cell, in the order of the cells, whichever monitor has made it. They are read from the topic
     * of all estimates: on the compacted one a record of others without a value would take a cell away.
     */
    public List<Estimate> latest() {
        SortedMap<EstimateKey, Estimate> latest = new TreeMap<>();
        reader.read(
                topics.estimates(),
                record -> reader.decode(codecs.estimates(), record, estimate -> latest.put(estimate.key(), estimate)));
        return latest.values().stream()
                .filter(estimate -> estimate.inputs() > 0)
                .toList();
    }

    public List<News> news() {
        return all(topics.news(), codecs.news());
    }

    /** Every alert that was raised or is over, those of one economy in their order. */
    public List<AlertEvent> alerts() {
        return all(topics.alerts(), codecs.alerts());
    }

    /** What was refused of some loads, of which there may be more than fits into memory. */
    public void eachRejection(Set<String> loads, Consumer<Rejection> each) {
        reader.read(
                topics.rejected(),
                record -> reader.decode(codecs.rejections(), record, rejection -> {
                    if (rejection.load() != null && loads.contains(rejection.load())) {
                        each.accept(rejection);
                    }
                }));
    }

    public List<Rejection> rejections() {
        return all(topics.rejected(), codecs.rejections());
    }

    /** Every outcome, in the order of their economy; a load that was sent twice has two of each release. */
    public List<ReleaseOutcome> releases() {
        return all(topics.releases(), codecs.outcomes());
    }

    /** Every word on every judged part of a release, those of one economy in their order. */
    public List<Assessment> judgements() {
        return all(topics.judgements(), codecs.judgements());
    }

    /** Loads that have ended, each once: the topic is compacted, so how often a file was sent is nothing to rely on. */
    public List<Load> loads() {
        Map<String, Load> ended = new TreeMap<>();
        all(topics.loads(), codecs.loads()).stream()
                .filter(Load::closed)
                .forEach(load -> ended.put(load.source() + "|" + load.load(), load));
        return List.copyOf(ended.values());
    }

    private <T> List<T> all(String topic, Codec<T> codec) {
        List<T> values = new ArrayList<>();
        reader.read(topic, record -> reader.decode(codec, record, values::add));
        return values;
    }
}
