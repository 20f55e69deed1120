package org.tidemark.streams.app;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.RegistryException;
import org.tidemark.wire.SchemaRegistry;
import org.tidemark.wire.Topics;

class FaultPolicyTest {
    private final Throwable passing = new StreamsException("while sending", new TimeoutException("broker away"));

    private final SettableClock clock = new SettableClock();
    private final FaultPolicy policy = new FaultPolicy(clock);

    @Test
    void aFaultThatMayPassCostsAThreadButNotForEver() {
        for (int i = 0; i < FaultPolicy.REPLACED_MAX; i++) {
            assertThat(policy.handle(passing)).isEqualTo(REPLACE_THREAD);
        }

        assertThat(policy.fatal()).isNull();
        assertThat(policy.handle(passing)).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(policy.fatal()).isEqualTo("TimeoutException: broker away");
    }

    @Test
    void faultsOfLongAgoAreForgiven() {
        for (int i = 0; i < 3 * FaultPolicy.REPLACED_MAX; i++) {
            assertThat(policy.handle(passing)).isEqualTo(REPLACE_THREAD);
            clock.now = clock.now.plus(FaultPolicy.WINDOW.dividedBy(2)).plusMillis(1);
        }
    }

    @Test
    void aSourceTopicThatABrokerHasNotHeardOfYetCostsAThread() {
        assertThat(policy.handle(new MissingSourceTopicException("observations")))
                .isEqualTo(REPLACE_THREAD);
    }

    @Test
    void aRegistryThatIsAwayCostsAThread() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            SchemaRegistry away = SchemaRegistry.at(URI.create("http://127.0.0.1:" + mute.getLocalPort()))
                    .withPatience(new SchemaRegistry.Patience(1, Duration.ZERO, Duration.ofMillis(1)));

            RegistryException fault =
                    catchThrowableOfType(RegistryException.class, () -> Codecs.registered(away, new Topics("test")));

            assertThat(policy.handle(new StreamsException("task 0_1", fault))).isEqualTo(REPLACE_THREAD);
        }
    }

    @Test
    void aBugStopsTheApplicationAtOnceAndIsNamed() {
        Throwable bug = new StreamsException("task 0_1", new IllegalStateException("store holds\nnonsense"));

        assertThat(policy.handle(bug)).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(policy.fatal()).isEqualTo("IllegalStateException: store holds");
    }

    private static final class SettableClock extends Clock {
        private Instant now = Instant.EPOCH.plus(Duration.ofDays(1));

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
