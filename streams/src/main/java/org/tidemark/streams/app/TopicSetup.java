package org.tidemark.streams.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.tidemark.wire.Topic;
import org.tidemark.wire.Topics;

/** Makes the topics that are missing, and refuses those that would lose history. */
public final class TopicSetup {
    public static final int PARTITIONS_DEFAULT = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final Admin admin;
    private final String bootstrap;

    private TopicSetup(Admin admin, String bootstrap) {
        this.admin = admin;
        this.bootstrap = bootstrap;
    }

    /**
     * Creates what is missing and checks what is there.
     *
     * @param adminProperties as {@link MonitorSettings#adminProperties} gives them
     * @param partitions of a topic that is created; one that is there keeps its own
     * @return the topics that were not there
     * @throws TopicSetupException when no broker answers, or a topic is kept for less than its contract says
     */
    public static List<String> ensure(
            Map<String, Object> adminProperties, Topics topics, int partitions, short replication) {
        return with(adminProperties, setup -> {
            List<String> made = setup.ensure(topics.definitions(partitions, replication));
            setup.requirePartitions(topics);
            return made;
        });
    }

    /**
     * Checks what is there and creates nothing: on a cluster of several programs, who may make topics is not who runs.
     *
     * @throws TopicSetupException when no broker answers, a topic is missing, or one is kept for less than its contract says
     */
    public static void require(Map<String, Object> adminProperties, Topics topics) {
        List<String> missing = with(adminProperties, setup -> setup.checked(topics.definitions(1, (short) 1)));
        if (!missing.isEmpty()) {
            throw new TopicSetupException(
                    "the cluster at %s has no topic %s; run 'tidemark topics' on it first, or give its --prefix"
                            .formatted(bootstrap(adminProperties), String.join(", ", missing)),
                    null);
        }
        List<String> unused = with(adminProperties, setup -> {
            setup.requirePartitions(topics);
            return List.of();
        });
    }

    /**
     * Checks what is there of the topics, for whoever writes to some of them. Who may not look at settings is let through:
     * the monitor has looked.
     *
     * @throws TopicSetupException in one line
     */
    public static void requireSound(Map<String, Object> adminProperties, Topics topics) {
        try {
            List<String> unused = with(adminProperties, setup -> {
                List<String> missing = setup.checked(topics.definitions(1, (short) 1));
                setup.requirePartitions(topics);
                return missing;
            });
        } catch (TopicSetupException e) {
            if (!(e.getCause() instanceof AuthorizationException)) {
                throw e;
            }
        }
    }

    /** Whether the cluster holds state of the monitor of some topics. */
    public static boolean hasState(Map<String, Object> adminProperties, Topics topics) {
        return !with(
                        adminProperties,
                        setup -> Changelogs.among(
                                setup.answer(setup.admin.listTopics().names()), topics))
                .isEmpty();
    }

    private void requirePartitions(Topics topics) {
        Set<String> there = answer(admin.listTopics().names());
        Stream.of(Topic.values())
                .filter(Topic::hasOnePartition)
                .map(topic -> topic.name(topics.prefix()))
                .filter(there::contains)
                .forEach(this::requireOnePartition);
        int partitions = described(topics.observations()).partitions().size();
        Map<String, TopicDescription> changelogs =
                answer(admin.describeTopics(Changelogs.among(there, topics)).allTopicNames());
        Changelogs.requirePartitions(topics, partitions, changelogs);
        List<String> faults = new ArrayList<>();
        settings(changelogs.keySet()).forEach((topic, held) -> faults.addAll(Changelogs.breaches(topic, held)));
        refuse(faults);
    }

    /** On several partitions there would be no order over all that is in it. */
    private void requireOnePartition(String topic) {
        int partitions = described(topic).partitions().size();
        if (partitions != 1) {
            throw new TopicSetupException(
                    "topic %s has %d partitions and must have 1, since all that is in it has one order; delete it and run 'tidemark topics', or choose another prefix"
                            .formatted(topic, partitions),
                    null);
        }
    }

    private TopicDescription described(String topic) {
        return Objects.requireNonNull(
                answer(admin.describeTopics(List.of(topic)).allTopicNames()).get(topic), topic);
    }

