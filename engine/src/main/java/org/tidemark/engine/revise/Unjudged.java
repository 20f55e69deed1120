package org.tidemark.engine.revise;

import java.util.Optional;
import org.tidemark.engine.revise.ReleasePart.Standing;
import org.tidemark.judge.Assessment;
import org.tidemark.judge.Assessment.Status;
import org.tidemark.judge.PartId;

/** PartScreening is switched off as a whole: nothing is held, but what a person has decided stands. */
final class Unjudged implements Verdicts {
    static final String REASON = "let go, since judging is switched off; it was held: ";

    private final AssessmentBook docket;

    Unjudged(AssessmentBook docket) {
        this.docket = docket;
    }

    @Override
    public Optional<Assessment> judge(PartId part, ReleasePart statements, Standing standing) {
        return Optional.empty();
    }

    @Override
    public Optional<Assessment> judgeAgain(Assessment before, ReleasePart statements, Standing standing) {
        boolean held = before.status() == Status.HELD || before.status() == Status.SUPERSEDED;
        Assessment now = held ? before.with(Status.ACCEPTED, REASON + before.reason()) : before;
        docket.enter(now);
        return Optional.of(now);
    }

    @Override
    public void supersede(String indicator) {
        // Nothing is held that could be.
    }

    @Override
    public boolean depends() {
        return false;
    }
}
