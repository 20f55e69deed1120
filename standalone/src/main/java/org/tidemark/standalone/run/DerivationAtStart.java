package org.tidemark.standalone.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.producers.kafka.LogReader;
import org.tidemark.producers.kafka.NoteBook;
import org.tidemark.version.Derivation;
import org.tidemark.version.SystemNote;
import org.tidemark.wire.Topics;

/**
 * Compares rules, catalogue and program with those that the cluster remembers. All instances of a monitor have the same: who
 * starts with others while some run is refused, so that no partition answers with other rules than the next.
 */
final class DerivationAtStart {
    private static final String NOTE = "derivation";
    /** Kafka counts a process that was killed among the members until its session is over. */
    private static final Duration SESSION = Duration.ofSeconds(15);

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final Map<String, Object> connection;
    private final Topics topics;
    private final String group;
    private final Clock clock;

    DerivationAtStart(Map<String, Object> connection, Topics topics, String group, Clock clock) {
        this.connection = connection;
        this.topics = topics;
        this.group = group;
        this.clock = clock;
    }

    /**
     * What this process derives with, noted on the cluster.
     *
     * @param model version of the estimators
     * @param partitions of the observations
     * @throws SystemStartException in one line, when others derive with something else
     */
    Derivation settle(Catalogue catalogue, String model, int partitions) {
        Map<String, String> parts = new TreeMap<>();
        parts.put(Derivation.RULES, catalogue.recipes().alerts().version());
        parts.put(Derivation.CATALOGUE, catalogue.hash());
        parts.put(Derivation.MODEL, model);
        NoteBook notes = new NoteBook(connection, topics);
        Optional<SystemNote> before = notes.latest(NOTE);
        if (before.filter(note -> note.values().equals(parts)).isPresent()) {
            return new Derivation(new TreeMap<>(parts), before.get().at(), false, partitions);
        }
        boolean fresh = before.isEmpty() && isEmpty();
        if (!fresh) {
            requireAlone(before.map(SystemNote::values).orElse(new TreeMap<>()), parts);
        }
        Instant now = Instant.ofEpochMilli(clock.millis());
        Instant since = before.map(note -> note.at().plusMillis(1))
                .filter(later -> later.isAfter(now))
                .orElse(now);
        notes.write(SystemNote.of(NOTE, since, parts));
        return new Derivation(new TreeMap<>(parts), since, fresh, partitions);
    }

    private boolean isEmpty() {
        return new LogReader(connection)
                .ends(topics.observations()).byPartition().values().stream().allMatch(end -> end == 0);
    }

    private void requireAlone(Map<String, String> before, Map<String, String> now) {
        long until = System.nanoTime() + SESSION.toNanos();
        int members = members();
        while (members > 0 && System.nanoTime() < until) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
            members = members();
        }
        if (members > 0) {
            throw new SystemStartException(
                    "%s runs with %s than this program would; stop every instance of it first, then start all with the same"
                            .formatted(group, difference(before, now)));
        }
    }

    private static String difference(Map<String, String> before, Map<String, String> now) {
        Map<String, String> words = new TreeMap<>(Map.of(
                Derivation.RULES,
                "other rules",
                Derivation.CATALOGUE,
                "another catalogue",
                Derivation.MODEL,
                "another program"));
        words.keySet().removeIf(part -> now.getOrDefault(part, "").equals(before.get(part)));
        return String.join(", ", words.values());
    }

    private int members() {
        try (Admin admin = Admin.create(connection)) {
            return Objects.requireNonNull(admin.describeConsumerGroups(List.of(group))
                            .describedGroups()
                            .get(group))
                    .get()
                    .members()
                    .size();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return 0;
            }
            throw new SystemStartException("the members of %s cannot be looked at: %s".formatted(group, e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SystemStartException("interrupted while looking at the members of " + group);
        }
    }
}
