package org.tidemark.standalone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.tidemark.producers.UnreadableFileException;
import org.tidemark.producers.load.Inputs;

/** The files that the user means. Where there is not one, nothing need be started to say so. */
final class GivenFiles {
    private GivenFiles() {}

    static Inputs of(List<Path> paths) throws IOException {
        Inputs inputs = Inputs.of(paths);
        boolean any = !inputs.named().isEmpty() || !inputs.found().isEmpty();
        if (any || paths.isEmpty()) {
            return inputs;
        }
        throw new UnreadableFileException(
                inputs.failures().isEmpty()
                        ? paths.stream().map(Path::toString).collect(Collectors.joining(", "))
                                + " holds no file; name files, or a folder that has some"
                        : String.join("; ", inputs.failures()));
    }
}
