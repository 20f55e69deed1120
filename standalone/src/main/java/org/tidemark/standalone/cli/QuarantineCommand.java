package org.tidemark.standalone.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tidemark.judge.Assessment;
import org.tidemark.judge.Effect;
import org.tidemark.judge.PartId;
import org.tidemark.series.QuarantineDecision;
import org.tidemark.standalone.quarantine.Quarantine;
import org.tidemark.streams.app.TopicSetup;
import org.tidemark.wire.Topics;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks at releases that are held, and decides on them. */
@Command(
        name = "quarantine",
        mixinStandardHelpOptions = true,
        description = "Lists releases that are held, releases them or discards them for good.")
final class QuarantineCommand {
    private static final int EFFECTS_SHOWN = 3;

    @Mixin
    private ClusterOption cluster = new ClusterOption();

    @Option(names = "--economy", scope = CommandLine.ScopeType.INHERIT, paramLabel = "CODE", description = "Only this.")
    private @Nullable String economy;

    @Option(names = "--source", scope = CommandLine.ScopeType.INHERIT, paramLabel = "ID", description = "Only this.")
    private @Nullable String source;

    @Option(names = "--release", scope = CommandLine.ScopeType.INHERIT, paramLabel = "ID", description = "Only this.")
    private @Nullable String release;

    @Option(names = "--indicator", scope = CommandLine.ScopeType.INHERIT, paramLabel = "ID", description = "Only this.")
    private @Nullable String indicator;

