package org.tidemark.standalone.quarantine;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tidemark.api.query.DecisionDesk;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.judge.Assessment;
import org.tidemark.judge.PartId;
import org.tidemark.judge.Supersession;
import org.tidemark.producers.kafka.KafkaTarget;
import org.tidemark.series.QuarantineDecision;
import org.tidemark.standalone.run.TopicContents;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topics;

/** What a cluster holds in quarantine, read from its topics; decisions go onto the log like every other event. */
public final class Quarantine {
    private final Map<String, Object> connection;
    private final Topics topics;
    private List<String> passedOver = List.of();
    private final Codecs codecs;

    public Quarantine(Map<String, Object> connection, Topics topics, Codecs codecs) {
        this.codecs = codecs;
        this.connection = Map.copyOf(connection);
        this.topics = topics;
    }

    /** What was passed over when judgements were read last: one line for each topic. */
    public List<String> passedOver() {
        return passedOver;
    }

    /** The last word on each part of a release, in order of publication. */
    public List<Assessment> judgements() {
        TopicContents contents = new TopicContents(connection, topics, codecs);
        List<Assessment> latest = latest(contents.judgements());
        passedOver = contents.passedOver();
        return latest;
    }

    /** Of several words on one part the last, in order of publication. */
    public static List<Assessment> latest(List<Assessment> told) {
        SortedMap<PartId, Assessment> last = new TreeMap<>();
        told.forEach(j -> last.put(j.part(), j));
        return List.copyOf(last.values());
    }

    /**
     * How each part stood at an instant, in order of publication.
     *
     * @param latest the last word on each part, in order of publication
     * @param catalogue holds the rules by which they were judged
     */
    public static List<Assessment> asOf(List<Assessment> latest, Catalogue catalogue, Instant asOf) {
        Map<List<String>, List<Assessment>> series = latest.stream()
                .collect(Collectors.groupingBy(j -> List.of(
                        j.part().economy(), j.part().batch().source(), j.part().indicator())));
        return catalogue.recipes().releases().judging().stream()
                .map(Supersession::new)
                .flatMap(succession -> series.values().stream().flatMap(one -> succession.asOf(one, asOf).stream()))
                .sorted(Comparator.comparing(Assessment::part))
                .toList();
    }

    /** Takes decisions that come over HTTP: they are read, matched and sent as those of the command are. */
    public DecisionDesk desk(Clock clock) {
        return request -> {
            List<PartId> parts = judgements().stream()
                    .filter(request::matches)
                    .map(Assessment::part)
                    .toList();
            if (!parts.isEmpty()) {
                decide(parts, request.action(), clock.instant(), request.note(), request.by());
            }
            return parts;
        };
    }

    /** Sends a decision on each of some parts. */
    public void decide(
            List<PartId> parts, QuarantineDecision.Action action, Instant decidedAt, String note, String by) {
        try (KafkaTarget target = new KafkaTarget(connection, topics, codecs)) {
            for (PartId part : parts) {
                target.send(new QuarantineDecision(
                        part.economy(), part.indicator(), part.batch(), action, decidedAt, note, by));
            }
            parts.stream()
                    .map(part -> part.batch().published())
                    .max(Comparator.naturalOrder())
                    .ifPresent(newest -> target.closed(newest, true));
            target.flush();
        }
    }
}
