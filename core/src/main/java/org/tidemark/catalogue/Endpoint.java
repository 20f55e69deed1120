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
        String file,
        Duration every,
        Duration pause,
        long bytesMax,
        @Nullable Key key,
        String licence,
        String documentation,
        LocalDate checked) {
    /**
     * A header with a secret, which is written in no catalogue.
     *
     * @param header name of the header
     * @param variable environment variable that holds the secret; with {@code _FILE} behind it, the file that does
     */
    public record Key(String header, String variable) {}
}
