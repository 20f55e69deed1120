package org.tidemark.wire;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Every topic, declared once: what is created and checked, registered, waited for and documented is read from here. The
 * contracts in words are in docs/topics.md, which a test holds to this.
 */
@SuppressWarnings("ImmutableEnumChecker") // The sets and lists are copies that nobody can change.
public enum Topic {
    OBSERVATIONS(
            "observations",
            Retention.FOR_EVER,
            Spread.BY_ECONOMY,
            EnumSet.of(Role.READ),
            "observation",
            "release_closing",
            "quarantine_decision",
            "withdrawal",
            "instant_closing"),
    /** What crosses economies: one partition, since an order is made there. */
    PANELS(
            "panels",
            Retention.FOR_EVER,
            Spread.ONE_PARTITION,
            EnumSet.of(Role.READ, Role.WRITTEN),
            "figure_change",
            "instant_closing"),
    LOADS("loads", Retention.LATEST_OF_EACH_WEEK, Spread.ONE_PARTITION, EnumSet.noneOf(Role.class), "load"),
    RELEASES("releases", Retention.FOR_EVER, Spread.BY_ECONOMY, EnumSet.of(Role.WRITTEN), "release_outcome"),
    JUDGEMENTS("judgements", Retention.FOR_EVER, Spread.BY_ECONOMY, EnumSet.of(Role.WRITTEN), "judgement"),
    REJECTED("rejected", Retention.NINETY_DAYS, Spread.BY_ECONOMY, EnumSet.of(Role.READ, Role.WRITTEN), "rejected"),
    ESTIMATES("estimates", Retention.FOR_EVER, Spread.BY_ECONOMY, EnumSet.of(Role.WRITTEN), "estimate"),
    ESTIMATES_LATEST(
            "estimates.latest", Retention.LATEST_OF_EACH, Spread.BY_ECONOMY, EnumSet.of(Role.WRITTEN), "estimate"),
    NEWS("news", Retention.FOR_EVER, Spread.BY_ECONOMY, EnumSet.of(Role.WRITTEN), "news"),
    ALERTS("alerts", Retention.FOR_EVER, Spread.BY_ECONOMY, EnumSet.of(Role.WRITTEN), "alert"),
    /** What the system remembers of itself; its notes are in no registry, since a registry is among what is remembered. */
    MODELS("models", Retention.LATEST_OF_EACH_WEEK, Spread.ONE_PARTITION, EnumSet.noneOf(Role.class)),
    /** What was pushed over HTTP, by the id of the release: notes too. Keys are kept as long as these are. */
    PUSHES("pushes", Retention.NINETY_DAYS, Spread.ONE_PARTITION, EnumSet.noneOf(Role.class));

    /** What a monitor does with a topic. */
    private enum Role {
        READ,
        WRITTEN
    }

    /** How the records of a topic lie on its partitions. */
    private enum Spread {
        BY_ECONOMY,
        ONE_PARTITION
    }

    private final String suffix;
    private final Retention retention;
    private final Spread spread;
    private final Set<Role> roles;
    private final List<String> schemas;

    Topic(String suffix, Retention retention, Spread spread, Set<Role> roles, String... schemas) {
        this.suffix = suffix;
        this.retention = retention;
        this.spread = spread;
        this.roles = Set.copyOf(roles);
        this.schemas = List.of(schemas);
    }

    /** Its name under a prefix, such as {@code tidemark.estimates.latest}. */
    public String name(String prefix) {
        return prefix + "." + suffix;
    }

    /** How long its records are kept. */
    public Retention retention() {
        return retention;
    }

    /** Whether all that is in it has one order, for which it must have one partition. */
    public boolean hasOnePartition() {
        return spread == Spread.ONE_PARTITION;
    }

    /** The kinds of record in it that a registry knows, by the names of their schemas. */
    public List<String> schemas() {
        return schemas;
    }

    /** Those that a monitor reads: when their ends are committed, everything is processed. */
    public static List<Topic> read() {
        return of(Role.READ);
    }

    /** Those that a monitor writes: when they can be read to their ends, everything it has said can be. */
    public static List<Topic> written() {
        return of(Role.WRITTEN);
    }

    private static List<Topic> of(Role role) {
        return Arrays.stream(values())
                .filter(topic -> topic.roles.contains(role))
                .collect(Collectors.toUnmodifiableList());
    }
}
