package org.tidemark.standalone.report;

import org.tidemark.catalogue.Catalogue;
import org.tidemark.series.Period;

/**
 * How economies, concepts, measures and periods are called in tables: in words, or by the ids that files and the query API
 * have.
 *
 * @param ids whether by ids
 */
public record Words(Catalogue catalogue, boolean ids) {
    String economy(String code) {
        return ids ? code : catalogue.economyName(code);
    }

    /** {@code firms, any use}: the words of the id, which say who is counted and how. */
    String concept(String id) {
        return ids ? id : id.replace(".", ", ").replace('_', ' ');
    }

    /** {@code displacement ledger}. */
    String measure(String id) {
        return ids ? id : id.replace('.', ' ').replace('_', ' ');
    }

    /** The label where it is short; of a window of days the last one. */
    String period(Period period) {
        String label = period.label();
        return ids || label.indexOf('/') < 0 ? label : period.end().toString();
    }
}
