package org.tidemark.standalone.cli;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Whether a load waits until a monitor has judged what it sent, and how long. */
final class WaitOption {
    @Option(names = "--no-wait", description = "End when all is sent. Whether a monitor accepts it is not known then.")
    private boolean noWait;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            converter = Seconds.class,
            description =
                    "How long to wait for a monitor while it judges nothing at all, or for room on its disk (default ${DEFAULT-VALUE} seconds).")
    private Duration timeout = Duration.ofSeconds(60);

    boolean waits() {
        return !noWait;
    }

    /** How long to wait for anything. */
    Duration patience() {
        return noWait ? Duration.ZERO : timeout;
    }

    Duration timeout() {
        return timeout;
    }

    static final class Seconds implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            if (!text.matches("[0-9]{1,6}")) {
                throw new TypeConversionException("'%s' is no number of seconds; write 0 to 999999".formatted(text));
            }
            return Duration.ofSeconds(Long.parseLong(text));
        }
    }
}
