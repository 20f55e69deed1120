package org.tidemark.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.it.Figures;
import org.tidemark.it.KafkaBroker;
import org.tidemark.it.TestBroker;
import org.tidemark.it.TinyRegistry;
import org.tidemark.standalone.logging.LogFile;

/** The password of a registry comes from a file, goes to the registry alone, and is shown to nobody. */
@ExtendWith(KafkaBroker.class)
class RegistryAuthIT {
    private static final String SECRET = "pa55-of-the-registry";

    private final TestBroker broker;

    @TempDir
    private Path dir = Path.of("");

    RegistryAuthIT(TestBroker broker) {
        this.broker = broker;
    }

    private CliRun run(String prefix, TinyRegistry registry, String credentials, String... words) throws Exception {
        Path file = Files.writeString(dir.resolve("registry-auth"), credentials);
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--bootstrap", broker.bootstrap(), "--prefix", prefix, "--registry", registry.address()));
        all.addAll(List.of("--registry-auth", file.toString()));
        CliRun run = CliRun.of(all.toArray(new String[0]));
        assertThat(run.out() + run.err()).doesNotContain("pa55");
        return run;
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("with the right password every command reaches the registry; a wrong one is one line")
    void theRightPasswordOpensTheRegistry() throws Exception {
        String prefix = broker.name("registry-auth");
        Path figures = new Figures().firms("DK", "2024", 27.6, "2025-01-31").in(dir, "figures.csv");
        try (TinyRegistry registry = TinyRegistry.start()) {
            registry.demand("us:" + SECRET);

            assertThat(run(prefix, registry, "us:" + SECRET + "\n", "topics").exit())
                    .isZero();
            assertThat(run(prefix, registry, "us:" + SECRET, "ingest", figures.toString(), "--no-wait")
                            .exit())
                    .isZero();
            assertThat(run(prefix, registry, "us:" + SECRET, "quarantine", "list")
                            .out())
                    .isEqualTo("nothing is held\n");
            assertThat(registry.authorizations()).isNotEmpty().containsOnly(basic("us:" + SECRET));

            for (String wrong : List.of("us:another-pa55", "them:" + SECRET)) {
                CliRun refused = run(prefix, registry, wrong, "topics");
                assertThat(refused.exit()).isEqualTo(1);
                assertThat(refused.err())
                        .startsWith("tidemark: ")
                        .contains("check the registry's credentials")
                        .hasLineCount(1);
            }
            assertThat(run(prefix, registry, "no colon pa55", "topics").err())
                    .contains("are no user:password on one line")
                    .hasLineCount(1);
        }
    }

    @Test
    @DisplayName("no password of a registry is in the log, however much is logged")
    void noPasswordIsInTheLog() throws Exception {
        String prefix = broker.name("registry-log");
        Path log = LogFile.current().orElseGet(() -> LogFile.in(dir.resolve("logs")));
        List<String> loud = List.of("org.tidemark", "jdk.httpclient", "org.apache.kafka.clients");
        loud.forEach(name -> Configurator.setLevel(name, Level.TRACE));
        try (TinyRegistry registry = TinyRegistry.start()) {
            registry.demand("us:" + SECRET);
            assertThat(run(prefix, registry, "us:" + SECRET, "topics").exit()).isZero();
            assertThat(run(prefix, registry, "us:wrong-pa55", "topics").exit()).isEqualTo(1);
        } finally {
            Configurator.reconfigure();
        }

        assertThat(Files.readString(log))
                .doesNotContain("pa55", basic("us:" + SECRET).substring(6));
    }
}
