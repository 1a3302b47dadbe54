package dev.triggerview.hibernate;

import java.util.function.Supplier;
import java.util.stream.Stream;

import org.hibernate.mapping.Collection;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.persister.entity.JoinedSubclassEntityPersister;
import org.hibernate.persister.entity.SingleTableEntityPersister;
import org.hibernate.persister.entity.UnionSubclassEntityPersister;
import org.hibernate.persister.spi.PersisterClassResolver;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the persisters of read-only views, and of tables with views beside them. A
 * persister of the application's own stays.
 */
final class ViewPersisters implements PersisterClassResolver {

	private static final long serialVersionUID = 1L;

	private final transient PersisterClassResolver others;

	private final transient Supplier<@Nullable ViewIntegration> unit;

	ViewPersisters(PersisterClassResolver others, Supplier<@Nullable ViewIntegration> unit) {
		this.others = others;
		this.unit = unit;
	}

	@Override
	public Class<? extends EntityPersister> getEntityPersisterClass(PersistentClass entity) {
		Class<? extends EntityPersister> usual = this.others.getEntityPersisterClass(entity);
		if (isReadOnlyView(entity)) {
			return readOnly(usual);
		}
		if (usual == SingleTableEntityPersister.class && isView(entity)) {
			return WritableViewPersister.class;
		}
		boolean beside = mappings().anyMatch((mappings) -> mappings.isBesideView(entity));
		return beside ? besideViews(usual) : usual;
	}

	@Override
	public Class<? extends CollectionPersister> getCollectionPersisterClass(Collection collection) {
		return this.others.getCollectionPersisterClass(collection);
	}

	/** An abstract class has no table of its own where each of its subclasses has one. */
	private boolean isReadOnlyView(PersistentClass entity) {
		return isMappedToReadOnlyView(entity) || (entity.getTable().isAbstractUnionTable()
				&& entity.getDirectSubclasses().stream().anyMatch(this::isReadOnlyView));
	}

	private boolean isView(PersistentClass entity) {
		return mappings().anyMatch((mappings) -> mappings.isView(entity.getTable()) && !mappings.isBesideView(entity));
	}

	private boolean isMappedToReadOnlyView(PersistentClass entity) {
		return mappings().anyMatch((mappings) -> mappings.isReadOnly(entity));
	}

	/** Not a map: the classes that it names would be loaded with it, most in vain. */
	private static Class<? extends EntityPersister> readOnly(Class<? extends EntityPersister> usual) {
		if (usual == SingleTableEntityPersister.class) {
			return ReadOnlyViewPersister.class;
		}
		if (usual == JoinedSubclassEntityPersister.class) {
			return ReadOnlyJoinedViewPersister.class;
		}
		return (usual == UnionSubclassEntityPersister.class) ? ReadOnlyUnionViewPersister.class : usual;
	}

	private static Class<? extends EntityPersister> besideViews(Class<? extends EntityPersister> usual) {
		if (usual == SingleTableEntityPersister.class) {
			return BesideViewPersister.class;
		}
		return (usual == JoinedSubclassEntityPersister.class) ? JoinedBesideViewPersister.class : usual;
	}

	private Stream<ViewMappings> mappings() {
		ViewIntegration integration = this.unit.get();
		return (integration != null) ? integration.mappings().stream() : Stream.empty();
	}

}
