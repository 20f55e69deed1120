package org.tidemark.engine.revise;

import java.util.Optional;
import org.tidemark.engine.revise.Statements.Standing;
import org.tidemark.judge.Judgement;
import org.tidemark.judge.Judgement.Status;
import org.tidemark.judge.PartId;

/** Judging is switched off as a whole: nothing is held, but what a person has decided stands. */
final class Unjudged implements Verdicts {
    static final String REASON = "let go, since judging is switched off; it was held: ";

    private final Docket docket;

    Unjudged(Docket docket) {
        this.docket = docket;
    }

    @Override
    public Optional<Judgement> judge(PartId part, Statements statements, Standing standing) {
        return Optional.empty();
    }

    @Override
    public Optional<Judgement> judgeAgain(Judgement before, Statements statements, Standing standing) {
        boolean held = before.status() == Status.HELD || before.status() == Status.SUPERSEDED;
        Judgement now = held ? before.with(Status.ACCEPTED, REASON + before.reason()) : before;
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
