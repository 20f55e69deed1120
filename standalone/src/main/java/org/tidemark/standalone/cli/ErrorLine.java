package org.tidemark.standalone.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidemark.producers.kafka.PublishException;
import org.tidemark.standalone.broker.BrokerStartException;
import org.tidemark.streams.app.TopicSetupException;
import org.tidemark.streams.query.PortTakenException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Errors reach the user as one line on stderr and a non-zero exit code; what is a bug goes whole into the log. */
final class ErrorLine implements IExecutionExceptionHandler, IParameterExceptionHandler {
    static final int FAILED = 1;
    static final int MISUSED = 2;

    private static final Logger LOG = LoggerFactory.getLogger(ErrorLine.class);

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        if (isForTheUser(e)) {
            command.getErr().println("tidemark: " + firstLine(e));
        } else {
            LOG.error("unexpected", e);
            command.getErr()
                    .printf(
                            "tidemark: unexpected %s: %s; the log has the details, please report it%n",
                            e.getClass().getSimpleName(), firstLine(e));
        }
        return FAILED;
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        command.getErr()
                .printf(
                        "tidemark: %s; see '%s --help'%n",
                        firstLine(e), command.getCommandSpec().qualifiedName());
        return MISUSED;
    }

    private static boolean isForTheUser(Exception e) {
        return e instanceof IOException
                || e instanceof UncheckedIOException
                || e instanceof BrokerStartException
                || e instanceof TopicSetupException
                || e instanceof PortTakenException
                || e instanceof PublishException
                || e instanceof IllegalArgumentException;
    }

    private static String firstLine(Exception e) {
        Throwable said = e instanceof UncheckedIOException && e.getCause() != null ? e.getCause() : e;
        String message = said.getMessage();
        String line = message == null ? "" : message.lines().findFirst().orElse("");
        // Java's own file errors say no more than the path.
        return said instanceof java.nio.file.FileSystemException
                        && said.getClass() != java.nio.file.FileSystemException.class
                ? "%s (%s)".formatted(line, said.getClass().getSimpleName().replace("Exception", ""))
                : line;
    }
}
