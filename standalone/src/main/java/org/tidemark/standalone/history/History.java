package org.tidemark.standalone.history;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tidemark.api.history.SaidCells;
import org.tidemark.producers.UnreadableFileException;
import org.tidemark.standalone.stored.WholeFile;

/** Makes a replay's folder into history that Prometheus can be asked for. */
public final class History {
    private static final String PROMTOOL = "promtool";

    private final Path folder;

    public History(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes {@value HistoryFile#NAME} from the folder's tables, and reads it back to check it.
     *
     * @param seriesMax how many series it may have, up to {@value HistoryFile#SERIES_MAX}
     */
    public HistorySize write(int seriesMax) throws IOException {
        AtomicReference<@Nullable HistorySize> written = new AtomicReference<>();
        // A folder without tables keeps what it has.
        SaidCells said = SaidHistory.of(folder);
        WholeFile.write(file(), bytes -> {
            try (Writer out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8))) {
                written.set(HistoryFile.write(said, seriesMax, out));
            }
        });
        HistorySize size = Objects.requireNonNull(written.get(), "set by writing");
        HistoryCheck.Content held = HistoryCheck.of(file());
        if (held.series() != size.series() || held.samples() != size.samples()) {
            throw new UnreadableFileException(
                    "%s holds %d samples of the %d that were written; free some space and write it again"
                            .formatted(file(), held.samples(), size.samples()));
        }
        return size;
    }

    /** Has promtool make blocks of the file in the folder of a Prometheus, and tells what it says. */
    public void createBlocks(Path prometheus, Consumer<String> says) throws IOException, InterruptedException {
        new Promtool(PROMTOOL, says).createBlocks(file(), prometheus);
    }

    public Path file() {
        return folder.resolve(HistoryFile.NAME);
    }
}
