package org.tidemark.standalone.replay;

import java.time.Instant;
import org.tidemark.producers.load.LoadProgress;
import org.tidemark.standalone.run.LocalSystem;

/** Is told how far a replay has come, for whoever waits for it. */
public interface ReplayProgress extends LoadProgress, LocalSystem.Backlog {
    ReplayProgress SILENT = new ReplayProgress() {
        @Override
        public void reading(String file, int done, int files) {}

        @Override
        public void sending(long done, long figures) {}

        @Override
        public void records(long behind) {}

        @Override
        public void reached(Instant published, long releases) {}
    };

    /**
     * History has come to an instant.
     *
     * @param releases closed so far, those of each economy for themselves
     */
    void reached(Instant published, long releases);
}
