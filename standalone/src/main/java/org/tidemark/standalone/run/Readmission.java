package org.tidemark.standalone.run;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.errors.AuthorizationException;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.producers.kafka.KafkaTarget;
import org.tidemark.producers.kafka.LogReader;
import org.tidemark.producers.kafka.NoteBook;
import org.tidemark.producers.kafka.PublishException;
import org.tidemark.release.SecondLook;
import org.tidemark.release.SecondLook.Part;
import org.tidemark.series.Event;
import org.tidemark.series.Observation;
import org.tidemark.series.ReleaseEnd;
import org.tidemark.validate.Validator;
import org.tidemark.version.SystemNote;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topics;
import org.tidemark.wire.UndecodableException;

/**
 * Brings figures back that were refused under another catalogue and would be accepted now: their releases are sent once more,
 * as they were received, so that what is known already changes nothing. Done once for each catalogue.
 */
final class Readmission {
    private static final String NOTE = "readmission";
    private static final String CATALOGUE = "catalogue";

    private final Map<String, Object> connection;
    private final Topics topics;
    private final Codecs codecs;
    private final Catalogue catalogue;
    private final Clock clock;
    private final LogReader reader;

    Readmission(Map<String, Object> connection, Topics topics, Codecs codecs, Catalogue catalogue, Clock clock) {
        this.connection = Map.copyOf(connection);
        this.topics = topics;
        this.codecs = codecs;
        this.catalogue = catalogue;
        this.clock = clock;
        this.reader = new LogReader(connection);
    }

    /** What whoever started the system is to be told, in one line; empty where nothing comes back. */
    Optional<String> settle() {
        if (isEmpty()) {
            return Optional.empty();
        }
        NoteBook notes = new NoteBook(connection, topics);
        Map<String, String> now = Map.of(CATALOGUE, catalogue.hash());
        if (notes.latest(NOTE).filter(note -> note.values().equals(now)).isPresent()) {
            return Optional.empty();
        }
        SortedMap<Part, Integer> returning = returning();
        try {
            send(returning.keySet());
        } catch (PublishException e) {
            if (e.getCause() instanceof AuthorizationException) {
                return Optional.of(said(
                        returning,
                        "pass now, but this user may not write %s; load their files again"
                                .formatted(topics.observations())));
            }
            throw e;
        }
        notes.write(SystemNote.of(NOTE, Instant.ofEpochMilli(clock.millis()), now));
        return returning.isEmpty() ? Optional.empty() : Optional.of(said(returning, "pass now and are sent again"));
    }

    private static String said(SortedMap<Part, Integer> returning, String what) {
        return String.format(
                Locale.ROOT,
                "%,d figures that another catalogue refused %s (%,d releases)",
                returning.values().stream().mapToInt(Integer::intValue).sum(),
                what,
                returning.size());
    }

    private boolean isEmpty() {
        return reader.ends(topics.rejected()).byPartition().values().stream().allMatch(end -> end == 0);
    }

    private SortedMap<Part, Integer> returning() {
        SecondLook look = new SecondLook(new Validator(catalogue));
        reader.read(
                topics.rejected(),
                record -> reader.decode(codecs.rejections(), record, rejection -> {
                    // What a reader of files has refused never was a figure; its file tells it again.
                    if (rejection.record() != null && SecondLook.isOfTheCatalogue(rejection.reason())) {
                        event(rejection.original()).ifPresent(event -> {
                            if (event instanceof Observation o) {
                                look.refused(o);
                            }
                        });
                    }
                }));
        reader.read(topics.releases(), record -> reader.decode(codecs.outcomes(), record, look::applied));
        return look.returning();
    }

    private Optional<Event> event(byte[] bytes) {
        try {
            return Optional.of(codecs.events().decode(bytes));
        } catch (UndecodableException e) {
            return Optional.empty();
        }
    }

    private void send(Set<Part> parts) {
        if (parts.isEmpty()) {
            return;
        }
        SortedMap<Part, Sent> found = new TreeMap<>();
        reader.read(topics.observations(), record -> event(record.value() == null ? new byte[0] : record.value())
                .ifPresent(event -> {
                    Part part = new Part(event.economy(), event.batch());
                    if (parts.contains(part)) {
                        found.computeIfAbsent(part, p -> new Sent()).take(event);
                    }
                }));
        try (KafkaTarget target = new KafkaTarget(connection, topics, codecs)) {
            List<Part> inOrder = List.copyOf(found.keySet());
            for (int i = 0; i < inOrder.size(); i++) {
                Part part = inOrder.get(i);
                Objects.requireNonNull(found.get(part))
                        .send(target, more(part, inOrder.subList(i + 1, inOrder.size())));
                boolean last = i + 1 == inOrder.size();
                Instant published = part.batch().published();
                if (last || !inOrder.get(i + 1).batch().published().equals(published)) {
                    target.closed(published, last);
                }
            }
            target.flush();
        }
    }

    /** Whether another release of the instant follows in its economy. */
    private static boolean more(Part part, List<Part> behind) {
        return behind.stream()
                .takeWhile(
                        other -> other.batch().published().equals(part.batch().published()))
                .anyMatch(other -> other.economy().equals(part.economy()));
    }

    /** What was sent of one release in one economy, each figure once. */
    private static final class Sent {
        private final SortedMap<Integer, Observation> figures = new TreeMap<>();
        private @Nullable ReleaseEnd closing;

        void take(Event event) {
            if (event instanceof Observation o) {
                figures.put(o.ordinal(), o);
            } else if (event instanceof ReleaseEnd c) {
                closing = c;
            }
        }

        /** A release that was never closed is left to whoever sends it again. */
        void send(KafkaTarget target, boolean more) {
            ReleaseEnd last = closing;
            if (last != null) {
                figures.values().forEach(target::send);
                target.send(new ReleaseEnd(last.economy(), last.batch(), last.sent(), last.complete(), more));
            }
        }
    }
}
