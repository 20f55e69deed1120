package org.tidemark.api.http;

import java.time.Duration;

/**
 * What a client may take of the server before it is cut off. {@code docs/security.md} states the same numbers.
 *
 * @param connections open at once; one more closes the connection that has been waiting longest for a request
 * @param answering questions to the query API that are answered at the same time; further ones wait without a thread
 * @param waiting questions that may wait; further ones are told 503
 * @param waitAtMost how long a question may wait before it is told 503
 * @param requestWithin how long a client may take to send a request, or its first byte
 * @param idle how long a connection may stay open after an answer without a further request
 * @param bytesPerSecond the least rate at which a client must take an answer
 * @param slowAfter how long a client may be slower than that
 * @param slowAfterWhenCrowded the same while other questions wait
 * @param answerWithin how long one answer may take altogether
 */
public record Bounds(
        int connections,
        int answering,
        int waiting,
        Duration waitAtMost,
        Duration requestWithin,
        Duration idle,
        long bytesPerSecond,
        Duration slowAfter,
        Duration slowAfterWhenCrowded,
        Duration answerWithin) {
    public static final Bounds DEFAULT = new Bounds(
            1_024,
            32,
            1_024,
            Duration.ofSeconds(30),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            8 * 1024,
            Duration.ofSeconds(5),
            Duration.ofSeconds(2),
            Duration.ofMinutes(10));
}
