package org.tidemark.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where a publisher can be asked for one file, and how often.
 *
 * @param id stable id
 * @param source id of the publisher whose figures the file holds
 * @param address that is asked, of https; the only place from which addresses come
 * @param listing where the publisher lists what the address may be asked for; null where the address is asked as it is
 * @param file name under which an answer is kept, or {@link #NAME} for the one that is listed; its content says which format
 *     it is
 * @param zip which files of a ZIP are read and kept; null where the answer is the file
 * @param changes whether an answer holds only what has changed since the publisher was asked before
 * @param every least time between two questions
 * @param pause least time between two questions to the same host, whatever is asked of it
 * @param bytesMax bytes of an answer at most, as sent and as unpacked
 * @param key what the publisher has to be shown; null where everybody may ask
 * @param licence under which terms the figures may be used
 * @param documentation page that describes the address
 * @param checked day on which the address was looked up
 */
public record Endpoint(
        String id,
        String source,
        String address,
        @Nullable Listing listing,
        String file,
        @Nullable Zip zip,
        boolean changes,
        Duration every,
        Duration pause,
        long bytesMax,
        @Nullable Key key,
        String licence,
        String documentation,
        LocalDate checked) {
    /** Stands in the address for a version of a file. */
    static final String COMMIT = "{commit}";
    /** Stands in the address for the name of a file. */
    static final String NAME = "{name}";

    /** A list is read as a whole. */
    private static final long LISTING_BYTES_MAX = 4L << 20;

    /** The name that SDMX gives to the parameter. */
    private static final String SINCE = "updatedAfter";

    /**
     * A list of what a publisher has. It is asked for its names alone: an answer leads to no other host than the catalogue's.
     *
     * @param address of the list
     * @param of what it lists
     * @param names regular expression of the names of files; empty of versions
     */
    public record Listing(String address, Listed of, String names) {}

    /** What a list is of. */
    public enum Listed {
        /** Versions of one file in a public repository, each of which is asked for once. */
        VERSIONS,
        /** Names of files, of which the newest is asked for whenever the list is. */
        NEWEST,
        /** Names of files, each of which is asked for once. */
        EACH
    }

    /**
     * What is read of a ZIP.
     *
     * @param member whole name of the one file; with {@code all} a regular expression of the names, without their folders, of
     *     files each of which is a vintage of its own, dated by its name
     */
    public record Zip(String member, boolean all) {}

    /** The same, asked for one thing that is listed: a version, or a name. */
    public Endpoint at(String listed) {
        return asking(address.replace(COMMIT, listed).replace(NAME, listed), file.replace(NAME, listed), bytesMax);
    }

    /** The same, asked for a page of the list, from 1; a list of names has one. */
    public Endpoint listing(int page) {
        if (listing == null) {
            throw new IllegalStateException("endpoint %s has no listing".formatted(id));
        }
        boolean versions = listing.of() == Listed.VERSIONS;
        String list = versions ? with(listing.address(), "page", Integer.toString(page)) : listing.address();
        return asking(list, file, Math.min(bytesMax, LISTING_BYTES_MAX));
    }

    /** The same, asked for what has changed since an instant, to the second. */
    public Endpoint since(Instant instant) {
        String written = instant.truncatedTo(ChronoUnit.SECONDS).toString().replace(":", "%3A");
        return asking(with(address, SINCE, written), file, bytesMax);
    }

    /** The same, of one file of a ZIP, which is kept under its own name. */
    public Endpoint keeping(String name) {
        return asking(address, name, bytesMax);
    }

    private static String with(String address, String parameter, String value) {
        return "%s%s%s=%s".formatted(address, address.contains("?") ? "&" : "?", parameter, value);
    }

    private Endpoint asking(String other, String kept, long most) {
        return new Endpoint(
                id,
                source,
                other,
                listing,
                kept,
                zip,
                changes,
                every,
                pause,
                most,
                key,
                licence,
                documentation,
                checked);
    }

    /**
     * A header with a secret, which is written in no catalogue.
     *
     * @param header name of the header
     * @param variable environment variable that holds the secret; with {@code _FILE} behind it, the file that does
     */
    public record Key(String header, String variable) {}
}
