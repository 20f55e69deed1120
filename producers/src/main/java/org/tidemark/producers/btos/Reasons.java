package org.tidemark.producers.btos;

import org.tidemark.producers.text.SourceExcerpt;

/** What a library said of a broken file, short and on one line. */
final class Reasons {
    private Reasons() {}

    static String of(Throwable fault) {
        String message = fault.getMessage();
        return message == null || message.isBlank() ? fault.getClass().getSimpleName() : SourceExcerpt.of(message);
    }
}
