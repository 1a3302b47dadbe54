package dev.triggerview.repository;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;

/** Entities one after the other, each detached when the next one is read. */
final class DetachedRows<T> implements Iterator<T> {

	private final Iterator<T> rows;

	private final EntityManager entityManager;

	private @Nullable T current;

	private DetachedRows(Iterator<T> rows, EntityManager entityManager) {
		this.rows = rows;
		this.entityManager = entityManager;
	}

	static <T> Stream<T> of(Stream<T> rows, EntityManager entityManager) {
		Iterator<T> detached = new DetachedRows<>(rows.iterator(), entityManager);
		Spliterator<T> inOrder = Spliterators.spliteratorUnknownSize(detached, Spliterator.ORDERED);
		return StreamSupport.stream(inOrder, false).onClose(rows::close);
	}

	@Override
	public boolean hasNext() {
		return this.rows.hasNext();
	}

	@Override
	public T next() {
		if (this.current != null) {
			this.entityManager.detach(this.current);
		}
		T next = this.rows.next();
		this.current = next;
		return next;
	}

}
