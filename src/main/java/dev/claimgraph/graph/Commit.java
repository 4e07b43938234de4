package dev.claimgraph.graph;

import org.neo4j.driver.Transaction;
import org.springframework.transaction.TransactionSystemException;

/**
 * Tells that a commit failed in the way that Spring's transaction manager understands: of any other it rolls back the transaction,
 * which is closed by then, and throws what that gives instead of why the commit failed.
 */
final class Commit {

    private Commit() {}

    static Transaction of(Transaction transaction) {
        return Interception.of(Transaction.class, (proxy, method, arguments) -> {
            try {
                return Interception.call(transaction, method, arguments);
            } catch (RuntimeException e) {
                throw method.getName().equals("commit")
                        ? new TransactionSystemException("The transaction was not committed.", e)
                        : e;
            }
        });
    }
}
