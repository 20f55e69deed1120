package org.tidemark.measure;

import java.util.List;
import java.util.Set;
import org.tidemark.figures.EconomyFigures;
import org.tidemark.figures.Outlook;

/** How one recipe is answered: a pure function of the figures of an economy or panel. */
interface Method {
    /** The measures of its estimates. */
    Set<String> measures();

    /** What it reads besides its parts; a prefix ends with a full stop. */
    default Set<String> besides() {
        return Set.of();
    }

    /** All that it says; nothing where nothing is held that it reads. */
    List<Answer> answers(EconomyFigures figures);

    /** What it expects of figures that are not held yet; see {@link org.tidemark.figures.Estimator#outlook}. */
    default Outlook outlook(EconomyFigures held, Outlook.Question question) {
        return Outlook.lasting(held, question);
    }
}
