package org.tidemark.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Every message that names an option, a command or a key of the catalogue names one that there is where it can appear. */
class RemediesTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> MODULES =
            List.of("core", "schemas", "engine", "producers", "streams", "web", "api", "standalone");
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]+");
    private static final Pattern COMMAND = Pattern.compile("(?<![\\w.-])tidemark ([a-z]+)(?: ([a-z]+))?");
    /** {@code 'tidemark history out --series-max N'}, {@code 'replay --out'}: the options are of the command before them. */
    private static final Pattern QUOTED = Pattern.compile("'(?:\\./)?(?:tidemark )?([a-z]+)[^']*'");

    private static final Pattern KEY = Pattern.compile("'([a-z_]+):'");
    private static final Pattern INSIDE = Pattern.compile("[\\w-]+\\.(?:txt|yaml|avsc)\\b");

    /** Options of other programs that a message tells how to call. */
    private static final Set<String> OF_OTHERS = Set.of(
            "--alter",
            "--max-block-duration",
            "--add-config",
            "--entity-type",
            "--describe",
            "--topic",
            "--bootstrap-server");

    /** What reads files, and so whatever a reader, the catalogue or a judgement of a row may say. */
    private static final Set<String> READERS = Set.of("up", "ingest", "replay", "alerts test");

    /** Where the messages of a folder can appear, for those that are no command or option themselves. */
    private static final Map<String, Set<String>> APPEARS = Map.of(
            "core/src/main/java/org/tidemark/catalogue", READERS,
            "core/src/main/java/org/tidemark/validate", READERS,
            "producers/src/main/java/org/tidemark/producers/load", READERS,
            "producers/src/main/java/org/tidemark/producers/plaincsv", READERS,
            "producers/src/main/java/org/tidemark/producers/sdmx", READERS,
            "producers/src/main/java/org/tidemark/producers/microsoft", READERS,
            "standalone/src/main/java/org/tidemark/standalone/replay", Set.of("replay"));

    private record Message(Path file, String text) {}

    private static List<Message> messages() throws IOException {
        List<Message> messages = new ArrayList<>();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module + "/src/main/java"))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    for (String line : Files.readAllLines(file)) {
                        String code = line.strip();
                        if (!code.startsWith("*") && !code.startsWith("/")) {
                            TEXT.matcher(code).results().forEach(m -> messages.add(new Message(file, m.group(1))));
                        }
                    }
                }
            }
        }
        return messages;
    }

    /** All commands by the words that call them. */
    private static Map<String, CommandSpec> commands() {
        Map<String, CommandSpec> commands = new java.util.TreeMap<>();
        Tidemark.commandLine().getSubcommands().forEach((name, command) -> {
            commands.put(name, command.getCommandSpec());
            command.getSubcommands().forEach((sub, inner) -> commands.put(name + " " + sub, inner.getCommandSpec()));
        });
        return commands;
    }

    private static Set<String> options(CommandSpec command) {
        Set<String> names = new TreeSet<>();
        for (OptionSpec option : command.options()) {
            names.addAll(List.of(option.names()));
        }
        CommandLine parent = command.parent() == null ? null : command.parent().commandLine();
        if (parent != null) {
            parent.getCommandSpec().options().stream()
                    .filter(o -> o.scopeType() == CommandLine.ScopeType.INHERIT)
                    .forEach(o -> names.addAll(List.of(o.names())));
        }
        return names;
    }

    private static boolean takes(String command, String option) {
        return commands().entrySet().stream()
                .filter(e -> e.getKey().equals(command) || e.getKey().startsWith(command + " "))
                .anyMatch(e -> options(e.getValue()).contains(option));
    }

    /** The commands in which a file's messages can appear; empty where that is not known. */
    private static Set<String> appears(Path file) {
        String path = ROOT.relativize(file.getParent()).toString().replace('\\', '/');
        String type =
                "org.tidemark.standalone.cli." + file.getFileName().toString().replace(".java", "");
        Set<String> where = new LinkedHashSet<>(APPEARS.getOrDefault(path, Set.of()));
        commands().forEach((name, spec) -> {
            Object user = spec.userObject();
            boolean own = user != null && user.getClass().getName().equals(type);
            boolean mixedIn = spec.mixins().values().stream()
                    .anyMatch(m -> m.userObject() != null
                            && m.userObject().getClass().getName().equals(type));
            if (own || mixedIn) {
                where.add(name);
            }
        });
        return where;
    }

    @Test
    void everyOptionThatIsNamedIsOneOfACommandWhereItCanAppear() throws IOException {
        Set<String> known = new TreeSet<>(OF_OTHERS);
        commands().values().forEach(spec -> known.addAll(options(spec)));
        List<String> misleading = new ArrayList<>();
        int looked = 0;
        for (Message message : messages()) {
            String rest = withoutQuoted(message, misleading);
            Matcher option = OPTION.matcher(rest);
            while (option.find()) {
                looked++;
                String name = option.group();
                if (!known.contains(name)) {
                    misleading.add(
                            "%s names %s, which no command has: %s".formatted(message.file(), name, message.text()));
                    continue;
                }
                for (String command : OF_OTHERS.contains(name) ? Set.<String>of() : appears(message.file())) {
                    if (!takes(command, name)) {
                        misleading.add("%s names %s, which '%s' has not: %s"
                                .formatted(message.file(), name, command, message.text()));
                    }
                }
            }
        }
        assertThat(misleading).isEmpty();
        assertThat(looked).as("messages that name an option").isGreaterThan(50);
    }

    /** Checks what stands in quotation marks behind a command of its own, and leaves the rest. */
    private static String withoutQuoted(Message message, List<String> misleading) {
        return QUOTED.matcher(message.text()).replaceAll(quoted -> {
            String command = quoted.group(1);
            if (!commands().containsKey(command)) {
                return Matcher.quoteReplacement(quoted.group());
            }
            OPTION.matcher(quoted.group())
                    .results()
                    .map(java.util.regex.MatchResult::group)
                    .filter(name -> !name.equals("--help") && !takes(command, name))
                    .forEach(name -> misleading.add("%s: '%s' has no %s".formatted(message.file(), command, name)));
            return "";
        });
    }

    @Test
    void everyCommandThatIsNamedThereIs() throws IOException {
        List<String> misleading = new ArrayList<>();
        for (Message message : messages()) {
            COMMAND.matcher(message.text()).results().forEach(m -> {
                CommandSpec command = commands().get(m.group(1));
                boolean group = command != null && !command.subcommands().isEmpty() && m.group(2) != null;
                if (command == null || (group && !commands().containsKey(m.group(1) + " " + m.group(2)))) {
                    misleading.add("%s names '%s': %s".formatted(message.file(), m.group(), message.text()));
                }
            });
        }
        assertThat(misleading).isEmpty();
    }

    @Test
    void everyKeyOfTheCatalogueThatIsNamedThereIs() throws Exception {
        Set<String> keys = new TreeSet<>();
        for (var part : Class.forName("org.tidemark.catalogue.CatalogueFile").getRecordComponents()) {
            keys.add(part.getName());
        }
        List<String> misleading = new ArrayList<>();
        for (Message message : messages()) {
            KEY.matcher(message.text())
                    .results()
                    .filter(m -> !keys.contains(m.group(1)))
                    .forEach(m -> misleading.add("%s: %s".formatted(message.file(), message.text())));
        }
        assertThat(misleading).isEmpty();
        assertThat(keys).contains("aggregates", "economies", "indicators", "families");
    }

    @Test
    @DisplayName("B02-microsoft-revised-half-year: no message asks for a change of a file inside the program")
    void noRemedyIsAFileInsideTheProgram() throws IOException {
        List<String> misleading = new ArrayList<>();
        for (Message message : messages()) {
            INSIDE.matcher(message.text())
                    .results()
                    .filter(m -> message.text().contains(" to " + m.group())
                            || message.text().contains("edit " + m.group()))
                    .forEach(m -> misleading.add("%s: %s".formatted(message.file(), message.text())));
        }
        assertThat(misleading).isEmpty();
    }
}
