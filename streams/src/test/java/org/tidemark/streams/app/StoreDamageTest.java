package org.tidemark.streams.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rocksdb.RocksDBException;

class StoreDamageTest {
    @ParameterizedTest
    @ValueSource(strings = {"block checksum mismatch in /s/000010.sst", "CURRENT file corrupted", "Corruption: bad"})
    @DisplayName("R-corrupt-store: what a store says of its own files is damage, however deep it lies")
    void damage(String said) {
        Throwable fault = new StreamsException(new ProcessorStateException("store", new RocksDBException(said)));

        assertThat(StoreDamage.of(fault)).isEqualTo("RocksDBException: " + said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"While appending to file: No space left on device", "While lock file: /s/LOCK: busy"})
    @DisplayName("R-corrupt-store: a full disk is no damage, and an empty store would be of no use")
    void faultsOfTheDisk(String said) {
        assertThat(StoreDamage.of(new ProcessorStateException("store", new RocksDBException(said))))
                .isNull();
    }

    @Test
    void anythingElseIsNone() {
        assertThat(StoreDamage.of(new StreamsException(new IOException("x")))).isNull();
        assertThat(StoreDamage.of(new IllegalStateException("x"))).isNull();
    }

    @Test
    @DisplayName("R-corrupt-store: damage is no fatal fault as long as it is being mended")
    void damageIsFatalOnlyWhenNotMended() {
        Throwable damage = new ProcessorStateException("store", new RocksDBException("Corruption: bad"));
        FaultPolicy mended = new FaultPolicy(Clock.systemUTC(), line -> true);
        FaultPolicy again = new FaultPolicy(Clock.systemUTC(), line -> false);

        assertThat(mended.handle(damage)).isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
        assertThat(mended.fatal()).isNull();
        assertThat(again.handle(damage)).isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
        assertThat(again.fatal()).isEqualTo("RocksDBException: Corruption: bad");
    }
}
