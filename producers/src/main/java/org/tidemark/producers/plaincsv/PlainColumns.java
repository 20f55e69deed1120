package org.tidemark.producers.plaincsv;

import org.tidemark.producers.UnreadableFileException;
import org.tidemark.producers.text.Header;

/** Where the columns stand; the optional ones may be absent. */
record PlainColumns(
        int indicator,
        int economy,
        int sector,
        int period,
        int value,
        int unit,
        int published,
        int source,
        int standardError,
        int release,
        int status,
        int note) {
    static final String[] REQUIRED = {"indicator", "economy", "sector", "period", "value", "unit", "published", "source"
    };

    static PlainColumns under(Header header) throws UnreadableFileException {
        return new PlainColumns(
                header.require("indicator"),
                header.require("economy"),
                header.require("sector"),
                header.require("period"),
                header.requireNumbers("value"),
                header.require("unit"),
                header.require("published"),
                header.require("source"),
                header.findNumbers("standard_error"),
                header.find("release"),
                header.find("status"),
                header.find("note"));
    }
}
