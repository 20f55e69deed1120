package org.tidemark.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.streams.app.ClusterLook;

/** What stands in the place of the state. */
class StateOriginTest {
    private static final ClusterLook NOW = new ClusterLook(
            "a-cluster",
            "tidemark.observations",
            new TreeMap<>(Map.of("tidemark.observations", new ClusterLook.Identity("an-id", 4))));

    @TempDir
    private Path dir = Path.of("");

    @Test
    void aFileInThePlaceOfTheStateIsOneLineWithTheRemedy() throws Exception {
        Path state = Files.createFile(dir.resolve("state"));

        assertThatThrownBy(() -> new StateOrigin(dir, state).settle(NOW, false))
                .isInstanceOf(SystemStartException.class)
                .hasMessage(
                        state
                                + " is a file, and the stores need a folder there; move it away, they are made anew from the log");
    }

    @Test
    void whatIsRememberedAndCannotBeReadIsWrittenAnew() throws Exception {
        Path state = Files.createDirectory(dir.resolve("state"));
        Path remembered = Files.writeString(dir.resolve("cluster.properties"), "\u0000garbage");

        assertThat(new StateOrigin(dir, state).settle(NOW, false)).isEmpty();

        assertThat(Files.readString(remembered)).contains("cluster.id=a-cluster", "observations.id=an-id");
        assertThat(state).isDirectory();
    }
}
