package org.tidemark.standalone.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The root of the command line. */
@Command(
        name = "tidemark",
        mixinStandardHelpOptions = true,
        versionProvider = Tidemark.Version.class,
        subcommands = {
            UpCommand.class,
            ShowCommand.class,
            CalendarCommand.class,
            RecipesCommand.class,
            TopicsCommand.class,
            MonitorCommand.class,
            HealthCommand.class,
            IngestCommand.class,
            WatchCommand.class,
            ReplayCommand.class,
            DiffCommand.class,
            AccuracyCommand.class,
            HistoryCommand.class,
            ReportCommand.class,
            ViewCommand.class,
            QuarantineCommand.class,
            WithdrawCommand.class,
            AlertsCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            CommandLine.HelpCommand.class,
            AutoComplete.GenerateCompletion.class,
            ManCommand.class
        },
        description = "Event-driven monitor of AI penetration, labour displacement and the demand gap.")
public final class Tidemark implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    public static void main(String[] args) {
        WatchedOutput out = WatchedOutput.install();
        if (PlainQuestion.answer(args, out.printer()) && out.failure() == null) {
            return;
        }
        System.exit(run(commandLine(), out, args));
    }

    /** Runs a command; the exit code is that of trouble too where what it printed has not arrived. */
    static int run(CommandLine command, WatchedOutput out, String... args) {
        ErrorLine errors = new ErrorLine();
        int code;
        try {
            code = command.execute(args);
        } catch (Error e) {
            code = errors.handleError(e, command);
        }
        IOException failure = out.failure();
        return failure == null || code != 0 ? code : errors.handleLostOutput(failure, command);
    }

    /** The command line with its commands and the way errors are told. */
    static CommandLine commandLine() {
        ErrorLine errors = new ErrorLine();
        CommandLine tidemark = new CommandLine(new Tidemark());
        return tidemark.setOut(PlainWriter.on(tidemark.getOut()))
                .setErr(PlainWriter.on(tidemark.getErr()))
                // Colours are what a terminal obeys.
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setExecutionExceptionHandler(errors)
                .setParameterExceptionHandler(errors)
                .registerConverter(Path.class, new PathConverter())
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    /** Without a command: the help. */
    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    /** The version that the build wrote into the jar. */
    static String version() {
        String version = Tidemark.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }

    /** The answer to {@code --version}. */
    static String versionLine() {
        return "tidemark " + version();
    }

    /** The version as a line. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {versionLine()};
        }
    }
}
