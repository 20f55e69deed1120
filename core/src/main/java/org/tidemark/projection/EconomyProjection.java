package org.tidemark.projection;

import java.util.List;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Measurement;

/** Where an economy goes, by its own figures and by the others' too: a figure to be observed some time after the newest. */
public interface EconomyProjection {
    /** Those that it rests on, at least one, in the order of folding. */
    List<Measurement> figures();

    /** Event time of the newest of them. */
    default double time() {
        return figures().get(figures().size() - 1).time();
    }

    /** What {@code penetration} says, a share. */
    Banded alone(double years);

    /** What {@code penetration.projected} says, a share. */
    Banded projected(double years);
}
