package org.tidemark.standalone.cli;

import java.io.PrintWriter;
import org.tidemark.producers.load.LoadReport;

/** What a load could not do, said on stderr: one line each. */
final class LoadLines {
    private LoadLines() {}

    /** Prints the lines; the exit code is that of failure when a file that was named could not be loaded. */
    static int print(LoadReport report, PrintWriter err) {
        report.unknown().forEach(line -> err.println("tidemark: passed over: " + line));
        report.failures().forEach(line -> err.println("tidemark: " + line));
        err.flush();
        return report.failures().isEmpty() ? 0 : ErrorLine.FAILED;
    }
}
