package org.tidemark.figures;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.series.Period;

/** All that is believed of one economy at one instant: what an {@link Estimator} may ask. */
public interface EconomyFigures {
    /** The code of the economy. */
    String economy();

    /** The sectors of which figures of an indicator are held, in order. */
    SortedSet<String> sectors(String indicator);

    /** One series, thinned as the catalogue says; of several sources the first by id. Empty when nothing was ever held. */
    Optional<FigureSeries> series(String indicator, String sector);

    /** Every source's series of an indicator, thinned as the catalogue says, by id of the source; empty when nothing was ever held. */
    List<FigureSeries> sources(String indicator, String sector);

    /** The latest estimate of this economy under that measure and concept, as of the same instant. */
    Optional<Estimate> estimate(String sector, String measure, String concept);

    /** What was said of each reference period of an estimate when the period was new: its value at P0D, by period. */
    SortedMap<Period, Double> firstSaid(EstimateKey key);
}
