package org.tidemark.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import picocli.CommandLine;

/** What holds for every service of the stack, whether there is a Docker to run it or not. */
class ComposeFileTest {
    private static final Path ROOT = root();
    private static final Map<String, Map<String, Object>> SERVICES = services();
    /** The image of Kafka writes its configuration where it was shipped. */
    private static final List<String> WRITES_INTO_ITS_IMAGE = List.of("kafka");

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("docker-compose.yml")) ? here : Objects.requireNonNull(here.getParent());
    }

    private static Map<String, Object> file() {
        try {
            return new Yaml().load(Files.readString(ROOT.resolve("docker-compose.yml")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked") // YAML has no types
    private static Map<String, Map<String, Object>> services() {
        return new TreeMap<>((Map<String, Map<String, Object>>) Objects.requireNonNull(file().get("services")));
    }

    private static List<?> list(Map<String, Object> service, String key) {
        return service.get(key) instanceof List<?> list ? list : List.of();
    }

    private static boolean runsOnce(Map<String, Object> service) {
        return "no".equals(service.get("restart"));
    }

    @TestFactory
    Stream<DynamicTest> everyServiceIsHardened() {
        return SERVICES.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> assertHardened(entry.getKey())));
    }

    private static void assertHardened(String name) {
        Map<String, Object> service = Objects.requireNonNull(SERVICES.get(name));
        assertThat(String.valueOf(service.get("image"))).matches("[a-z/-]+:v?\\d+\\.\\d+\\.\\d+");
        assertThat(service).doesNotContainKeys("privileged", "cap_add", "network_mode", "devices", "pid", "ipc");
        assertThat(list(service, "cap_drop")).isEqualTo(List.of("ALL"));
        assertThat(list(service, "security_opt")).isEqualTo(List.of("no-new-privileges:true"));
        assertThat(service.get("read_only")).isEqualTo(WRITES_INTO_ITS_IMAGE.contains(name) ? null : Boolean.TRUE);
        assertThat(service).containsKey("mem_limit");
        assertThat(service.get("user")).isNotIn("root", "0", "0:0");
        assertThat(list(service, "ports"))
                .allSatisfy(port -> assertThat(port.toString()).matches("127\\.0\\.0\\.1:\\d+:\\d+"));
        assertThat(runsOnce(service) || service.containsKey("healthcheck"))
                .as("has a health check or runs once")
                .isTrue();
    }

    @TestFactory
    Stream<DynamicTest> everyFileAndFolderThatIsMountedIsThere() {
        return SERVICES.entrySet().stream().flatMap(entry -> list(entry.getValue(), "volumes").stream()
                .map(volume -> source(volume.toString()))
                .filter(source -> source.startsWith("."))
                .map(source -> DynamicTest.dynamicTest(entry.getKey() + " " + source, () -> assertThere(source))));
    }

    private static String source(String volume) {
        String byDefault = volume.replaceAll("\\$\\{[A-Z_]+:-([^}]*)}", "$1");
        return byDefault.substring(0, byDefault.indexOf(':'));
    }

    private static void assertThere(String source) {
        Path path = ROOT.resolve(source).normalize();
        boolean ofGrafana = path.startsWith(ROOT.resolve("grafana"));
        assumeTrue(
                !ofGrafana || Files.isDirectory(ROOT.resolve("grafana/dashboards")),
                "skipped: grafana/ is not complete in this tree");
        assertThat(path).exists();
    }

    /** An option that was renamed would be found only when the stack is started. */
    @TestFactory
    Stream<DynamicTest> everyCommandOfTidemarkIsOne() {
        return SERVICES.entrySet().stream()
                .filter(entry -> "tidemark:0.1.0".equals(entry.getValue().get("image")))
                .filter(entry -> entry.getValue().containsKey("command"))
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    String[] arguments = list(entry.getValue(), "command").stream()
                            .map(Object::toString)
                            .toArray(String[]::new);
                    CommandLine.ParseResult parsed = Tidemark.commandLine().parseArgs(arguments);
                    assertThat(parsed.subcommand().commandSpec().name()).isEqualTo(arguments[0]);
                }));
    }

    /** Prometheus asks for the service by its name; without leave it is told 421 and shows nothing. */
    @Test
    void prometheusMayAskByTheNameThatItUses() throws IOException {
        String targets = Files.readString(ROOT.resolve("grafana/prometheus/targets/tidemark.yml"));
        List<?> command = list(Objects.requireNonNull(SERVICES.get("tidemark")), "command");

        assertThat(targets).contains("[tidemark:8080]");
        assertThat(command.get(command.indexOf("--allow-host") + 1)).isEqualTo("tidemark");
    }

    /** It has no port of the host: only who is in the network may ask, and by the address that it listens on. */
    @Test
    void prometheusAsksTheWatchAtThePortThatItServes() throws IOException {
        Map<String, Object> watch = Objects.requireNonNull(SERVICES.get("watch"));
        List<?> command = list(watch, "command");
        String port = String.valueOf(command.get(command.indexOf("--metrics-port") + 1));
        Map<String, List<Map<String, Object>>> prometheus =
                new Yaml().load(Files.readString(ROOT.resolve("grafana/prometheus/prometheus.yml")));

        assertThat(prometheus.get("scrape_configs"))
                .filteredOn(job -> "tidemark-watch".equals(job.get("job_name")))
                .singleElement()
                .extracting(job -> job.get("dns_sd_configs"))
                .isEqualTo(List.of(Map.of("names", List.of("watch"), "type", "A", "port", Integer.valueOf(port))));
        assertThat(command.get(command.indexOf("--metrics-host") + 1)).isEqualTo("0.0.0.0");
        assertThat(watch).doesNotContainKey("ports");
        assertThat(String.valueOf(watch.get("healthcheck"))).contains("/dev/tcp/127.0.0.1/" + port);
    }

    @Test
    void everySecretIsAFileOutsideTheRepository() throws IOException {
        assertThat(Objects.requireNonNull(file().get("secrets")))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .isNotEmpty()
                .allSatisfy((name, secret) -> assertThat(secret).isEqualTo(Map.of("file", "./secrets/" + name)));
        assertThat(Files.readString(ROOT.resolve("secrets/.gitignore"))).contains("\n*\n");
    }

    @Test
    void theImageIsBuiltFromPinnedImagesAndRunsAsNobodySpecial() throws IOException {
        List<String> lines = Files.readAllLines(ROOT.resolve("Dockerfile"));

        assertThat(lines.stream().filter(line -> line.startsWith("FROM ")))
                .hasSize(2)
                .allSatisfy(
                        line -> assertThat(line).matches("FROM [a-z/-]+:\\d+\\.\\d+\\.\\d+[_0-9a-z-]*( AS build)?"));
        assertThat(lines).contains("USER 10001:10001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker-compose", "docker compose"})
    void composeItselfUnderstandsIt(String compose) throws IOException, InterruptedException {
        List<String> command = List.of((compose + " --profile replay --profile history config -q").split(" ", -1));
        assumeTrue(isThere(compose), () -> "skipped: no '%s' here".formatted(compose));

        Process process = new ProcessBuilder(command)
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).isEmpty();
    }

    private static boolean isThere(String compose) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(List.of((compose + " version").split(" ", -1)))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
