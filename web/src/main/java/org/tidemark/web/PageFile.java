package org.tidemark.web;

/**
 * One file of the page as it is sent.
 *
 * @param path from the root of the page, such as {@code js/main.js}
 * @param contentType with its charset
 * @param bytes as they are
 * @param gzipped the same, compressed
 * @param etag changes with the bytes, in quotes as the header has it
 */
// The bytes go straight to a socket or a file, and nobody compares files.
@SuppressWarnings("ArrayRecordComponent")
public record PageFile(String path, String contentType, byte[] bytes, byte[] gzipped, String etag) {}
