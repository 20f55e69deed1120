package org.tidemark.producers.load;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.producers.StatedFigure;
import org.tidemark.validate.RejectReason;
import org.tidemark.validate.Rejection;
import org.tidemark.validate.Validator;

/** What is refused of one file while it is read. Each has an id that is the same when the file is read again. */
final class Refusals {
    private final String file;
    private final String load;
    private final Map<String, Integer> inPlace = new HashMap<>();
    private String place = "";

    Refusals(String file, String load) {
        this.file = file;
        this.load = load;
    }

    /** A cell or row that makes no sense. */
    Rejection of(
            RejectReason reason,
            String where,
            String detail,
            byte[] original,
            @Nullable String source,
            @Nullable String economy) {
        return new Rejection(
                reason,
                detail,
                FilePlace.of(file, where),
                source,
                economy,
                null,
                null,
                original,
                load,
                null,
                id(where, reason, detail));
    }

    /** A figure of an economy that the catalogue does not know. */
    Rejection unknownEconomy(StatedFigure figure, Catalogue catalogue) {
        String economy = figure.figure().series().economy();
        String detail = Validator.unknownEconomy(economy, catalogue);
        return new Rejection(
                RejectReason.UNKNOWN_ECONOMY,
                detail,
                FilePlace.of(file, figure.where()),
                figure.figure().series().source(),
                economy,
                figure.release(),
                figure.stated(),
                new byte[0],
                load,
                null,
                id(figure.where(), RejectReason.UNKNOWN_ECONOMY, figure.figure() + detail));
    }

    /** Two cells of one row may be refused with the same words. */
    private String id(String where, RejectReason reason, String detail) {
        if (!where.equals(place)) {
            place = where;
            inPlace.clear();
        }
        int before = inPlace.merge(reason + detail, 1, Integer::sum);
        return Rejection.idOf(load, where, reason, detail, before);
    }
}
