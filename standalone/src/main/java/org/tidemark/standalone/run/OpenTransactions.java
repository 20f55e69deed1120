package org.tidemark.standalone.run;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;

/**
 * Transactions that a dead process has left open on a broker of our own. A stream thread ends the one of its own name
 * when it starts; with fewer threads than before the others would hold every reader up until the broker gives them up.
 */
final class OpenTransactions {
    private OpenTransactions() {}

    /** Ends all of them; whoever is alive and has one loses it, so nobody may be. */
    static void end(Map<String, Object> connection) {
        try (Admin admin = Admin.create(connection)) {
            List<String> open = admin
                    .listTransactions(new ListTransactionsOptions().filterStates(List.of(TransactionState.ONGOING)))
                    .all()
                    .get()
                    .stream()
                    .map(TransactionListing::transactionalId)
                    .toList();
            if (!open.isEmpty()) {
                admin.fenceProducers(open).all().get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("transactions that were left open cannot be ended: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while ending transactions that were left open", e);
        }
    }
}
