package org.tidemark.wire;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/** How long a topic keeps its records, and the settings with which Kafka does so. */
@SuppressWarnings("ImmutableEnumChecker") // The maps are copies that nobody can change.
public enum Retention {
    /** Nothing is deleted. Segments end by size, since their records carry publication dates. */
    FOR_EVER(
            "for ever",
            with(
                    Settings.DELETED,
                    TopicConfig.RETENTION_MS_CONFIG,
                    Settings.WITHOUT_BOUND,
                    TopicConfig.SEGMENT_MS_CONFIG,
                    Settings.NEVER_BY_AGE)),
    /** The last record of each key. The open segment is never compacted: small ones, since age does not close them. */
    LATEST_OF_EACH(
            "compacted",
            with(
                    Settings.COMPACTED,
                    TopicConfig.SEGMENT_MS_CONFIG,
                    Settings.NEVER_BY_AGE,
                    TopicConfig.SEGMENT_BYTES_CONFIG,
                    "67108864")),
    /** The last record of each key. Timestamps are those of the sending: a week is a week. */
    LATEST_OF_EACH_WEEK("compacted", with(Settings.COMPACTED, TopicConfig.SEGMENT_MS_CONFIG, Settings.WEEK_MS)),
    /**
     * Ninety days since a record was appended: one of 2015 with its own timestamp would be deleted at once. A segment goes
     * when all of it is over its age, so it must end by itself.
     */
    NINETY_DAYS(
            "90 days",
            Map.of(
                    TopicConfig.CLEANUP_POLICY_CONFIG,
                    TopicConfig.CLEANUP_POLICY_DELETE,
                    TopicConfig.RETENTION_MS_CONFIG,
                    Long.toString(90L * 24 * 60 * 60 * 1000),
                    TopicConfig.RETENTION_BYTES_CONFIG,
                    Settings.WITHOUT_BOUND,
                    TopicConfig.SEGMENT_MS_CONFIG,
                    Settings.WEEK_MS,
                    TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                    "LogAppendTime",
                    TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                    Settings.MIB_AND_HEADERS));

    /** In a class of its own: the constants above are made before a field of this one would be. */
    private static final class Settings {
        private static final String WITHOUT_BOUND = "-1";
        // The default refuses figures an hour ahead of the broker's clock; a publication date may be, on a slow clock.
        private static final String ANY_TIME = Long.toString(Long.MAX_VALUE);
        // Segments roll on record timestamps, which here are publication dates: at the default of a week, ten years of
        // weekly history would be 520 files in each partition.
        private static final String NEVER_BY_AGE = Long.toString(Long.MAX_VALUE);
        // Kafka's own default: producers send batches of up to a mebibyte.
        private static final String MIB_AND_HEADERS = "1048588";
        private static final String WEEK_MS = Long.toString(7L * 24 * 60 * 60 * 1000);
        private static final Map<String, String> OWN_TIMES = Map.of(
                TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                "CreateTime",
                TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG,
                ANY_TIME,
                TopicConfig.MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG,
                ANY_TIME,
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                MIB_AND_HEADERS);
        private static final Map<String, String> DELETED = with(
                OWN_TIMES,
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_BYTES_CONFIG,
                WITHOUT_BOUND);
        private static final Map<String, String> COMPACTED =
                with(OWN_TIMES, TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
    }

    private final String words;
    private final Map<String, String> settings;

    Retention(String words, Map<String, String> settings) {
        this.words = words;
        this.settings = settings;
    }

    /** As the documentation says it. */
    public String words() {
        return words;
    }

    /** Kafka's settings of a topic. */
    public Map<String, String> settings() {
        return settings;
    }

    private static Map<String, String> with(Map<String, String> settings, String... more) {
        Map<String, String> all = new HashMap<>(settings);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return Map.copyOf(all);
    }
}
