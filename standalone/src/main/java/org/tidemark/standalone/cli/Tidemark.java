package org.tidemark.standalone.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The root of the command line. */
@Command(
        name = "tidemark",
        mixinStandardHelpOptions = true,
        versionProvider = Tidemark.Version.class,
        subcommands = {
            UpCommand.class,
            TopicsCommand.class,
            MonitorCommand.class,
            HealthCommand.class,
            IngestCommand.class,
            ReplayCommand.class,
            DiffCommand.class,
            HistoryCommand.class,
            QuarantineCommand.class,
            AlertsCommand.class
        },
        description = "Event-driven monitor of AI penetration, labour displacement and the demand gap.")
public final class Tidemark implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The command line with its commands and the way errors are told. */
    static CommandLine commandLine() {
        ErrorLine errors = new ErrorLine();
        return new CommandLine(new Tidemark())
                .setExecutionExceptionHandler(errors)
                .setParameterExceptionHandler(errors)
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
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Tidemark.class.getPackage().getImplementationVersion();
            return new String[] {"tidemark " + (version == null ? "(not packaged)" : version)};
        }
    }
}
