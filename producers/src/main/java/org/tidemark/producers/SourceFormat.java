package org.tidemark.producers;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * One file format of one publisher. Stateless: the same file says the same, whenever and wherever it is read.
 *
 * <p>A format reads what the file says and decides nothing else; when a figure became public is decided by the
 * {@code publication} package, whether it is believed by the topologies.
 */
public interface SourceFormat {
    /** Name for people and for the load's record: {@code census-btos}. */
    String name();

    /** Whether this is such a file, judged by its content; the name alone never decides. */
    boolean recognises(SourceFile file) throws IOException;

    /**
     * What a file that no format recognises nearly is, seen from this one; empty when it is something else altogether.
     *
     * @throws IOException when the file cannot be read
     */
    default Optional<NearMiss> nearly(SourceFile file) throws IOException {
        return Optional.empty();
    }

    /**
     * The date of the file itself, from what it says, its name or its folder's name; empty when none of them tells.
     *
     * @throws IOException when the file cannot be read
     */
    Optional<Instant> filed(SourceFile file) throws IOException;

    /**
     * Tells the sink every figure, and everything that is not one, in the order of the file.
     *
     * @throws IOException when the file cannot be read
     * @throws UnreadableFileException when the file as a whole makes no sense; the message is for the user
     */
    void read(SourceFile file, FigureSink sink) throws IOException;
}
