package org.tidemark.standalone.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import org.tidemark.producers.UnreadableFileException;
import org.tidemark.standalone.broker.DataPlace;
import org.tidemark.standalone.run.DataDir;

/**
 * Where a replay has its broker and state. One that is kept says in a file what is played there, so that a second start
 * goes on with the same and nothing else.
 */
final class WorkDirectory implements AutoCloseable {
    private static final String PLAN = "replay.json";

    private final ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final DataDir dir;
    private final boolean kept;

    private WorkDirectory(DataDir dir, boolean kept) {
        this.dir = dir;
        this.kept = kept;
    }

    static WorkDirectory of(@Nullable Path work) throws UnreadableFileException {
        return work == null
                ? new WorkDirectory(DataDir.ephemeral(), false)
                : new WorkDirectory(DataDir.kept(work, "--work"), true);
    }

    Path path() {
        return dir.path();
    }

    /** Where its broker keeps its data: what is damaged there is played again. */
    DataPlace place() {
        return kept ? dir.place().ifDamaged("delete %s and replay again".formatted(path())) : dir.place();
    }

    boolean isKept() {
        return kept;
    }

    /** What is played here; null when nothing has been begun. */
    @Nullable
    JsonNode begun() throws IOException {
        Path file = path().resolve(PLAN);
        if (!kept || !Files.exists(file)) {
            return null;
        }
        try {
            return mapper.readTree(file.toFile());
        } catch (IOException e) {
            throw new UnreadableFileException(
                    "%s cannot be read; delete %s or name another folder with --work".formatted(file, path()));
        }
    }

    /**
     * Begins, or goes on.
     *
     * @throws UnreadableFileException when another replay was begun here
     */
    void begin(ObjectNode plan) throws IOException {
        JsonNode begun = begun();
        if (begun == null) {
            Path file = Files.createTempFile(path(), PLAN, ".new");
            mapper.writeValue(file.toFile(), plan);
            Path unused = Files.move(
                    file, path().resolve(PLAN), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        for (var field : plan.properties()) {
            if (!field.getValue().equals(begun.get(field.getKey()))) {
                throw new UnreadableFileException(
                        "--work %s holds a replay with other %s; give what it was begun with, or name another folder"
                                .formatted(path(), field.getKey()));
            }
        }
    }

    @Override
    public void close() {
        dir.close();
    }
}
