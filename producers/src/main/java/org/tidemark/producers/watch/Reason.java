package org.tidemark.producers.watch;

import java.util.Locale;

/** Why nothing new came of a question. */
public enum Reason {
    /** No connection, no such host, or a host that must not be asked. */
    UNREACHABLE(true),
    /** A certificate that nobody vouches for, or no common way to encrypt. */
    TLS(false),
    /** No answer in time, or one that comes too slowly. */
    TIMEOUT(true),
    /** The connection ended before the answer did. */
    CUT(true),
    /** 404 or 410: the publisher has moved the file. */
    NOT_FOUND(false),
    /** 401 or 403. */
    FORBIDDEN(false),
    /** 429. */
    RATE_LIMITED(true),
    /** 5xx. */
    SERVER_ERROR(true),
    /** Led to where nothing is asked, or in a circle. */
    REDIRECT(false),
    /** Any other status. */
    REFUSED(false),
    /** More bytes than the endpoint may answer. */
    TOO_LARGE(false),
    /** Nothing at all. */
    EMPTY(false),
    /** A page for people. */
    NOT_DATA(false),
    /** In no format that is read, or with figures of somebody else. */
    UNREADABLE(false),
    /** Far fewer figures than the answer before. */
    SHRUNK(false),
    /** Kept, and not taken by the cluster. */
    UNPUBLISHED(false),
    /** No room, in the archive or on the disk. */
    ARCHIVE(false),
    /** The secret is not there. */
    NO_KEY(false);

    private final boolean passing;

    Reason(boolean passing) {
        this.passing = passing;
    }

    /** Whether it may be over in a moment. */
    public boolean isPassing() {
        return passing;
    }

    /** As it is written in metrics. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
