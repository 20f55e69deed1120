import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.tidemark.series.PublicationDate;
import org.tidemark.series.PublishedBasis;
import org.tidemark.series.BatchId;
import org.tidemark.series.FigureId;
import org.tidemark.series.Watermark;
import org.tidemark.series.Observation;
import org.tidemark.series.ObservationStatus;
import org.tidemark.series.Period;
import org.tidemark.series.ReleaseEnd;
import org.tidemark.series.SeriesId;
import org.tidemark.wire.Codecs;

/** Sends one figure as a release: java -cp CLASSES Produce.java HOST:PORT. */
class Produce {
    public static void main(String[] args) {
        Instant published = PublicationDate.parse("2025-01-31");
        BatchId release = new BatchId("MY_SURVEY", "2025-01", published, UUID.randomUUID().toString());
        FigureId figure = new FigureId(new SeriesId("adoption.firms.any_use", "FI", "TOTAL", "MY_SURVEY"), Period.parse("2024"));
        var observation = new Observation(figure, 24.3, null, "percent", PublishedBasis.STATED, ObservationStatus.NORMAL, release, 0, Instant.now(), null, null);
        String topic = "tidemark.observations";
        byte[] key = "FI".getBytes();
        long at = published.toEpochMilli();
        try (var producer = new KafkaProducer<byte[], byte[]>(Map.of("bootstrap.servers", args[0], "acks", "all"), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (var event : List.of(observation, new ReleaseEnd("FI", release, 1, false, false))) {
                producer.send(new ProducerRecord<>(topic, null, at, key, Codecs.singleObject().events().encode(event)));
            }
            for (var end : Watermark.onEach(UUID.randomUUID().toString(), published, producer.partitionsFor(topic).size(), true)) {
                producer.send(new ProducerRecord<>(topic, end.partition(), at, null, Codecs.singleObject().instantClosings().encode(end)));
            }
        }
        System.out.println("sent to " + topic + " as load " + release.load());
    }
}
