package org.tidemark.standalone.stored;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A partition by its topic and number. */
record PartitionName(String topic, int number) {
    /** The log of the controller: which topics there are. */
    static final String METADATA = "__cluster_metadata";

    /** A folder that Kafka set aside has a suffix; one that it deletes does not count. */
    private static final Pattern FOLDER = Pattern.compile("(.+)-([0-9]{1,9})(\\.[0-9a-f]{32}-stray)?");

    /** The partition that a folder is of, if it is of one. */
    static Optional<PartitionName> of(String folder) {
        Matcher matcher = FOLDER.matcher(folder);
        return matcher.matches()
                ? Optional.of(new PartitionName(matcher.group(1), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    static boolean isSetAside(String folder) {
        return folder.endsWith("-stray");
    }

    /** From these topics nothing is ever taken out, neither by compaction nor by the end of a transaction. */
    boolean isGapless() {
        return topic.equals(METADATA) || topic.endsWith(".observations");
    }

    @Override
    public String toString() {
        return topic + "-" + number;
    }
}
