package dev.triggerview.repository.shop;

import java.lang.StackWalker.StackFrame;
import java.util.concurrent.atomic.AtomicInteger;

/** A record that counts who made it. */
public record Witness(Integer id, String name) {

	/** How many were made straight from a result set. */
	public static final AtomicInteger DIRECT = new AtomicInteger();

	/** How many Hibernate made. */
	public static final AtomicInteger HIBERNATE = new AtomicInteger();

	public Witness {
		boolean direct = StackWalker.getInstance()
			.walk((frames) -> frames.map(StackFrame::getClassName).anyMatch((type) -> type.endsWith(".RecordReader")));
		(direct ? DIRECT : HIBERNATE).incrementAndGet();
	}

}
