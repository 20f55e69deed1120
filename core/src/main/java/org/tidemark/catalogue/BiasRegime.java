package org.tidemark.catalogue;

import java.time.LocalDate;
import org.tidemark.series.SeriesId;

/**
 * A change of definition within one series: figures whose period begins on that day or later have a bias of their own.
 *
 * @param source publisher
 * @param indicator id
 * @param from first day under the new definition
 */
public record BiasRegime(String source, String indicator, LocalDate from) {
    public BiasRegime {
        SeriesId.requireIndicator(indicator);
    }
}
