package org.tidemark.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.tidemark.series.Excerpt;

/**
 * The topics by name, under one prefix, so that a replay runs beside the live system. docs/topics.md has their contracts.
 *
 * @param prefix such as {@code tidemark}
 */
public record Topics(String prefix) {
    public static final String DEFAULT_PREFIX = "tidemark";

    private static final Pattern LEGAL = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");
    private static final long REJECTED_KEPT_MS = 90L * 24 * 60 * 60 * 1000;

    public Topics {
        if (!LEGAL.matcher(prefix).matches()) {
            throw new IllegalArgumentException(
                    "topic prefix '%s': write lower case letters, digits, dots and dashes, 100 at most"
                            .formatted(Excerpt.of(prefix)));
        }
    }

    public String observations() {
        return prefix + ".observations";
    }

    public String loads() {
        return prefix + ".loads";
    }

    public String releases() {
        return prefix + ".releases";
    }

    public String judgements() {
        return prefix + ".judgements";
    }

    public String rejected() {
        return prefix + ".rejected";
    }

    public String estimates() {
        return prefix + ".estimates";
    }

    public String estimatesLatest() {
        return prefix + ".estimates.latest";
    }

    public String news() {
        return prefix + ".news";
    }

    public String alerts() {
        return prefix + ".alerts";
    }

    /** What crosses economies: one partition, since an order is made there. */
    public String panels() {
        return prefix + ".panels";
    }

    /** What the system remembers of itself. */
    public String models() {
        return prefix + ".models";
    }

    /** All of them with the settings that their contracts ask for. */
    public List<NewTopic> definitions(int partitions, short replication) {
        return List.of(
                topic(observations(), partitions, replication, FOR_EVER),
                topic(releases(), partitions, replication, FOR_EVER),
                topic(judgements(), partitions, replication, FOR_EVER),
                topic(estimates(), partitions, replication, FOR_EVER),
                topic(news(), partitions, replication, FOR_EVER),
                topic(alerts(), partitions, replication, FOR_EVER),
                topic(estimatesLatest(), partitions, replication, LATEST),
                topic(panels(), 1, replication, FOR_EVER),
                topic(loads(), 1, replication, LOADS),
                topic(models(), 1, replication, LOADS),
                topic(rejected(), partitions, replication, NINETY_DAYS));
    }

    // The default refuses figures an hour ahead of the broker's clock; a publication date may be, on a slow clock.
    private static final String ANY_TIME = Long.toString(Long.MAX_VALUE);
    // Segments roll on record timestamps, which here are publication dates: at the default of a week, ten years of
    // weekly history would be 520 files in each partition.
    private static final String NEVER_BY_AGE = Long.toString(Long.MAX_VALUE);
    // Kafka's own default: producers send batches of up to a mebibyte.
    private static final String MIB_AND_HEADERS = "1048588";
    private static final String WEEK_MS = Long.toString(7L * 24 * 60 * 60 * 1000);
    private static final Map<String, String> FOR_EVER = Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG,
            TopicConfig.CLEANUP_POLICY_DELETE,
            TopicConfig.RETENTION_MS_CONFIG,
            "-1",
            TopicConfig.RETENTION_BYTES_CONFIG,
            "-1",
            TopicConfig.SEGMENT_MS_CONFIG,
            NEVER_BY_AGE,
            TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
            "CreateTime",
            TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG,
            ANY_TIME,
            TopicConfig.MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG,
            ANY_TIME,
            TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
            MIB_AND_HEADERS);
    private static final Map<String, String> COMPACTED = Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG,
            TopicConfig.CLEANUP_POLICY_COMPACT,
            TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
            "CreateTime",
            TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG,
            ANY_TIME,
            TopicConfig.MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG,
            ANY_TIME,
            TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
            MIB_AND_HEADERS);
    // The open segment is never compacted: small ones, since age does not close them.
    private static final Map<String, String> LATEST =
            with(COMPACTED, TopicConfig.SEGMENT_MS_CONFIG, NEVER_BY_AGE, TopicConfig.SEGMENT_BYTES_CONFIG, "67108864");
    // Timestamps are those of the sending: a week is a week.
    private static final Map<String, String> LOADS = with(COMPACTED, TopicConfig.SEGMENT_MS_CONFIG, WEEK_MS);
    // A rejected record of 2015 with its own timestamp would be deleted at once. A segment goes when all of it is over
    // its age, so it must end by itself.
    private static final Map<String, String> NINETY_DAYS = Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG,
            TopicConfig.CLEANUP_POLICY_DELETE,
            TopicConfig.RETENTION_MS_CONFIG,
            Long.toString(REJECTED_KEPT_MS),
            TopicConfig.RETENTION_BYTES_CONFIG,
            "-1",
            TopicConfig.SEGMENT_MS_CONFIG,
            WEEK_MS,
            TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
            "LogAppendTime",
            TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
            MIB_AND_HEADERS);

    private static Map<String, String> with(Map<String, String> settings, String... more) {
        Map<String, String> all = new HashMap<>(settings);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return Map.copyOf(all);
    }

    private static NewTopic topic(String name, int partitions, short replication, Map<String, String> settings) {
        return new NewTopic(name, Optional.of(partitions), Optional.of(replication)).configs(settings);
    }
}
