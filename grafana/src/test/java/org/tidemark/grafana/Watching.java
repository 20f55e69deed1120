package org.tidemark.grafana;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Real Prometheus and Alertmanager with the configuration of this folder. What a test cannot have is replaced: hosts,
 * receivers, and every wait, which is a second here. Expressions, labels, texts, routes and inhibitions are as they are.
 */
final class Watching {
    private static final String SOON = "1s";
    private static final Path DEFAULT_TEMPLATES = Path.of("/usr/share/prometheus/alertmanager/default.tmpl");

    private static final String READ = "/api/v1/prometheus/read";

    private Watching() {}

    /** Each receiver becomes a webhook with its name as the path. */
    static Running alertmanager(Path dir, int webhookPort) throws IOException, InterruptedException {
        ObjectNode config = (ObjectNode) Place.yaml(Place.ALERTMANAGER.resolve("alertmanager.yml"));
        config.remove("global");
        config.path("receivers").forEach(receiver -> {
            ObjectNode one = (ObjectNode) receiver;
            String name = one.path("name").asText();
            one.removeAll().put("name", name);
            one.putArray("webhook_configs")
                    .addObject()
                    .put("url", "http://127.0.0.1:%d/%s".formatted(webhookPort, name))
                    .put("send_resolved", true);
        });
        return alertmanager(dir, config);
    }

    /** Mail goes to a server of this machine, with receivers and words as they are; nothing else is sent. */
    static Running mailing(Path dir, int smtpPort) throws IOException, InterruptedException {
        ObjectNode config = (ObjectNode) Place.yaml(Place.ALERTMANAGER.resolve("alertmanager.yml"));
        ObjectNode global = (ObjectNode) config.path("global");
        global.remove(List.of("smtp_auth_username", "smtp_auth_password_file", "slack_api_url_file"));
        global.put("smtp_smarthost", local(smtpPort)).put("smtp_require_tls", false);
        config.path("receivers")
                .forEach(receiver -> ((ObjectNode) receiver).remove(List.of("slack_configs", "webhook_configs")));
        return alertmanager(dir, config);
    }

    private static Running alertmanager(Path dir, ObjectNode config) throws IOException, InterruptedException {
        Program program = installed();
        config.putArray("templates").add(Place.ALERTMANAGER + "/templates/*.tmpl");
        hurry((ObjectNode) config.path("route"));
        int port = Running.freePort();
        List<String> command = List.of(
                program.path().toString(),
                "--config.file=" + Place.write(config, dir.resolve("alertmanager.yml")),
                "--storage.path=" + dir.resolve("alertmanager"),
                "--cluster.listen-address=",
                "--web.listen-address=127.0.0.1:" + port);
        return Running.start(dir, command, port, "/-/ready");
    }

    /** Debian's build reads its templates from a fixed folder, which is not there when the package is only unpacked. */
    private static Program installed() throws IOException, InterruptedException {
        Program program = Program.assumed("alertmanager", "prometheus-alertmanager");
        boolean debian = program.run(Place.MODULE, "--version").said().contains("debian");
        assumeTrue(!debian || Files.exists(DEFAULT_TEMPLATES), () -> "skipped: %s needs %s, which .ci/run puts there"
                .formatted(program.path(), DEFAULT_TEMPLATES));
        return program;
    }

    private static void hurry(ObjectNode route) {
        for (String wait : List.of("group_wait", "group_interval")) {
            if (route.has(wait)) {
                route.put(wait, SOON);
            }
        }
        route.path("routes").forEach(child -> hurry((ObjectNode) child));
    }

    /** Without anything that asks publishers. */
    static Running prometheus(Path dir, int alertmanagerPort, int tidemarkPort)
            throws IOException, InterruptedException {
        return prometheus(dir, alertmanagerPort, tidemarkPort, 0);
    }

    /**
     * Scrapes application, Alertmanager and itself each second.
     *
     * @param watchPort of what asks publishers; 0 where nothing does
     */
    static Running prometheus(Path dir, int alertmanagerPort, int tidemarkPort, int watchPort)
            throws IOException, InterruptedException {
        int port = Running.freePort();
        ObjectNode config = (ObjectNode) Place.yaml(Place.PROMETHEUS.resolve("prometheus.yml"));
        ObjectNode global = (ObjectNode) config.path("global");
        global.put("scrape_interval", SOON).put("scrape_timeout", SOON).put("evaluation_interval", SOON);
        ((ObjectNode) config.at("/alerting/alertmanagers/0/static_configs/0"))
                .putArray("targets")
                .add(local(alertmanagerPort));
        ArrayNode jobs = (ArrayNode) config.path("scrape_configs");
        if (watchPort == 0) {
            jobs.removeIf(job -> job.path("job_name").asText().equals("tidemark-watch"));
        }
        jobs.forEach(job -> {
            switch (job.path("job_name").asText()) {
                case "tidemark" -> target((ObjectNode) job, tidemarkPort);
                case "tidemark-watch" -> target((ObjectNode) job, watchPort);
                case "alertmanager" -> target((ObjectNode) job, alertmanagerPort);
                default -> target((ObjectNode) job, port);
            }
        });
        ((ObjectNode) config.at("/remote_read/0")).put("url", "http://" + local(tidemarkPort) + READ);
        rules(dir);
        return start(dir, Place.write(config, dir.resolve("prometheus.yml")), dir.resolve("prometheus"), port);
    }

    /** Serves blocks that are there. */
    static Running prometheusOn(Path data, Path dir) throws IOException, InterruptedException {
        Path config = Files.writeString(dir.resolve("history.yml"), "scrape_configs: []\n");
        return start(dir, config, data, Running.freePort());
    }

    private static Running start(Path dir, Path config, Path data, int port) throws IOException, InterruptedException {
        List<String> command = List.of(
                Program.assumed("prometheus").path().toString(),
                "--config.file=" + config,
                "--storage.tsdb.path=" + data,
                "--storage.tsdb.retention.time=100y",
                // An alert that comes before the Alertmanager is known is sent again after this long, by default a
                // minute.
                "--rules.alert.resend-delay=" + SOON,
                "--web.listen-address=127.0.0.1:" + port);
        return Running.start(dir, command, port, "/-/ready");
    }

    private static String local(int port) {
        return "127.0.0.1:" + port;
    }

    private static void target(ObjectNode job, int port) {
        job.remove(List.of("file_sd_configs", "dns_sd_configs"));
        job.putArray("static_configs").addObject().putArray("targets").add(local(port));
    }

    private static void rules(Path dir) throws IOException {
        Path folder = Files.createDirectories(dir.resolve("rules"));
        for (Path file : Place.files(Place.PROMETHEUS.resolve("rules"), ".yml")) {
            JsonNode rules = Place.yaml(file);
            List<ObjectNode> waiting = new ArrayList<>();
            rules.path("groups").forEach(group -> {
                ((ObjectNode) group).remove("interval");
                group.path("rules").forEach(rule -> waiting.add((ObjectNode) rule));
            });
            for (ObjectNode rule : waiting) {
                for (String wait : List.of("for", "keep_firing_for")) {
                    if (rule.has(wait)) {
                        rule.put(wait, SOON);
                    }
                }
            }
            Path unused = Place.write(rules, folder.resolve(String.valueOf(file.getFileName())));
        }
    }
}
