package dev.claimgraph.notice;

/**
 * Where somebody is who is told of what changes.
 *
 * @param position of the last notice that they were told of
 * @param commit the position in the change log up to which they are not told of commits, be they worked out by now or not
 */
public record Place(long position, long commit) {

    /** Whether a notice behind it is for them. */
    public boolean isBefore(Notice notice) {
        return notice.position() > position && (notice.commit() == 0 || notice.commit() > commit);
    }
}
