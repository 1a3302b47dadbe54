package dev.triggerview.event;

import java.util.Optional;
import java.util.Set;

import jakarta.persistence.metamodel.SingularAttribute;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;
import org.springframework.core.ResolvableTypeProvider;

/**
 * A row that Hibernate is about to write ({@link BeforeRowChange}) or has written
 * ({@link AfterRowChange}), as a row-level trigger sees it. Received by Spring's
 * {@code @EventListener} for exactly the parameter's type: {@code AfterUpdate<Account>}
 * for updated accounts and the subclasses of account, {@code RowChange<Auditable>} for
 * everything that happens to entities of that interface, {@code AfterInsert<?>} for the
 * inserted rows of any entity.
 * <p>
 * Rows hold what the database's row holds: basic, embedded and to-one values by property
 * name; collections live in tables of their own.
 *
 * @param <T> the entity
 */
public abstract sealed class RowChange<T> implements ResolvableTypeProvider permits BeforeRowChange, AfterRowChange {

	private final Origin<T> origin;

	private final T entity;

	private final @Nullable Object id;

	private final @Nullable Object @Nullable [] old;

	private final @Nullable Object @Nullable [] now;

	/**
	 * Keep Hibernate's own arrays, which nobody copies: Hibernate replaces the array of a
	 * row that changes again, so that the array of an after-event stays what it is.
	 * @param id the identifier, null when the database has not assigned it yet
	 */
	RowChange(Origin<T> origin, T entity, @Nullable Object id, @Nullable Object @Nullable [] old,
			@Nullable Object @Nullable [] now) {
		this.origin = origin;
		this.entity = entity;
		this.id = id;
		this.old = old;
		this.now = now;
	}

	/** Return what happens to the row. */
	public abstract Operation operation();

	/** Return the class of the entity, never a proxy's. */
	public final Class<T> entityType() {
		return model().type();
	}

	/**
	 * Return the entity itself. It is alive: what the application changes in it after the
	 * row was captured shows here and not in the rows.
	 */
	public final T entity() {
		return this.entity;
	}

	/**
	 * Return the identifier.
	 * @throws IllegalStateException before an insert whose identifier the database
	 * assigns
	 */
	public final Object id() {
		if (this.id == null) {
			throw new IllegalStateException("The database has not assigned the identifier of this " + name()
					+ " yet: it is known after insert");
		}
		return this.id;
	}

	/** Return the tenant whose session writes the row, empty without multi-tenancy. */
	public final Optional<Object> tenant() {
		return Optional.ofNullable(this.origin.tenant());
	}

	/**
	 * Return the row as the database has it before the change. Empty for an insert, and
	 * where nobody has read the row: an update or delete by a {@code StatelessSession},
	 * an upsert of a row that the mapping hides.
	 */
	public final Optional<Row> oldRow() {
		return row(this.old);
	}

	/** Return the row as it is written. Empty for a delete. */
	public final Optional<Row> newRow() {
		return row(this.now);
	}

	/**
	 * Return the properties whose value differs between old and new row, embedded ones by
	 * path ({@code address.city}). Where one of the rows is missing, all properties of
	 * the other.
	 */
	public final Set<String> changed() {
		return (this.old == null || this.now == null) ? model().properties() : model().changed(this.old, this.now);
	}

	/**
	 * Return whether a property differs between old and new row; an embedded property
	 * does when one of its parts does.
	 * @param property a property or the path of an embedded one
	 * @throws IllegalArgumentException if the row has no such property
	 */
	public final boolean changed(String property) {
		model().require(property);
		return this.old == null || this.now == null || model().differs(this.old, this.now, property);
	}

	/**
	 * Return whether an attribute differs between old and new row.
	 * @param attribute an attribute of the entity
	 */
	public final boolean changed(SingularAttribute<? super T, ?> attribute) {
		return changed(attribute.getName());
	}

	/**
	 * Return a value of the old row, null for NULL.
	 * @param <V> the type that the caller expects
	 * @param property a property or the path of an embedded one
	 * @throws IllegalStateException if the old row does not exist or is not known
	 * @throws IllegalArgumentException if the row has no such property
	 */
	@SuppressWarnings("unchecked")
	public final <V> @Nullable V old(String property) {
		return (V) oldRow().orElseThrow(() -> missing("old")).get(property);
	}

	/**
	 * Return a value of the old row, null for NULL.
	 * @param <V> the type of the attribute
	 * @param attribute an attribute of the entity
	 * @throws IllegalStateException if the old row does not exist or is not known
	 */
	public final <V> @Nullable V old(SingularAttribute<? super T, V> attribute) {
		return old(attribute.getName());
	}

	/**
	 * Return a value of the new row, null for NULL.
	 * @param <V> the type that the caller expects
	 * @param property a property or the path of an embedded one
	 * @throws IllegalStateException if there is no new row
	 * @throws IllegalArgumentException if the row has no such property
	 */
	@SuppressWarnings("unchecked")
	public final <V> @Nullable V now(String property) {
		return (V) newRow().orElseThrow(() -> missing("new")).get(property);
	}

	/**
	 * Return a value of the new row, null for NULL.
	 * @param <V> the type of the attribute
	 * @param attribute an attribute of the entity
	 * @throws IllegalStateException if there is no new row
	 */
	public final <V> @Nullable V now(SingularAttribute<? super T, V> attribute) {
		return now(attribute.getName());
	}

	@Override
	public final ResolvableType getResolvableType() {
		return model().eventType(getClass());
	}

	final boolean hasId() {
		return this.id != null;
	}

	final Origin<T> origin() {
		return this.origin;
	}

	final EntityModel<T> model() {
		return this.origin.model();
	}

	final @Nullable Object @Nullable [] oldValues() {
		return this.old;
	}

	final @Nullable Object @Nullable [] newValues() {
		return this.now;
	}

	private Optional<Row> row(@Nullable Object @Nullable [] values) {
		return (values != null) ? Optional.of(new Row(model(), this.id, values)) : Optional.empty();
	}

	private IllegalStateException missing(String row) {
		return new IllegalStateException("The " + row + " row of this " + operation() + " of " + name()
				+ " is missing or not known: ask " + row + "Row() first");
	}

	private String name() {
		return entityType().getSimpleName();
	}

	@Override
	public final String toString() {
		return getClass().getSimpleName() + "<" + name() + ">[id=" + this.id + "]";
	}

}
