package org.tidemark.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TopicTest {
    private static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX);

    /** Rows of the table of topics by their first cell. */
    private static Map<String, String> rows() throws IOException {
        return Files.readAllLines(Path.of("..", "docs", "topics.md")).stream()
                .filter(line -> line.startsWith("| `tidemark."))
                .collect(Collectors.toMap(line -> line.split("`", -1)[1], line -> line));
    }

    @Test
    void theDocumentationHasARowForEachTopicAndNoOther() throws IOException {
        assertThat(rows().keySet()).containsExactlyInAnyOrderElementsOf(TOPICS.names(List.of(Topic.values())));
    }

    @ParameterizedTest
    @EnumSource
    void theRowSaysHowLongItIsKeptAndWhatItHolds(Topic topic) throws IOException {
        String row = Objects.requireNonNull(rows().get(topic.name(Topics.DEFAULT_PREFIX)));
        Map<String, Schema> present = SingleObjectCodecs.INSTANCE.present();

        assertThat(row.split(" \\| ", -1)[3].strip())
                .startsWith(topic.retention().words());
        assertThat(topic.schemas()).allSatisfy(schema -> assertThat(row)
                .contains("`"
                        + Objects.requireNonNull(present.get(schema), schema).getName() + "`"));
    }

    @Test
    void everyKindOfRecordThatARegistryKnowsLiesOnSomeTopic() {
        assertThat(Arrays.stream(Topic.values()).flatMap(topic -> topic.schemas().stream()))
                .contains("observation", "estimate", "news", "alert", "judgement", "rejected", "load");
        assertThat(Topic.MODELS.schemas()).isEmpty();
    }

    @Test
    void whatAMonitorWritesIsWaitedForNewsAndAlertsToo() {
        assertThat(Topic.read()).containsExactly(Topic.OBSERVATIONS, Topic.PANELS, Topic.REJECTED);
        assertThat(Topic.written())
                .containsExactly(
                        Topic.PANELS,
                        Topic.RELEASES,
                        Topic.JUDGEMENTS,
                        Topic.REJECTED,
                        Topic.ESTIMATES,
                        Topic.ESTIMATES_LATEST,
                        Topic.NEWS,
                        Topic.ALERTS);
    }
}
