package org.tidemark.standalone.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.tidemark.standalone.report.Counts;
import org.tidemark.standalone.stored.WholeFile;
import org.tidemark.wire.Codecs;

/** The record of a run: what went in, what came out, by hash, and what became of every figure. */
final class RunJson {
    private final ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final ReplaySettings settings;

    RunJson(ReplaySettings settings) {
        this.settings = settings;
    }

    /** What says nothing about the result: how it was run. */
    record Effort(Duration took, PeakMemory memory, Speed speed, boolean goneOn) {}

    /** What decides the result besides the input; an interrupted replay goes on only under the same. */
    ObjectNode plan() {
        ObjectNode plan = mapper.createObjectNode();
        ObjectNode how = plan.putObject("settings");
        how.put("as_of", settings.asOf() == null ? null : settings.asOf().toString());
        how.put("until", settings.until() == null ? null : settings.until().toString());
        how.put("history", settings.asFiled() ? "as-filed" : "by-lag");
        plan.put("program", ReplaySettings.programVersion());
        plan.put("schema", Codecs.schemaRelease());
        plan.put("model", settings.model());
        plan.put("catalogue", settings.catalogueHash());
        plan.put("rules", settings.rulesVersion());
        return plan;
    }

    /**
     * Writes run.json. Everything but {@code unhashed} is the same whenever the same input is replayed with the same
     * program and settings.
     */
    void write(ObjectNode input, ReplayResult result, ReplayFiles.Written written, Effort effort) throws IOException {
        ObjectNode root = mapper.createObjectNode();
        root.set("input", input);
        root.setAll(plan());
        ObjectNode output = root.putObject("output");
        output.put(
                "hash",
                HashedFile.ofLines(written.hashes().entrySet().stream()
                        .map(Object::toString)
                        .toList()));
        output.set("files", mapper.valueToTree(written.hashes()));
        output.putObject("history")
                .put("cells", written.history().cells())
                .put("left_off", written.history().leftOff());
        root.set("counts", counts(result.counts()).put("copied", result.report().copied()));
        root.set("unhashed", unhashed(result.report().sent(), effort));
        Path file = settings.out().resolve("run.json");
        String text = mapper.writeValueAsString(root) + "\n";
        WholeFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private ObjectNode unhashed(long sent, Effort effort) {
        ObjectNode unhashed = mapper.createObjectNode();
        double seconds = Math.max(1, effort.took().toMillis()) / 1000.0;
        unhashed.put("wall_seconds", effort.took().toMillis() / 1000.0);
        unhashed.put("observations_per_second", Math.round(sent / seconds));
        unhashed.put("peak_memory_bytes", effort.memory().bytes());
        unhashed.put("peak_memory_of", effort.memory().of().label());
        unhashed.put("threads", settings.threads());
        unhashed.put("speed", effort.speed().label());
        unhashed.put("gone_on", effort.goneOn());
        return unhashed;
    }

    private ObjectNode counts(Counts counts) {
        ObjectNode node = mapper.createObjectNode();
        node.put("read", counts.read());
        node.set("skipped", mapper.valueToTree(counts.skipped()));
        counts.outcomes().forEach((outcome, n) -> node.put(outcome.name().toLowerCase(Locale.ROOT), n));
        node.set("rejected", mapper.valueToTree(counts.rejected()));
        node.put("withdrawn_by_absence", counts.withdrawnByAbsence());
        node.put("add_up", counts.addUp());
        return node;
    }
}
