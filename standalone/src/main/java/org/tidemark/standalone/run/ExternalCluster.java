package org.tidemark.standalone.run;

import java.util.HashMap;
import java.util.Map;
import org.tidemark.wire.Codecs;

/**
 * A cluster that others run.
 *
 * @param bootstrap brokers as host:port, separated by commas
 * @param client further settings of every Kafka client, such as those of TLS and SASL
 * @param codecs in which the records on its topics are written
 * @param replication copies of each changelog
 */
public record ExternalCluster(String bootstrap, Map<String, String> client, Codecs codecs, short replication) {
    private static final String TRANSACTION_TIMEOUT = "producer.transaction.timeout.ms";
    /**
     * One record may bring a whole panel up to date, which on a busy machine takes longer than the default of ten seconds.
     * Another instance that takes over may wait so long, so it is not as long as on a broker of our own.
     */
    private static final String A_MINUTE_MS = "60000";

    public ExternalCluster {
        Map<String, String> all = new HashMap<>(client);
        all.putIfAbsent(TRANSACTION_TIMEOUT, A_MINUTE_MS);
        client = Map.copyOf(all);
    }

    /** Without the client's settings: passwords are among them. */
    @Override
    public String toString() {
        return bootstrap;
    }
}
