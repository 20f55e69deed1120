package org.tidemark.standalone.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.tidemark.producers.load.LoadReport;

/** What is to be said of a load besides its counts: one line each. */
final class LoadLines {
    private LoadLines() {}

    /** Prints how much of what was read are copies, so that nobody takes them for the publisher's own; else nothing. */
    static void printCopies(LoadReport report, PrintWriter out) {
        if (report.copied() > 0) {
            out.printf(
                    Locale.ROOT,
                    "%,d of those read are copies: figures of an aggregate, for economies that it stands for%n",
                    report.copied());
        }
    }

    /** Prints what was passed over on topics, one line for each; it does not fail whoever reads what lies beside it. */
    static void printPassedOver(List<String> lines, PrintWriter err) {
        lines.forEach(line -> err.println("tidemark: passed over: " + line));
        err.flush();
    }

    /** Prints what a system has to say of its start. */
    static void printNotices(List<String> notices, PrintWriter err) {
        notices.forEach(line -> err.println("tidemark: " + line));
        err.flush();
    }

    /** Prints the lines; the exit code is that of failure when a file that was named could not be loaded. */
    static int print(LoadReport report, PrintWriter err) {
        report.unknown().forEach(line -> err.println("tidemark: passed over: " + line));
        report.remarks().forEach(line -> err.println("tidemark: " + line));
        report.failures().forEach(line -> err.println("tidemark: " + line));
        err.flush();
        return report.failures().isEmpty() ? 0 : ErrorLine.FAILED;
    }
}