    @Option(names = "--json", scope = CommandLine.ScopeType.INHERIT, description = "Print the result as JSON.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    private final Clock clock = Clock.systemUTC();

    @Command(name = "list", mixinStandardHelpOptions = true, description = "What is held, and what it would do.")
    int list(
            @Option(names = "--all", description = "Also what was declared, confirmed, superseded or decided on.")
                    boolean all,
            @Option(
                            names = "--as-of",
                            paramLabel = "DATE",
                            converter = ReplayCommand.AsOf.class,
                            description =
                                    "As it stood then, as 2025-03 or 2025-03-31: nothing published or decided later counts.")
                    @Nullable
                    Instant asOf,
            @Mixin CatalogueOption catalogue)
            throws IOException {
        List<Assessment> judged = judgements(quarantine());
        List<Assessment> stood = asOf == null ? judged : Quarantine.asOf(judged, catalogue.load(), asOf);
        List<Assessment> found = matching(
                stood,
                all
                        ? judgement -> judgement.status() != Assessment.Status.ACCEPTED
                        : judgement -> judgement.status() == Assessment.Status.HELD);
        String when = asOf == null ? "is" : "was";
        print(found, all ? "nothing was ever held" : "nothing %s held".formatted(when));
        return 0;
    }

    @Command(name = "release", mixinStandardHelpOptions = true, description = "Believe what is held.")
    int release(@Mixin DecisionOption decision) throws IOException {
        return decide(QuarantineDecision.Action.RELEASE, decision);
    }

    @Command(name = "discard", mixinStandardHelpOptions = true, description = "Never believe what is held.")
    int discard(@Mixin DecisionOption decision) throws IOException {
        return decide(QuarantineDecision.Action.DISCARD, decision);
    }

    private int decide(QuarantineDecision.Action action, DecisionOption decision) throws IOException {
        if (economy == null && source == null && release == null) {
            throw new CommandLine.ParameterException(
                    command(),
                    "say which: --economy, --source, --release or several of them; 'list' shows what is held");
        }
        List<Assessment> held =
                matching(judgements(quarantine()), j -> j.status() == Assessment.Status.HELD || j.decidedAt() != null);
        if (held.isEmpty()) {
            throw new CommandLine.ParameterException(
                    command(), "nothing that is held matches; 'tidemark quarantine list' shows what is held");
        }
        TopicSetup.requireSound(cluster.connection(), cluster.topics());
        List<PartId> parts = held.stream().map(Assessment::part).toList();
        quarantine().decide(parts, action, clock.instant(), decision.note(), decision.by());
        print(held, "");
        PrintWriter out = command().getOut();
        if (!json) {
            out.printf(
                    "%d sent as %s; the estimates follow as soon as they are processed%n",
                    parts.size(), action.name().toLowerCase(Locale.ROOT));
        }
        out.flush();
        return 0;
    }

    private Quarantine quarantine() throws IOException {
        Map<String, Object> connection = cluster.connection();
        Topics topics = cluster.topics();
        Cluster.requireTopics(connection, topics);
        return new Quarantine(connection, topics, cluster.codecs());
    }

    private List<Assessment> judgements(Quarantine quarantine) {
        List<Assessment> judged = quarantine.judgements();
        LoadLines.printPassedOver(quarantine.passedOver(), command().getErr());
        return judged;
    }

    private List<Assessment> matching(List<Assessment> judgements, Predicate<Assessment> wanted) {
        return judgements.stream()
                .filter(wanted)
                .filter(j -> economy == null || economy.equals(j.part().economy()))
                .filter(j -> source == null || source.equals(j.part().batch().source()))
                .filter(j -> release == null || release.equals(j.part().batch().release()))
                .filter(j -> indicator == null || indicator.equals(j.part().indicator()))
                .toList();
    }

    private void print(List<Assessment> judgements, String ifNone) throws IOException {
        PrintWriter out = command().getOut();
        if (json) {
            ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
            ObjectNode root = mapper.createObjectNode();
            root.putArray("judgements");
            judgements.forEach(j -> root.withArray("judgements").add(object(mapper, j)));
            out.println(mapper.writeValueAsString(root));
        } else if (judgements.isEmpty() && !ifNone.isEmpty()) {
            out.println(ifNone);
        } else {
            judgements.forEach(j -> lines(j).forEach(out::println));
        }
        out.flush();
    }

    private static ObjectNode object(ObjectMapper mapper, Assessment j) {
        ObjectNode node = mapper.createObjectNode();
        node.put("economy", j.part().economy()).put("source", j.part().batch().source());
        node.put("release", j.part().batch().release())
                .put("indicator", j.part().indicator());
        node.put("published", j.part().batch().published().toString());
        node.put("status", j.status().name().toLowerCase(Locale.ROOT)).put("reason", j.reason());
        node.put("decided_by", j.decidedBy());
        node.put("shift", j.scores().shift()).put("restated", j.scores().restated());
        return node;
    }

    private static List<String> lines(Assessment j) {
        String head = "%s %s %s, release %s: %s"
                .formatted(
                        j.part().economy(),
                        j.part().batch().source(),
                        j.part().indicator(),
                        j.part().batch().release(),
                        j.status().name().toLowerCase(Locale.ROOT));
        String effects = j.effects().stream()
                .limit(EFFECTS_SHOWN)
                .map(QuarantineCommand::effect)
                .reduce((a, b) -> a + "; " + b)
                .map(shown -> "    without and with it: " + shown)
                .orElse("    no estimate would change");
        return j.status() == Assessment.Status.HELD
                ? List.of(head, "    " + j.reason(), effects)
                : List.of(
                        head, "    " + j.reason() + (j.decidedBy().isEmpty() ? "" : " (%s)".formatted(j.decidedBy())));
    }

    private static String effect(Effect e) {
        return String.format(
                Locale.ROOT,
                "%s %s %s %s to %s %s",
                e.key().measure(),
                e.key().concept(),
                e.key().sector(),
                number(e.without()),
                number(e.with()),
                e.unit());
    }

    private static String number(@Nullable Double value) {
        return value == null ? "none" : String.format(Locale.ROOT, "%.2f", value);
    }

    private CommandLine command() {
        return Objects.requireNonNull(spec, "picocli sets it").commandLine();
    }
}
