package org.tidemark.api.query;

import java.io.Writer;
import org.jspecify.annotations.Nullable;
import org.tidemark.engine.store.RejectionStore.Kept;
import org.tidemark.validate.Rejection;

/** Refusals as CSV. Bytes that are no text have each of them as {@code \xNN}. */
final class RejectedCsv extends CsvRows<Kept> {
    static final String HEADER = "refused_at,reason,detail,place,record,source,economy,release,published,load,original";

    private RejectedCsv(Writer out) {
        super(out, HEADER);
    }

    static RejectedCsv begin(Writer out) {
        return new RejectedCsv(out);
    }

    @Override
    public void write(Kept kept) {
        Rejection r = kept.rejection();
        row(
                kept.refusedAt().toString(),
                RejectedQuery.written(r.reason()),
                r.detail(),
                r.place(),
                text(r.record()),
                text(r.source()),
                text(r.economy()),
                text(r.release()),
                text(r.published()),
                text(r.load()),
                OriginalText.readable(r.original()));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
