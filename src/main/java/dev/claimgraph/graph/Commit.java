package dev.claimgraph.graph;

import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells the request what a commit wrote, and that one failed in the way that Spring's transaction manager understands: of any other it
 * rolls back the transaction, which is closed by then, and throws what that gives instead of why the commit failed.
 */
final class Commit {

    private Commit() {}

    static Transaction of(Transaction transaction, Session session) {
        return Interception.of(Transaction.class, (proxy, method, arguments) -> {
            var isCommit = method.getName().equals("commit");
            try {
                var result = Interception.call(transaction, method, arguments);
                if (isCommit && !TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
                    Seen.wrote(session.lastBookmarks());
                }
                return result;
            } catch (RuntimeException e) {
                throw isCommit ? new TransactionSystemException("The transaction was not committed.", e) : e;
            }
        });
    }
}
