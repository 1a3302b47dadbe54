package dev.triggerview.event;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.BasicValuedModelPart;
import org.hibernate.metamodel.mapping.CompositeIdentifierMapping;
import org.hibernate.metamodel.mapping.EmbeddableMappingType;
import org.hibernate.metamodel.mapping.EmbeddableValuedModelPart;
import org.hibernate.metamodel.mapping.EntityIdentifierMapping;
import org.hibernate.metamodel.mapping.SelectableMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** The identifier of an entity as its table holds it: one column or several. */
final class BulkKey {

	private final List<SelectableMapping> columns = new ArrayList<>();

	private final @Nullable EmbeddableMappingType composite;

	private BulkKey(EntityIdentifierMapping identifier, @Nullable EmbeddableMappingType composite) {
		this.composite = composite;
		identifier.forEachSelectable((index, column) -> this.columns.add(column));
	}

	/**
	 * Return the key of an entity, empty where no class holds the columns of its
	 * identifier or where it contains a reference to another entity.
	 */
	static Optional<BulkKey> of(EntityPersister persister) {
		EntityIdentifierMapping identifier = persister.getIdentifierMapping();
		if (!(identifier instanceof CompositeIdentifierMapping mapping)) {
			return Optional.of(new BulkKey(identifier, null));
		}
		EmbeddableMappingType composite = mapping.getMappedIdEmbeddableTypeDescriptor();
		return (mapping.hasContainingClass() && isPlain(composite)) ? Optional.of(new BulkKey(identifier, composite))
				: Optional.empty();
	}

	private static boolean isPlain(EmbeddableMappingType type) {
		List<Boolean> parts = new ArrayList<>();
		type.forEachAttributeMapping((index, part) -> parts.add(part instanceof BasicValuedModelPart
				|| part instanceof EmbeddableValuedModelPart embedded && isPlain(embedded.getMappedType())));
		return !parts.contains(false);
	}

	/** Return the columns in their order. */
	List<SelectableMapping> columns() {
		return this.columns;
	}

	/** Return the columns as a query lists them. */
	String list() {
		return this.columns.stream().map(SelectableMapping::getSelectionExpression).collect(Collectors.joining(", "));
	}

	/** Return the identifier whose columns have these values. */
	Object of(List<Object> values) {
		return (this.composite != null) ? instance(this.composite, values.iterator()) : values.get(0);
	}

	private static Object instance(EmbeddableMappingType type, Iterator<Object> values) {
		Object[] parts = new Object[type.getNumberOfAttributeMappings()];
		for (int index = 0; index < parts.length; index++) {
			AttributeMapping part = type.getAttributeMapping(index);
			parts[index] = (part instanceof EmbeddableValuedModelPart embedded)
					? instance(embedded.getMappedType(), values) : values.next();
		}
		return type.getRepresentationStrategy().getInstantiator().instantiate(() -> parts);
	}

}
