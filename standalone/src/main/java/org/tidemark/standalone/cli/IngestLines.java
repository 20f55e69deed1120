package org.tidemark.standalone.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.tidemark.producers.load.LoadReport;
import org.tidemark.release.Load;
import org.tidemark.release.ReleaseOutcome;
import org.tidemark.standalone.report.Counts;
import org.tidemark.standalone.report.Refusals;

/**
 * What a load amounts to, for people and for programs.
 *
 * @param outcomes what a monitor made of the releases
 * @param judged whether that is all of them; without it only what was sent is known
 */
record IngestLines(LoadReport report, List<ReleaseOutcome> outcomes, boolean judged) {
    void print(PrintWriter out) {
        report.loads().forEach(load -> out.println(line(load)));
        LoadLines.printCopies(report, out);
        out.flush();
    }

    private String line(Load load) {
        String of = "%s: %s, %s: ".formatted(load.file(), load.format(), load.source());
        if (!judged) {
            return of
                    + "%,d read, %,d sent, skipped %s, rejected %s"
                            .formatted(
                                    load.read(),
                                    load.sent(),
                                    load.skipped().isEmpty() ? "none" : load.skipped(),
                                    load.rejected().isEmpty() ? "none" : load.rejected());
        }
        Counts counts = counts(load);
        String skipped = counts.skipped().isEmpty() ? "" : "; skipped: " + Refusals.byReason(counts.skipped());
        String rejected = counts.rejected().isEmpty() ? "" : "; rejected: " + Refusals.byReason(counts.rejected());
        return of + counts.line() + skipped + rejected;
    }

    /** What of one file was contradicted by another file of this run is counted with it. */
    private Counts counts(Load load) {
        return Counts.of(List.of(load), outcomes);
    }

    void printJson(PrintWriter out) throws IOException {
        ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        ObjectNode root = mapper.createObjectNode();
        report.loads().forEach(load -> root.withArray("loads").add(object(mapper, load)));
        report.unknown().forEach(root.withArray("passed_over")::add);
        report.failures().forEach(root.withArray("failed")::add);
        report.remarks().forEach(root.withArray("remarks")::add);
        root.put("copied", report.copied());
        root.put("judged", judged);
        out.println(mapper.writeValueAsString(root));
        out.flush();
    }

    private ObjectNode object(ObjectMapper mapper, Load load) {
        ObjectNode node = mapper.createObjectNode();
        node.put("file", load.file()).put("format", load.format()).put("source", load.source());
        node.put("load", load.load()).put("read", load.read()).put("sent", load.sent());
        node.set("skipped", mapper.valueToTree(load.skipped()));
        if (judged) {
            Counts counts = counts(load);
            counts.outcomes().forEach((outcome, n) -> node.put(Counts.written(outcome), n));
            node.set("rejected", mapper.valueToTree(counts.rejected()));
            node.put("withdrawn_by_absence", counts.withdrawnByAbsence());
        } else {
            node.set("rejected", mapper.valueToTree(load.rejected()));
        }
        return node;
    }
}
