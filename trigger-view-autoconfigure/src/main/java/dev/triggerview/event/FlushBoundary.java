package dev.triggerview.event;

import java.util.List;

import org.hibernate.event.spi.EventSource;
import org.hibernate.event.spi.FlushEvent;
import org.hibernate.event.spi.FlushEventListener;

/** The flush as it was, and then the events of what it wrote. */
final class FlushBoundary implements FlushEventListener {

	private static final long serialVersionUID = 1L;

	private final transient Dispatcher dispatcher;

	private final transient List<FlushEventListener> flush;

	private final transient BulkEvents bulk;

	private final boolean plain;

	/**
	 * @param plain whether nobody else takes part in a flush
	 */
	FlushBoundary(Dispatcher dispatcher, List<FlushEventListener> flush, BulkEvents bulk, boolean plain) {
		this.plain = plain;
		this.dispatcher = dispatcher;
		this.flush = flush;
		this.bulk = bulk;
	}

	/** Return who tells of statements that go past the flush. */
	BulkEvents bulk() {
		return this.bulk;
	}

	@Override
	public void onFlush(FlushEvent event) {
		this.dispatcher.requireNoBeforeListener(event.getSession());
		if (this.dispatcher.takeSettled(event.getSession())) {
			return;
		}
		flush(event);
		deliver(event.getSession());
	}

	/** Tell what was written, and flush again what listeners changed. */
	void deliver(EventSource session) {
		settleBefore(session);
		this.dispatcher.deliver(session, () -> {
			flushAgain(session);
			settleBefore(session);
		});
	}

	private void settleBefore(EventSource session) {
		this.dispatcher.settleBefore(session, () -> flushAgain(session));
	}

	private void flushAgain(EventSource session) {
		if (!this.plain || this.dispatcher.isTouched(session)) {
			flush(new FlushEvent(session));
		}
	}

	private void flush(FlushEvent event) {
		boolean done = false;
		try {
			this.flush.forEach((listener) -> listener.onFlush(event));
			done = true;
		}
		finally {
			this.dispatcher.flushed(event.getSession(), done);
		}
	}

}
