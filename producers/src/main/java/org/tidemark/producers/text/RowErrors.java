package org.tidemark.producers.text;

import org.tidemark.producers.UnreadableFileException;
import org.tidemark.validate.RejectReason;

/** Where lines that are no record are told. Before the header is found they end the file, after it they do not. */
interface RowErrors {
    void at(RejectReason reason, String where, String detail, byte[] original) throws UnreadableFileException;
}
