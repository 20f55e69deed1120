package org.tidemark.standalone.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.producers.kafka.LogEnds;
import org.tidemark.producers.kafka.LogReader;
import org.tidemark.producers.kafka.RelayTarget;
import org.tidemark.producers.kafka.TopicEnds;
import org.tidemark.producers.kafka.TopicHistory;
import org.tidemark.producers.kafka.TopicPlayer;
import org.tidemark.producers.load.LoadReport;
import org.tidemark.producers.load.LoadSettings;
import org.tidemark.wire.Codecs;

/** The observations topic of a running cluster, up to where it ended when the replay was begun. */
record ClusterHistory(TopicSource source) implements History {
    private static final String ENDS = "ends";

    @Override
    public Opened open(Path folder, @Nullable JsonNode begun, ReplaySettings settings, ReplayProgress progress) {
        LogReader reader = new LogReader(source.connection());
        JsonNode recorded = begun == null ? null : begun.get(ENDS);
        TopicEnds ends = recorded == null ? TopicEnds.now(reader, source.topics()) : ends(recorded);
        TopicHistory history = TopicHistory.read(reader, ends.observations(), source.codecs(), folder, progress);
        return new OpenTopic(reader, source.codecs(), ends, history, progress);
    }

    private TopicEnds ends(JsonNode recorded) {
        return new TopicEnds(
                ends(source.topics().observations(), recorded.path("observations")),
                ends(source.topics().loads(), recorded.path("loads")),
                ends(source.topics().rejected(), recorded.path("rejected")));
    }

    private static LogEnds ends(String topic, JsonNode recorded) {
        SortedMap<Integer, Long> byPartition = new TreeMap<>();
        recorded.properties()
                .forEach(p -> byPartition.put(
                        Integer.valueOf(p.getKey()), p.getValue().asLong()));
        return new LogEnds(topic, byPartition);
    }

    private record OpenTopic(
            LogReader reader, Codecs codecs, TopicEnds ends, TopicHistory history, ReplayProgress progress)
            implements Opened {
        @Override
        public ObjectNode identity() {
            ObjectNode identity = JsonNodeFactory.instance.objectNode();
            identity.put("topic", ends.observations().topic());
            ObjectNode all = identity.putObject(ENDS);
            all.set("observations", node(ends.observations()));
            all.set("loads", node(ends.loads()));
            all.set("rejected", node(ends.rejected()));
            ObjectNode hashes = identity.putObject("hashes");
            history.hashes().forEach((partition, hash) -> hashes.put(partition.toString(), hash));
            return identity;
        }

        private static ObjectNode node(LogEnds ends) {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            // As text: a number read back would be of another width, and no equal of itself.
            ends.byPartition().forEach((partition, end) -> node.put(partition.toString(), end.toString()));
            return node;
        }

        @Override
        public LoadReport play(LoadSettings what, RelayTarget target) {
            LoadReport played = new TopicPlayer(reader, codecs, ends, progress).play(history, what, target);
            List<String> passedOver = new ArrayList<>(played.unknown());
            passedOver.addAll(reader.foreign().lines());
            return new LoadReport(
                    played.loads(), passedOver, played.failures(), played.leftOut(), played.copied(), played.remarks());
        }

        @Override
        public ObjectNode input(LoadReport played) {
            ObjectNode input = JsonNodeFactory.instance.objectNode();
            ArrayNode partitions = JsonNodeFactory.instance.arrayNode();
            SortedMap<Integer, String> hashes = history.hashes();
            List<String> lines = new ArrayList<>();
            ends.observations().byPartition().forEach((partition, end) -> {
                String hash = hashes.getOrDefault(partition, "");
                partitions
                        .addObject()
                        .put("partition", partition)
                        .put("end", end)
                        .put("hash", hash);
                lines.add("%d %d %s".formatted(partition, end, hash));
            });
            input.put("hash", HashedFile.ofLines(lines));
            input.put("topic", ends.observations().topic());
            input.set("partitions", partitions);
            input.set("files", PlayedLoads.nodes(played));
            return input;
        }

        @Override
        public void close() {
            history.close();
        }
    }
}
