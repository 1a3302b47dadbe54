package dev.triggerview.event;

/**
 * An application event: a listener of {@link CommittedChanges} or
 * {@link RolledBackChanges} threw. The transaction was over, so nobody else heard of it;
 * it is logged as an error as well.
 *
 * @param listener the method of the listener, or where Spring published to
 * @param event what the listener was told
 * @param cause what it threw
 */
public record ListenerFailed(String listener, Changes<?> event, Throwable cause) {
}
