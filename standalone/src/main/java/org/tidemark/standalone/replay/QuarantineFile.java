package org.tidemark.standalone.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.tidemark.api.query.JudgementCsv;
import org.tidemark.judge.Assessment;

/** What became of each release that could be judged, as it stood at the end. */
final class QuarantineFile {
    private QuarantineFile() {}

    /** Writes {@code quarantine.csv}; returns its hash. */
    static String write(Path folder, List<Assessment> judgements) throws IOException {
        return HashedFile.write(folder.resolve("quarantine.csv"), out -> {
            JudgementCsv csv = JudgementCsv.begin(out);
            judgements.forEach(csv::write);
            csv.flush();
        });
    }
}
