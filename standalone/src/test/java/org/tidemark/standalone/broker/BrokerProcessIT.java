package org.tidemark.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The broker as a process: what it prints, how it ends, what is left when it is killed. */
class BrokerProcessIT {
    @TempDir
    private Path directory = Path.of("");

    @Test
    void theTerminalStaysEmptyAndTheFileHasTheLog() throws Exception {
        BrokerProcess.Result result = BrokerProcess.run(BrokerProcess.End.CLOSED, directory);

        assertThat(result).isEqualTo(new BrokerProcess.Result(0, ""));
        assertThat(Files.readString(directory.resolve("logs/tidemark.log")))
                .contains("embedded broker on 127.0.0.1:")
                .doesNotContain("sasl.jaas.config");
    }

    @Test
    void afterACrashTheDataAreThere() throws Exception {
        assertThat(BrokerProcess.run(BrokerProcess.End.CRASHED, directory).exit())
                .isZero();

        try (EmbeddedBroker broker = EmbeddedBroker.start(new EmbeddedBroker.Settings(directory, 0))) {
            assertThat(Clients.committed(broker.bootstrap(), BrokerProcess.TOPIC))
                    .extracting(ConsumerRecord::value)
                    .containsExactly("1");
        }
    }
}
