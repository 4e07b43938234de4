package dev.claimgraph.notice;

import org.jspecify.annotations.Nullable;

/**
 * A question that was asked, answered or withdrawn.
 *
 * @param ownerId whom it is put to; null where nobody is known
 */
record QuestionMoved(String text, String status, @Nullable String ownerId) {}
