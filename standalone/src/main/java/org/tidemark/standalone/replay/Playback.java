package org.tidemark.standalone.replay;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tidemark.standalone.run.LocalSystem;
import org.tidemark.standalone.run.ShutdownScope;

/**
 * What changes nothing of what a replay says: its speed, where it works, who looks on.
 *
 * @param throughKafka whether it goes through a broker and the topologies, as it does live; else the engine runs in this
 *     process, which says the same
 * @param work keeps broker and state, so that a replay that was killed goes on from there; null keeps nothing
 * @param onlooker is shown the system before the first figure is played
 */
public record Playback(Speed speed, Ticker ticker, boolean throughKafka, @Nullable Path work, Onlooker onlooker) {
    /** As fast as it goes, and nothing is kept. */
    public static final Playback PLAIN = new Playback(Speed.MAX, Ticker.SYSTEM, false, null, (life, system) -> {});

    /** Looks at the system while it replays. */
    public interface Onlooker {
        /** May hold what it opens; it is closed before the system is. */
        void started(ShutdownScope life, LocalSystem system) throws IOException, InterruptedException;
    }
}
