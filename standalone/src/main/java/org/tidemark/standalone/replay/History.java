package org.tidemark.standalone.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tidemark.producers.kafka.RelayTarget;
import org.tidemark.producers.load.LoadReport;
import org.tidemark.producers.load.LoadSettings;

/** Where what is played comes from. */
interface History {
    /**
     * Opens it.
     *
     * @param folder for temporary files
     * @param begun what {@link Opened#identity} was when the replay was begun that now goes on; null for a new one
     */
    Opened open(Path folder, @Nullable JsonNode begun, ReplaySettings settings, ReplayProgress progress)
            throws IOException;

    /** What can be played. */
    interface Opened extends AutoCloseable {
        /** What must be the same for an interrupted replay to go on. */
        ObjectNode identity() throws IOException;

        LoadReport play(LoadSettings what, RelayTarget target) throws IOException;

        /** Describes what was played, for run.json. */
        ObjectNode input(LoadReport played);

        @Override
        void close();
    }
}
