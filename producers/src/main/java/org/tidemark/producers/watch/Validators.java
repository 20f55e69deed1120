package org.tidemark.producers.watch;

/**
 * What an answer says of its version, so that it need not be sent again.
 *
 * @param etag as the publisher wrote it; empty for none
 * @param lastModified likewise
 */
public record Validators(String etag, String lastModified) {
    public static final Validators NONE = new Validators("", "");
}
