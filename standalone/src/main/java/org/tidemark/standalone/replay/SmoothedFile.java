package org.tidemark.standalone.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.tidemark.api.query.SmoothedCsv;
import org.tidemark.penetration.SmoothedPath;

/** The path of each cell as it is seen from the end of a replay, a row for each point. */
final class SmoothedFile {
    private SmoothedFile() {}

    /** Writes it; returns its hash. */
    static String write(Path file, List<SmoothedPath> paths) throws IOException {
        return HashedFile.write(file, out -> {
            SmoothedCsv csv = SmoothedCsv.begin(out);
            paths.forEach(csv::write);
            csv.flush();
        });
    }
}
