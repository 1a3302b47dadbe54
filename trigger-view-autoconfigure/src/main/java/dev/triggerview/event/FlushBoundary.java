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

	FlushBoundary(Dispatcher dispatcher, List<FlushEventListener> flush, BulkEvents bulk) {
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
		flush(event);
		deliver(event.getSession());
	}

	/** Tell what was written, and flush again what the listeners changed. */
	void deliver(EventSource session) {
		this.dispatcher.deliver(session, () -> flush(new FlushEvent(session)));
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
