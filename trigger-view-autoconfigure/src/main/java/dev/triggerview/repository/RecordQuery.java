package dev.triggerview.repository;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import jakarta.persistence.TypedQuery;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.OffsetScrollPosition;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.SliceImpl;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Window;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor.SpecificationFluentQuery;
import org.springframework.data.jpa.support.PageableUtils;
import org.springframework.data.support.PageableExecutionUtils;

/**
 * Reads rows as records: just their columns, and past the persistence context.
 *
 * @param limit the number of rows, 0 for all
 */
record RecordQuery<T, R>(Reader<T, ?> reader, Specification<T> specification, Class<R> type, Sort sort,
		int limit) implements SpecificationFluentQuery<R> {

	RecordQuery(Reader<T, ?> reader, Specification<T> specification, Class<R> type) {
		this(reader, specification, type, Sort.unsorted(), 0);
	}

	@Override
	public RecordQuery<T, R> sortBy(Sort sort) {
		return sorted(this.sort.and(sort));
	}

	@Override
	public RecordQuery<T, R> limit(int limit) {
		return new RecordQuery<>(this.reader, this.specification, this.type, this.sort, limit);
	}

	@Override
	public <N> RecordQuery<T, N> as(Class<N> type) {
		return new RecordQuery<>(this.reader, this.specification, type, this.sort, this.limit);
	}

	/** The components of the record are what is read. */
	@Override
	public RecordQuery<T, R> project(Collection<String> properties) {
		return this;
	}

	@Override
	public @Nullable R oneValue() {
		List<R> rows = limit(2).all();
		if (rows.size() > 1) {
			throw new IncorrectResultSizeDataAccessException(1, rows.size());
		}
		return firstOf(rows);
	}

	@Override
	public @Nullable R firstValue() {
		return firstOf(limit(1).all());
	}

	@Override
	public List<R> all() {
		return query().getResultList();
	}

	@Override
	public Stream<R> stream() {
		return query().getResultStream();
	}

	@Override
	public Window<R> scroll(ScrollPosition position) {
		if (position instanceof KeysetScrollPosition keyset) {
			return this.reader.after(keyset, this);
		}
		OffsetScrollPosition offset = (OffsetScrollPosition) position;
		TypedQuery<R> query = query();
		if (!offset.isInitial()) {
			query.setFirstResult(Math.toIntExact(offset.getOffset()) + 1);
		}
		return this.reader.window(query, this.sort, offset);
	}

	@Override
	public Slice<R> slice(Pageable pageable) {
		if (pageable.isUnpaged()) {
			return page(pageable);
		}
		int size = pageable.getPageSize();
		List<R> rows = from(pageable).setMaxResults(size + 1).getResultList();
		return new SliceImpl<>(rows.subList(0, Math.min(size, rows.size())), pageable, rows.size() > size);
	}

	@Override
	public Page<R> page(Pageable pageable) {
		return page(pageable, this.specification);
	}

	@Override
	@SuppressWarnings("unchecked")
	public Page<R> page(Pageable pageable, Specification<?> countSpecification) {
		if (pageable.isUnpaged()) {
			return new PageImpl<>(sorted(pageable.getSortOr(this.sort)).all());
		}
		List<R> rows = from(pageable).setMaxResults(pageable.getPageSize()).getResultList();
		return PageableExecutionUtils.getPage(rows, pageable,
				() -> this.reader.count((Specification<T>) countSpecification));
	}

	@Override
	public long count() {
		return this.reader.count(this.specification);
	}

	@Override
	public boolean exists() {
		return this.reader.exists(this.specification);
	}

	RecordQuery<T, R> sorted(Sort sort) {
		return new RecordQuery<>(this.reader, this.specification, this.type, sort, this.limit);
	}

	RecordQuery<T, R> and(Specification<T> other) {
		return new RecordQuery<>(this.reader, this.specification.and(other), this.type, this.sort, this.limit);
	}

	TypedQuery<R> query() {
		TypedQuery<R> query = this.reader.records(this.specification, this.sort, this.type);
		return (this.limit > 0) ? query.setMaxResults(this.limit) : query;
	}

	private TypedQuery<R> from(Pageable pageable) {
		return sorted(pageable.getSortOr(this.sort)).query().setFirstResult(PageableUtils.getOffsetAsInteger(pageable));
	}

	private static <R> @Nullable R firstOf(List<R> rows) {
		return rows.isEmpty() ? null : rows.get(0);
	}

}
