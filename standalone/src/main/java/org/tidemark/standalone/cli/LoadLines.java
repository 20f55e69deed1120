package org.tidemark.standalone.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.tidemark.producers.load.LoadReport;
import org.tidemark.release.Load;
import org.tidemark.standalone.report.Refusals;
import org.tidemark.standalone.run.TopicContents;

/** What is to be said of a load besides its counts: one line each. */
final class LoadLines {
    private LoadLines() {}

    /** Prints how much of what was read are copies, so that nobody takes them for the publisher's own; else nothing. */
    static void printCopies(LoadReport report, PrintWriter out) {
        if (report.copied() > 0) {
            out.printf(
                    Locale.ROOT,
                    "%,d of those read are copies of an aggregate's figure, for who it stands for%n",
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

    /** Prints what was refused and the lines of the files; the exit code is that of the worst of it. */
    static int print(LoadReport report, Refusals refused, PrintWriter err) {
        refused.lines().forEach(line -> err.println("tidemark: " + line));
        report.unknown().forEach(line -> err.println("tidemark: passed over: " + line));
        report.remarks().forEach(line -> err.println("tidemark: " + line));
        report.failures().forEach(line -> err.println("tidemark: " + line));
        err.flush();
        if (!report.failures().isEmpty()) {
            return ErrorLine.FAILED;
        }
        return refused.count() > 0 ? ErrorLine.REFUSED : 0;
    }

    /** Prints the lines of the files alone. */
    static void printLines(LoadReport report, PrintWriter err) {
        int unused = print(report, new Refusals(), err);
    }

    /** What was refused of the loads of a run, on its way and after it, as the topic of the rejected has it. */
    static Refusals refused(LoadReport report, TopicContents contents) {
        Refusals refused = new Refusals();
        Set<String> loads = report.loads().stream().map(Load::load).collect(Collectors.toSet());
        if (!loads.isEmpty()) {
            contents.eachRejection(loads, refused::add);
        }
        return refused;
    }
}
