package org.tidemark.streams.metrics;

/**
 * What one scrape is answered with.
 *
 * @param contentType names the format and its version; Prometheus 3 insists on it
 */
// The bytes go straight to the socket, and nobody compares expositions.
@SuppressWarnings("ArrayRecordComponent")
public record Exposition(String contentType, byte[] body) {}
