package org.tidemark.standalone.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.tidemark.release.Load;
import org.tidemark.standalone.report.Counts;

/** The record of a run: what went in, what came out, by hash, and what became of every figure. */
final class RunJson {
    private final ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /**
     * Writes run.json. Everything but {@code unhashed} is the same whenever the same files are replayed with the same
     * program and settings.
     */
    void write(
            Path folder, ReplaySettings settings, ReplayResult result, SortedMap<String, String> files, Duration took)
            throws IOException {
        ObjectNode root = mapper.createObjectNode();
        ObjectNode input = root.putObject("input");
        List<Load> loads = result.report().loads().stream()
                .sorted(Comparator.comparing(Load::file)
                        .thenComparing(Load::load)
                        .thenComparing(Load::source))
                .toList();
        input.put(
                "hash", hash(loads.stream().map(l -> l.load() + " " + l.file()).toList()));
        loads.forEach(load -> input.withArray("files").add(file(load)));
        ObjectNode how = root.putObject("settings");
        how.put("as_of", settings.asOf() == null ? null : settings.asOf().toString());
        how.put("until", settings.until() == null ? null : settings.until().toString());
        how.put("history", settings.asFiled() ? "as-filed" : "by-lag");
        root.put("model", settings.model());
        root.put("catalogue", settings.catalogueHash());
        ObjectNode output = root.putObject("output");
        output.put("hash", hash(files.entrySet().stream().map(Object::toString).toList()));
        output.set("files", mapper.valueToTree(files));
        root.set("counts", counts(result.counts()).put("copied", result.report().copied()));
        ObjectNode unhashed = root.putObject("unhashed");
        unhashed.put("wall_seconds", took.toMillis() / 1000.0);
        double seconds = Math.max(1, took.toMillis()) / 1000.0;
        unhashed.put("observations_per_second", Math.round(result.report().sent() / seconds));
        Files.writeString(folder.resolve("run.json"), mapper.writeValueAsString(root) + "\n", StandardCharsets.UTF_8);
    }

    private ObjectNode file(Load load) {
        ObjectNode node = mapper.createObjectNode();
        node.put("file", load.file()).put("format", load.format()).put("source", load.source());
        node.put("load", load.load());
        node.put("filed", load.filed() == null ? null : load.filed().toString());
        node.put("read", load.read()).put("sent", load.sent());
        node.set("skipped", mapper.valueToTree(load.skipped()));
        node.set("rejected", mapper.valueToTree(load.rejected()));
        return node;
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

    private static String hash(List<String> lines) {
        MessageDigest digest = HashedFile.sha256();
        lines.forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }
}
