package org.tidemark.wire;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.NewTopic;
import org.tidemark.series.Excerpt;

/**
 * The topics by name, under one prefix, so that a replay runs beside the live system. {@link Topic} declares them.
 *
 * @param prefix such as {@code tidemark}
 */
public record Topics(String prefix) {
    public static final String DEFAULT_PREFIX = "tidemark";

    private static final Pattern LEGAL = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");

    public Topics {
        if (!LEGAL.matcher(prefix).matches()) {
            throw new IllegalArgumentException(
                    "topic prefix '%s': write lower case letters, digits, dots and dashes, 100 at most"
                            .formatted(Excerpt.of(prefix)));
        }
    }

    public String observations() {
        return Topic.OBSERVATIONS.name(prefix);
    }

    public String loads() {
        return Topic.LOADS.name(prefix);
    }

    public String releases() {
        return Topic.RELEASES.name(prefix);
    }

    public String judgements() {
        return Topic.JUDGEMENTS.name(prefix);
    }

    public String rejected() {
        return Topic.REJECTED.name(prefix);
    }

    public String estimates() {
        return Topic.ESTIMATES.name(prefix);
    }

    public String estimatesLatest() {
        return Topic.ESTIMATES_LATEST.name(prefix);
    }

    public String news() {
        return Topic.NEWS.name(prefix);
    }

    public String alerts() {
        return Topic.ALERTS.name(prefix);
    }

    /** What crosses economies: one partition, since an order is made there. */
    public String panels() {
        return Topic.PANELS.name(prefix);
    }

    /** What the system remembers of itself. */
    public String models() {
        return Topic.MODELS.name(prefix);
    }

    /** What was pushed over HTTP. */
    public String pushes() {
        return Topic.PUSHES.name(prefix);
    }

    /** Their names. */
    public List<String> names(Collection<Topic> of) {
        return of.stream().map(topic -> topic.name(prefix)).toList();
    }

    /** All of them with the settings that their contracts ask for. */
    public List<NewTopic> definitions(int partitions, short replication) {
        return Arrays.stream(Topic.values())
                .map(topic -> new NewTopic(
                                topic.name(prefix),
                                Optional.of(topic.hasOnePartition() ? 1 : partitions),
                                Optional.of(replication))
                        .configs(topic.retention().settings()))
                .toList();
    }
}
