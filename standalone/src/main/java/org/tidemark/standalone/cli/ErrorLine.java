package org.tidemark.standalone.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidemark.api.query.PortTakenException;
import org.tidemark.producers.kafka.PublishException;
import org.tidemark.standalone.broker.BrokerStartException;
import org.tidemark.standalone.logging.LogFile;
import org.tidemark.standalone.run.FileFault;
import org.tidemark.standalone.run.SystemFailedException;
import org.tidemark.standalone.run.SystemStartException;
import org.tidemark.streams.app.TopicSetupException;
import org.tidemark.text.Likeness;
import org.tidemark.wire.RegistryException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Errors reach the user as one line on stderr and a non-zero exit code; what is a bug goes whole into the log. */
final class ErrorLine implements IExecutionExceptionHandler, IParameterExceptionHandler {
    static final int FAILED = 1;
    static final int MISUSED = 2;

    /** All was done, and some of what was read was refused. */
    static final int REFUSED = 3;

    /** As a shell counts a process that was told to end. */
    static final int ENDED = 130;

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        if (e instanceof InterruptedException) {
            return ENDED;
        }
        // The log has put its line on the terminal when it happened.
        if (!(e instanceof SystemFailedException)) {
            command.getErr().println("tidemark: " + line(e));
        }
        // A command whose 1 has a meaning of its own declares another.
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    private static String line(Exception e) {
        return ClusterRefusal.of(e).orElseGet(() -> isForTheUser(e) ? firstLine(e) : unexpected(e));
    }

    private static String unexpected(Throwable e) {
        // A warning, since what the log calls an error goes to the terminal as well.
        log().warn("unexpected", e);
        String details = LogFile.details();
        return "unexpected %s: %s; %s, please report it".formatted(e.getClass().getSimpleName(), firstLine(e), details);
    }

    /** Not a constant: to set a log up costs half of what a command costs that only shows its help. */
    private static Logger log() {
        return LoggerFactory.getLogger(ErrorLine.class);
    }

    /** What Java itself gives up over, which no command can handle. */
    int handleError(Error e, CommandLine root) {
        CommandLine command = ran(root);
        command.getErr().println("tidemark: " + (e instanceof OutOfMemoryError ? outOfMemory(e) : unexpected(e)));
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    private static String outOfMemory(Error e) {
        return "out of memory (%s) with a heap of %d MiB; give it more with JAVA_OPTS=-Xmx2g"
                .formatted(firstLine(e), Runtime.getRuntime().maxMemory() >> 20);
    }

    /** A reader that has seen enough closes its end and need not be told. */
    int handleLostOutput(IOException failure, CommandLine root) {
        CommandLine command = ran(root);
        String reason = firstLine(failure);
        if (!reason.contains("Broken pipe")) {
            command.getErr()
                    .println("tidemark: what was printed is incomplete: standard output cannot be written: %s"
                            .formatted(reason));
        }
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    /** The command that was run: the last of its line. */
    private static CommandLine ran(CommandLine root) {
        ParseResult parsed = root.getParseResult();
        List<CommandLine> line = parsed == null ? List.of(root) : parsed.asCommandLineList();
        return line.get(line.size() - 1);
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        command.getErr()
                .printf(
                        "tidemark: %s%s; see '%s --help'%n",
                        firstLine(e), meant(e), command.getCommandSpec().qualifiedName());
        return MISUSED;
    }

    /** The command or option that was probably meant. */
    private static String meant(ParameterException e) {
        if (!(e instanceof UnmatchedArgumentException unmatched)) {
            return "";
        }
        // What picocli suggests may have little to do with it.
        return Likeness.nearest(unmatched.getUnmatched().get(0), unmatched.getSuggestions())
                .map("; did you mean '%s'?"::formatted)
                .orElse("");
    }

    private static boolean isForTheUser(Exception e) {
        return e instanceof IOException
                || e instanceof UncheckedIOException
                || e instanceof BrokerStartException
                || e instanceof TopicSetupException
                || e instanceof SystemStartException
                || e instanceof PortTakenException
                || e instanceof PublishException
                || e instanceof RegistryException
                || e instanceof IllegalArgumentException;
    }

    private static String firstLine(Throwable e) {
        if (e instanceof UncheckedIOException wrapped && wrapped.getCause() != null) {
            return FileFault.of(wrapped.getCause());
        }
        if (e instanceof IOException fault) {
            return FileFault.of(fault);
        }
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