    private static List<String> with(Map<String, Object> adminProperties, Function<TopicSetup, List<String>> what) {
        String bootstrap = bootstrap(adminProperties);
        try (Admin admin = Admin.create(adminProperties)) {
            return what.apply(new TopicSetup(admin, bootstrap));
        } catch (KafkaException e) {
            throw new TopicSetupException("brokers at %s: %s".formatted(bootstrap, FaultPolicy.line(e)), e);
        }
    }

    private static String bootstrap(Map<String, Object> adminProperties) {
        return String.valueOf(adminProperties.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG));
    }

    private List<String> ensure(List<NewTopic> wanted) {
        List<String> missing = checked(wanted);
        List<NewTopic> byOthers =
                create(wanted.stream().filter(t -> missing.contains(t.name())).toList());
        awaitKnown(missing);
        check(byOthers);
        return missing;
    }

    /** The names of those that are not there, once those that are have been checked. */
    private List<String> checked(List<NewTopic> wanted) {
        Set<String> there = answer(admin.listTopics().names());
        check(wanted.stream().filter(t -> there.contains(t.name())).toList());
        return wanted.stream()
                .map(NewTopic::name)
                .filter(name -> !there.contains(name))
                .toList();
    }

    /** Returns those that another was quicker to make, and may have made otherwise. */
    private List<NewTopic> create(Collection<NewTopic> missing) {
        List<NewTopic> byOthers = new ArrayList<>();
        Map<String, KafkaFuture<Void>> made = admin.createTopics(missing).values();
        for (NewTopic topic : missing) {
            try {
                answer(Objects.requireNonNull(made.get(topic.name()), topic.name()));
            } catch (TopicSetupException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
                byOthers.add(topic);
            }
        }
        return byOthers;
    }

    /**
     * A topic exists once the controller has made it, but a broker hears of it a moment later, and a topology that asks
     * that broker for its source before that stops for good.
     */
    private void awaitKnown(List<String> created) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!created.stream().allMatch(this::isKnown)) {
            if (System.nanoTime() > deadline) {
                throw new TopicSetupException(
                        "brokers at %s do not show the topics %s that were just made, within %d s; look at the brokers' logs"
                                .formatted(bootstrap, created, PATIENCE.toSeconds()),
                        null);
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    private boolean isKnown(String topic) {
        try {
            return described(topic).partitions().stream().allMatch(p -> p.leader() != null);
        } catch (TopicSetupException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw e;
        }
    }

    private void check(List<NewTopic> present) {
        List<String> names = present.stream().map(NewTopic::name).toList();
        Map<String, TopicDescription> described =
                answer(admin.describeTopics(names).allTopicNames());
        Map<String, Map<String, String>> held = settings(names);
        List<String> faults = new ArrayList<>();
        for (NewTopic topic : present) {
            Map<String, String> settings = held.get(topic.name());
            TopicDescription is = described.get(topic.name());
            if (settings != null && is != null) {
                int replicas = is.partitions().get(0).replicas().size();
                faults.addAll(TopicContract.breaches(topic, settings, replicas));
            }
        }
        refuse(faults);
    }

    private static void refuse(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new TopicSetupException(String.join("; ", faults), null);
        }
    }

    /** The settings of topics by their names. */
    private Map<String, Map<String, String>> settings(Collection<String> topics) {
        List<ConfigResource> resources = topics.stream()
                .map(t -> new ConfigResource(ConfigResource.Type.TOPIC, t))
                .toList();
        Map<String, Map<String, String>> settings = new TreeMap<>();
        answer(admin.describeConfigs(resources).all()).forEach((topic, config) -> {
            Map<String, String> own = new TreeMap<>();
            config.entries().forEach(entry -> own.put(entry.name(), String.valueOf(entry.value())));
            settings.put(topic.name(), own);
        });
        return settings;
    }

    private <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof org.apache.kafka.common.errors.TimeoutException) {
                throw silent(e);
            }
            throw new TopicSetupException("brokers at %s: %s".formatted(bootstrap, FaultPolicy.line(e)), cause);
        } catch (TimeoutException e) {
            throw silent(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TopicSetupException("interrupted while waiting for the brokers at " + bootstrap, e);
        }
    }

    private TopicSetupException silent(Exception cause) {
        return new TopicSetupException(
                "no broker answers at %s within %d s; start it, or name another"
                        .formatted(bootstrap, PATIENCE.toSeconds()),
                cause);
    }
}
