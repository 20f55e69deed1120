package org.tidemark.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.alert.AlertEvent;
import org.tidemark.it.Figures;
import org.tidemark.it.TestSystem;
import org.tidemark.standalone.run.LocalSystem;
import org.tidemark.standalone.run.SystemSettings;
import org.tidemark.standalone.run.TopicContents;
import org.tidemark.streams.topology.StoreKind;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topics;

/**
 * A data directory as the version left it that had a store for each of its 25 tables: {@code up --once --data} of the figures
 * below, recorded with commit b1688ad, without logs and local stores.
 */
class EarlierStoresIT {
    private static final String RECORDED = "/org/tidemark/standalone/run/data-directory-before-shared-stores.zip";
    private static final Pattern NOWCAST = Pattern.compile(" ([0-9]+) +[0-9.]+ \\([0-9.]+ to [0-9.]+\\)$");
    private static final Pattern SCORE = Pattern.compile("(?s)Projections of .*?\\R\\R");
    private static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX);

    @TempDir
    private Path dir = Path.of("");

    private Path recorded() throws IOException {
        Path to = dir.resolve("recorded");
        try (InputStream resource =
                        Objects.requireNonNull(EarlierStoresIT.class.getResourceAsStream(RECORDED), RECORDED);
                ZipInputStream zip = new ZipInputStream(resource)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = to.resolve(entry.getName());
                Files.createDirectories(entry.isDirectory() ? file : file.getParent());
                if (!entry.isDirectory()) {
                    Files.copy(zip, file);
                }
            }
        }
        return to;
    }

    /** The figures with which it was recorded. */
    private Path figures() throws IOException {
        return new Figures()
                .firms("DK", "2020", 8.0, "2021-01-31")
                .firms("DK", "2021", 9.0, "2022-01-31")
                .firms("DK", "2022", 24.0, "2023-01-31")
                .firms("DK", "2023", 25.0, "2024-01-31")
                .firms("DK", "2024", 27.6, "2025-01-31")
                .firms("DK", "2023", 25.4, "2025-01-31")
                .firms("US", "2024", 11.5, "2025-01-31")
                .in(dir, "figures.csv");
    }

    private CliRun up(Path data) throws IOException {
        return CliRun.of(
                "up",
                "--once",
                "--data-dir",
                data.toString(),
                "--data",
                figures().toString());
    }

    /**
     * All but the nowcasts: what was derived today tells one itself, and of what is older it is read between the present
     * and one year ahead. And but the score of projections, which counts from the first start with a version that keeps it.
     */
    private static List<String> said(CliRun run) {
        return SCORE.matcher(run.out())
                .replaceFirst("")
                .lines()
                .filter(line -> !line.contains(" read, "))
                .map(line -> NOWCAST.matcher(line).replaceFirst(" $1"))
                .toList();
    }

    @Test
    @DisplayName(
            "A directory with a store for each table is taken over: what a new one says of its figures, no alert twice")
    void isTakenOver() throws Exception {
        Path recorded = recorded();

        CliRun taken = up(recorded);
        CliRun again = up(recorded);
        CliRun other = up(dir.resolve("fresh"));

        assertThat(taken.err())
                .contains("the state of an earlier version was moved: ")
                .contains(" of 14 stores");
        assertThat(taken.exit()).isZero();
        assertThat(again.err()).doesNotContain("earlier version");
        assertThat(said(taken)).isEqualTo(said(other));
        assertThat(said(again)).isEqualTo(said(other));
        try (LocalSystem system =
                LocalSystem.start(new SystemSettings(recorded, 0, TOPICS, StoreKind.DISK, 1, TestSystem.CATALOGUE))) {
            assertThat(new TopicContents(system.connection(), TOPICS, Codecs.singleObject())
                            .alerts().stream()
                                    .filter(event -> event.reason() != AlertEvent.Reason.MODEL)
                                    .map(event -> event.key() + " " + event.kind() + " " + event.asOf()))
                    .isNotEmpty()
                    .doesNotHaveDuplicates();
            assertThat(topics(system))
                    .contains("tidemark-monitor-intake-changelog", "tidemark-monitor-figures-changelog")
                    .doesNotContain(
                            "tidemark-monitor-pending-changelog",
                            "tidemark-monitor-panel-beliefs-changelog",
                            "tidemark-monitor-estimates-latest-changelog");
        }
    }

    private static Set<String> topics(LocalSystem system) throws Exception {
        try (Admin admin = Admin.create(system.connection())) {
            return admin.listTopics().names().get();
        }
    }
}
