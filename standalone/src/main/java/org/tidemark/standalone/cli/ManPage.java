package org.tidemark.standalone.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;

/** The manual in the language of man(7), made of what every command says of itself in its help. */
final class ManPage {
    private static final int DESCRIPTION = 4;

    private final List<String> lines = new ArrayList<>();

    private ManPage() {}

    /** The whole page of a command line and all commands below it. */
    static String of(CommandLine root) {
        ManPage page = new ManPage();
        String name = root.getCommandName();
        page.lines.add(".TH %s 1 \"\" \"%s\" \"%s manual\""
                .formatted(name.toUpperCase(Locale.ROOT), escaped(Tidemark.versionLine()), name));
        page.section("NAME");
        page.text(name + " - " + description(root));
        page.section("SYNOPSIS");
        page.text(synopsis(root));
        page.section("OPTIONS");
        page.options(root);
        page.section("COMMANDS");
        page.commands(root);
        page.section("EXIT STATUS");
        page.exits();
        return String.join("\n", page.lines) + "\n";
    }

    private void commands(CommandLine parent) {
        for (CommandLine command : parent.getSubcommands().values()) {
            CommandSpec spec = command.getCommandSpec();
            if (!spec.usageMessage().hidden()) {
                lines.add(".SS \"%s\"".formatted(escaped(spec.qualifiedName())));
                text(synopsis(command));
                lines.add(".PP");
                text(description(command));
                options(command);
                commands(command);
            }
        }
    }

    private void options(CommandLine command) {
        Help help = command.getHelp();
        Help.IParamLabelRenderer labels = help.createDefaultParamLabelRenderer();
        Help.IParameterRenderer parameters = help.createDefaultParameterRenderer();
        command.getCommandSpec().positionalParameters().stream()
                .filter(p -> !p.hidden())
                .forEach(p -> entry(parameters.render(p, labels, help.colorScheme())));
        Help.IOptionRenderer options = help.createDefaultOptionRenderer();
        command.getCommandSpec().options().stream()
                .filter(o -> !o.hidden())
                .forEach(o -> entry(options.render(o, labels, help.colorScheme())));
    }

    /** A row of the help, which may have several lines: the columns before the last are the name, the last says what it is. */
    private void entry(Help.Ansi.Text[][] rows) {
        StringJoiner name = new StringJoiner("");
        for (int column = 0; column < DESCRIPTION; column++) {
            String part = rows[0][column].plainString();
            // The column between the short and the long name of an option.
            name.add(part.equals(",") ? ", " : part);
        }
        StringJoiner what = new StringJoiner(" ");
        for (Help.Ansi.Text[] row : rows) {
            what.add(row[DESCRIPTION].plainString());
        }
        lines.add(".TP");
        lines.add(".B " + escaped(plain(name.toString())));
        text(what.toString());
    }

    private void exits() {
        exit("0", "It has done what it was asked for.");
        exit("1", "It could not; one line on standard error says what, which, and what to do.");
        exit("2", "It was asked for something that there is not: an option, a value, a file.");
        exit(
                Integer.toString(ErrorLine.REFUSED),
                "Something of what was given is refused; the first reasons are on standard error.");
    }

    private void exit(String code, String what) {
        lines.add(".TP");
        lines.add(".B " + code);
        text(what);
    }

    private void section(String title) {
        lines.add(".SH \"%s\"".formatted(title));
    }

    private void text(String prose) {
        lines.add(escaped(plain(prose)));
    }

    private static String description(CommandLine command) {
        return plain(command.getHelp().description());
    }

    private static String synopsis(CommandLine command) {
        return plain(command.getHelp().synopsis(0));
    }

    /** On one line: whoever shows the page breaks it. */
    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** A backslash and a minus have a meaning, and so has a dot or an apostrophe that begins a line. */
    private static String escaped(String text) {
        String safe = text.replace("\\", "\\e").replace("-", "\\-");
        return safe.startsWith(".") || safe.startsWith("'") ? "\\&" + safe : safe;
    }
}
