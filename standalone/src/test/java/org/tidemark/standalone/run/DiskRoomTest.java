package org.tidemark.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tidemark.streams.app.Health;
import org.tidemark.streams.app.HealthCheck;

class DiskRoomTest {
    private static final long MIB = 1L << 20;
    private static final HealthCheck WELL = new HealthCheck() {
        @Override
        public Health live() {
            return new Health(true, "alive");
        }

        @Override
        public Health ready() {
            return new Health(true, "ready");
        }
    };

    private final List<String> done = new ArrayList<>();
    private final AtomicLong free = new AtomicLong(100 * MIB);
    private final DiskRoom room = new DiskRoom("data", free::get, new DiskRoom.Intake() {
        @Override
        public void stop(String why) {
            done.add("stop");
        }

        @Override
        public void goOn() {
            done.add("go on");
        }
    });

    private void look(long freeBytes) {
        free.set(freeBytes);
        room.look();
    }

    @Test
    @DisplayName(
            "R-disk-96m: intake stops once below the watermark, ready says why, and it goes on by itself above another")
    void stopsAndGoesOn() {
        look(DiskRoom.STOP_BELOW_BYTES);
        assertThat(done).isEmpty();
        assertThat(room.health(WELL).ready().well()).isTrue();

        look(DiskRoom.STOP_BELOW_BYTES - 1);
        look(0);
        assertThat(done).containsExactly("stop");
        assertThat(room.health(WELL).live().well()).isTrue();
        assertThat(room.health(WELL).ready())
                .isEqualTo(
                        new Health(
                                false,
                                "disk almost full: 31 MiB free for data directory data; intake has stopped and goes on by itself at 48 MiB"));

        look(DiskRoom.GO_ON_AT_BYTES - 1);
        assertThat(room.isFull()).isTrue();
        look(DiskRoom.GO_ON_AT_BYTES);
        assertThat(done).containsExactly("stop", "go on");
        assertThat(room.health(WELL).ready()).isEqualTo(new Health(true, "ready"));
    }

    @Test
    @DisplayName("R-disk-96m: a disk that does not tell how much room it has stops nothing")
    void aDiskThatDoesNotTell() {
        DiskRoom silent = new DiskRoom(
                "data",
                () -> {
                    throw new IOException("stale handle");
                },
                new DiskRoom.Intake() {
                    @Override
                    public void stop(String why) {
                        done.add("stop");
                    }

                    @Override
                    public void goOn() {
                        done.add("go on");
                    }
                });

        silent.look();

        assertThat(done).isEmpty();
        assertThat(silent.isFull()).isFalse();
    }
}
