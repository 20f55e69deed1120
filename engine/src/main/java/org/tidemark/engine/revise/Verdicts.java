package org.tidemark.engine.revise;

import java.util.Optional;
import org.tidemark.engine.revise.ReleasePart.Standing;
import org.tidemark.judge.Assessment;
import org.tidemark.judge.PartId;

/** What becomes of parts of releases, by the rules of judging or without any. */
interface Verdicts {
    /** Judges a part and enters what was made of it; empty where there is nothing to judge it by. */
    Optional<Assessment> judge(PartId part, ReleasePart statements, Standing standing);

    /** Judges a part again whose refusals and order are known from before; empty where nothing is left to judge it by. */
    Optional<Assessment> judgeAgain(Assessment before, ReleasePart statements, Standing standing);

    /** Lets those that were held be superseded by those that are believed, or no longer. */
    void supersede(String indicator);

    /** Whether a verdict depends on what was published before. */
    boolean depends();
}
