package org.tidemark.catalogue;

import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a publisher can be asked for one file, and how often.
 *
 * @param id stable id
 * @param source id of the publisher whose figures the file holds
 * @param address that is asked, of https; the only place from which addresses come
 * @param commits address of the list of the file's versions in a public repository, to which the number of a page is
 *     added; the file's own address has {@code {commit}} then. Null where only the present file is asked for
 * @param file name under which an answer is kept; its content says which format it is
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
        @Nullable String commits,
        String file,
        Duration every,
        Duration pause,
        long bytesMax,
        @Nullable Key key,
        String licence,
        String documentation,
        LocalDate checked) {
    private static final String COMMIT = "{commit}";

    /** The same, asked for one version of the file. */
    public Endpoint at(String commit) {
        return asking(address.replace(COMMIT, commit));
    }

    /** The same, asked for a page of the list of versions, from 1. */
    public Endpoint listing(int page) {
        return asking("%s%spage=%d".formatted(commits, String.valueOf(commits).contains("?") ? "&" : "?", page));
    }

    private Endpoint asking(String other) {
        return new Endpoint(
                id, source, other, commits, file, every, pause, bytesMax, key, licence, documentation, checked);
    }

    /**
     * A header with a secret, which is written in no catalogue.
     *
     * @param header name of the header
     * @param variable environment variable that holds the secret; with {@code _FILE} behind it, the file that does
     */
    public record Key(String header, String variable) {}
}
