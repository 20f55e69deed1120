package org.tidemark.producers.btos;

import org.tidemark.producers.text.Excerpt;

/** What a library said of a broken file, short and on one line. */
final class Reasons {
    private Reasons() {}

    static String of(Throwable fault) {
        String message = fault.getMessage();
        return message == null || message.isBlank() ? fault.getClass().getSimpleName() : Excerpt.of(message);
    }
}
