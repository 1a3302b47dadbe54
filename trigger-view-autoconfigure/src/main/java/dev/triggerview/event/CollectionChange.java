package dev.triggerview.event;

import java.util.List;

import org.springframework.core.ResolvableType;
import org.springframework.core.ResolvableTypeProvider;

/**
 * A collection whose rows a flush has written: an element collection, or the owning side
 * of a to-many association, whose rows live in a table of their own and are no row of an
 * entity. Delivered at the end of the flush, after the row events. Elements of a map are
 * its entries. A list whose order alone has changed is told with nothing added and
 * nothing removed.
 *
 * @param <T> the entity that owns the collection
 */
public final class CollectionChange<T> implements ResolvableTypeProvider {

	private final EntityModel<T> model;

	private final T entity;

	private final Object id;

	private final String property;

	private final Elements elements;

	CollectionChange(EntityModel<T> model, T entity, Object id, String property, Elements elements) {
		this.model = model;
		this.entity = entity;
		this.id = id;
		this.property = property;
		this.elements = elements;
	}

	/** Return the class of the entity that owns the collection. */
	public Class<T> entityType() {
		return this.model.type();
	}

	/** Return the entity that owns the collection. */
	public T entity() {
		return this.entity;
	}

	/** Return the identifier of the owner. */
	public Object id() {
		return this.id;
	}

	/** Return the property of the owner, embedded ones by path. */
	public String property() {
		return this.property;
	}

	/**
	 * Return the elements that are new, in the order of the collection. All of them where
	 * a {@code StatelessSession} writes a collection that nobody has read.
	 */
	public List<Object> added() {
		return this.elements.added();
	}

	/**
	 * Return the elements that are gone. Empty where the collection was never loaded and
	 * was replaced or went with its owner: nobody has read them.
	 */
	public List<Object> removed() {
		return this.elements.removed();
	}

	@Override
	public ResolvableType getResolvableType() {
		return this.model.eventType(CollectionChange.class);
	}

	@Override
	public String toString() {
		return "CollectionChange<" + entityType().getSimpleName() + ">[id=" + this.id + ", " + this.property + " +"
				+ added() + " -" + removed() + "]";
	}

	/** Return this change and a later one of the same collection as one. */
	CollectionChange<?> and(CollectionChange<?> later) {
		return new CollectionChange<>(this.model, this.entity, this.id, this.property,
				this.elements.and(later.elements));
	}

	EntityModel<T> model() {
		return this.model;
	}

}
