package org.tidemark.standalone.run;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;

/**
 * Transactions that a dead process has left open on a broker of our own. A stream thread ends the one of its own name
 * when it starts; with fewer threads than before the others would hold every reader up until the broker gives them up.
 */
final class OpenTransactions {
    /** A minute is more than any of this takes, also where hundreds of partitions are loaded first. */
    private static final long PATIENCE_SECONDS = 60;

    private OpenTransactions() {}

    /** Ends all of them; whoever is alive and has one loses it, so nobody may be. */
    static void end(Map<String, Object> connection) {
        try (Admin admin = Admin.create(connection)) {
            List<String> open = admin
                    .listTransactions(new ListTransactionsOptions().filterStates(List.of(TransactionState.ONGOING)))
                    .all()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .stream()
                    .map(TransactionListing::transactionalId)
                    .toList();
            if (!open.isEmpty()) {
                admin.fenceProducers(open).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(
                    "transactions that were left open cannot be ended within %d s: %s".formatted(PATIENCE_SECONDS, e),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while ending transactions that were left open", e);
        }
    }
}
