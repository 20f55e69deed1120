package org.tidemark.standalone.run;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidemark.producers.kafka.IntakeGate;
import org.tidemark.producers.kafka.NoteBook;

/** Tells whoever publishes from another process, by a note on the cluster, whether anything is taken in. */
final class IntakeNote {
    private static final Logger LOG = LoggerFactory.getLogger(IntakeNote.class);

    private final NoteBook notes;
    private final Clock clock;

    IntakeNote(NoteBook notes, Clock clock) {
        this.notes = notes;
        this.clock = clock;
    }

    /** Takes back what a process has left that ended while nothing was taken in. */
    void begin() {
        if (IntakeGate.stoppedBecause(notes).isPresent()) {
            goOn();
        }
    }

    void stop(String why) {
        write(() -> notes.write(IntakeGate.stopped(why, clock.instant())));
    }

    void goOn() {
        write(() -> notes.write(IntakeGate.open(clock.instant())));
    }

    /** Whoever watches the disk goes on watching it, even if nobody can be told. */
    private static void write(Runnable note) {
        try {
            note.run();
        } catch (RuntimeException e) {
            LOG.warn("whether anything is taken in cannot be noted on the cluster: {}", e.toString());
        }
    }
}
