package org.tidemark.standalone.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.tidemark.alert.AlertEvent;
import org.tidemark.api.query.AlertCsv;

/** What was said to analysts, in the order of publication. */
final class AlertsFile {
    static final String NAME = "alerts.csv";

    private AlertsFile() {}

    /** Writes it; returns its hash. */
    static String write(Path file, List<AlertEvent> alerts) throws IOException {
        return HashedFile.write(file, out -> {
            AlertCsv csv = AlertCsv.begin(out);
            alerts.forEach(csv::write);
            csv.flush();
        });
    }
}
