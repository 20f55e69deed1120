package org.tidemark.producers.watch;

import java.time.Instant;
import java.util.Properties;

/**
 * What is remembered of an endpoint between two questions.
 *
 * @param due not to be asked before
 * @param validators of the last answer that was kept
 * @param hash of that answer's bytes, hexadecimal; empty while there is none
 * @param figures how many it had
 * @param published name of the last answer that was published; empty while none was
 * @param failures in a row
 * @param asked when the question was asked that was last answered, of an endpoint whose answers are changes
 * @param whole when such a one was last asked for everything
 */
record EndpointState(
        Instant due,
        Validators validators,
        String hash,
        long figures,
        String published,
        int failures,
        Instant asked,
        Instant whole) {
    static final EndpointState NEW =
            new EndpointState(Instant.EPOCH, Validators.NONE, "", 0, "", 0, Instant.EPOCH, Instant.EPOCH);

    EndpointState dueAt(Instant instant) {
        return new EndpointState(instant, validators, hash, figures, published, failures, asked, whole);
    }

    EndpointState failed() {
        return new EndpointState(due, validators, hash, figures, published, failures + 1, asked, whole);
    }

    EndpointState answered() {
        return new EndpointState(due, validators, hash, figures, published, 0, asked, whole);
    }

    /** Of the same bytes only the name of their version may be another. */
    EndpointState seen(Validators others) {
        return new EndpointState(due, others, hash, figures, published, 0, asked, whole);
    }

    EndpointState kept(Validators others, String newHash, long newFigures) {
        return new EndpointState(due, others, newHash, newFigures, published, 0, asked, whole);
    }

    /** The same, with what another watch has published since. */
    EndpointState knowing(SharedAnswer answer) {
        if (!answer.published()) {
            // Whoever was publishing it is gone: it is asked for again, and recognised by its hash.
            return this;
        }
        Instant later = answer.due().isAfter(due) ? answer.due() : due;
        if (answer.hash().isEmpty() || answer.hash().equals(hash)) {
            return dueAt(later);
        }
        Validators others = new Validators(answer.etag(), answer.lastModified());
        return new EndpointState(later, others, answer.hash(), answer.figures(), published, failures, asked, whole);
    }

    EndpointState published(String name) {
        return new EndpointState(due, validators, hash, figures, name, failures, asked, whole);
    }

    /** Asked at an instant, for everything or for what has changed since. */
    EndpointState askedAt(Instant instant, boolean everything) {
        return new EndpointState(
                due, validators, hash, figures, published, failures, instant, everything ? instant : whole);
    }

    Properties properties() {
        Properties all = new Properties();
        all.setProperty("due", due.toString());
        all.setProperty("etag", validators.etag());
        all.setProperty("last_modified", validators.lastModified());
        all.setProperty("hash", hash);
        all.setProperty("figures", Long.toString(figures));
        all.setProperty("published", published);
        all.setProperty("failures", Integer.toString(failures));
        all.setProperty("asked", asked.toString());
        all.setProperty("whole", whole.toString());
        return all;
    }

    /**
     * Reads what {@link #properties} has written.
     *
     * @throws java.time.DateTimeException or {@link NumberFormatException} where it is something else
     */
    static EndpointState of(Properties all) {
        return new EndpointState(
                Instant.parse(all.getProperty("due", Instant.EPOCH.toString())),
                new Validators(all.getProperty("etag", ""), all.getProperty("last_modified", "")),
                all.getProperty("hash", ""),
                Long.parseLong(all.getProperty("figures", "0")),
                all.getProperty("published", ""),
                Integer.parseInt(all.getProperty("failures", "0")),
                Instant.parse(all.getProperty("asked", Instant.EPOCH.toString())),
                Instant.parse(all.getProperty("whole", Instant.EPOCH.toString())));
    }
}
