package org.tidemark.standalone.withdraw;

import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.tidemark.producers.kafka.KafkaTarget;
import org.tidemark.producers.kafka.LogReader;
import org.tidemark.series.Event;
import org.tidemark.series.Observation;
import org.tidemark.series.Withdrawal;
import org.tidemark.validate.RejectReason;
import org.tidemark.validate.Rejection;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topics;
import org.tidemark.wire.UndecodableException;

/** The log of a running cluster, as far as something on it may be withdrawn. */
public final class WithdrawalLog {
    private final Map<String, Object> connection;
    private final Topics topics;
    private final Codecs codecs;
    private final LogReader reader;

    public WithdrawalLog(Map<String, Object> connection, Topics topics, Codecs codecs) {
        this.connection = Map.copyOf(connection);
        this.topics = topics;
        this.codecs = codecs;
        this.reader = new LogReader(connection);
    }

    /** What was passed over so far, since Tidemark did not write it: one line for each topic. */
    public List<String> passedOver() {
        return reader.foreign().lines();
    }

    /** What a source has said and was not refused, with what was withdrawn of it. */
    public SaidFigures saidBy(String source) {
        Set<ByteBuffer> refused = refused();
        SaidFigures said = new SaidFigures();
        reader.read(topics.observations(), record -> event(record).ifPresent(event -> {
            if (event.batch().source().equals(source) && !refused.contains(ByteBuffer.wrap(record.value()))) {
                take(event, said);
            }
        }));
        return said;
    }

    private static void take(Event event, SaidFigures said) {
        if (event instanceof Observation o) {
            said.add(o);
        } else if (event instanceof Withdrawal word) {
            said.add(word);
        }
    }

    /** Records that validation refused: nothing is held of them. Two sides of a conflict are held. */
    private Set<ByteBuffer> refused() {
        Set<ByteBuffer> refused = new HashSet<>();
        reader.read(
                topics.rejected(),
                record -> reader.decode(codecs.rejections(), record, (Rejection r) -> {
                    if (r.reason() != RejectReason.CONFLICTING) {
                        refused.add(ByteBuffer.wrap(r.original()));
                    }
                }));
        return refused;
    }

    private Optional<Event> event(ConsumerRecord<byte[], byte[]> record) {
        try {
            return record.value() == null
                    ? Optional.empty()
                    : Optional.of(codecs.events().decode(record.value()));
        } catch (UndecodableException e) {
            // The end of an instant, or what the topologies refuse with its bytes: nothing that could be withdrawn.
            return Optional.empty();
        }
    }

    /** Sends words by hand, in their order, each with the end of its instant. */
    public void send(List<Withdrawal> words) {
        List<Withdrawal> inOrder =
                words.stream().sorted(Comparator.comparing(Withdrawal::at)).toList();
        try (KafkaTarget target = new KafkaTarget(connection, topics, codecs)) {
            for (int i = 0; i < inOrder.size(); i++) {
                target.send(inOrder.get(i));
                boolean last = i + 1 == inOrder.size();
                if (last || !inOrder.get(i + 1).at().equals(inOrder.get(i).at())) {
                    target.closed(inOrder.get(i).at(), last);
                }
            }
            target.flush();
        }
    }
}
