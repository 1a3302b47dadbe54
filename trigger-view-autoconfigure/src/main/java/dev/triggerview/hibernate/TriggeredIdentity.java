package dev.triggerview.hibernate;

import java.util.List;

import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.generator.EventType;
import org.hibernate.generator.Generator;
import org.hibernate.generator.GeneratorCreationContext;
import org.hibernate.id.IdentityGenerator;
import org.hibernate.id.insert.GetGeneratedKeysDelegate;
import org.hibernate.id.insert.InsertGeneratedIdentifierDelegate;
import org.hibernate.mapping.GeneratorCreator;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.SimpleValue;
import org.hibernate.persister.entity.EntityPersister;

/**
 * The key that a table gives to a row which an {@code INSTEAD OF} trigger inserts. The
 * trigger tells it in its new row, which PostgreSQL and H2 return if they are asked for
 * the column by its name. The others tell nothing, or the key of an earlier row (SQLite,
 * last_insert_rowid).
 */
final class TriggeredIdentity extends IdentityGenerator {

	private static final long serialVersionUID = 1L;

	private static final List<Class<? extends Dialect>> TELLING = List.of(PostgreSQLDialect.class, H2Dialect.class);

	private final Class<?> type;

	private TriggeredIdentity(Class<?> type) {
		this.type = type;
	}

	/**
	 * Replaces the generator of an entity, if that is the identity of its table.
	 */
	static void replace(PersistentClass entity, Dialect dialect) {
		if (entity.getIdentifier() instanceof SimpleValue identifier
				&& identifier.getCustomIdGeneratorCreator() != null) {
			GeneratorCreator usual = identifier.getCustomIdGeneratorCreator();
			identifier.setCustomIdGeneratorCreator((context) -> create(usual, context, entity, dialect));
		}
	}

	private static Generator create(GeneratorCreator usual, GeneratorCreationContext context, PersistentClass entity,
			Dialect dialect) {
		Generator generator = usual.createGenerator(context);
		if (!(generator instanceof IdentityGenerator identity)) {
			return generator;
		}
		if (TELLING.stream().noneMatch((known) -> known.isInstance(dialect))) {
			String database = dialect.getClass().getSimpleName().replace("Dialect", "");
			throw new UntoldIdentityException(entity.getEntityName(), entity.getTable().getName(), database);
		}
		return new TriggeredIdentity(identity.getGeneratedType());
	}

	@Override
	public Class<?> getGeneratedType() {
		return this.type;
	}

	@Override
	public InsertGeneratedIdentifierDelegate getGeneratedIdentifierDelegate(EntityPersister persister) {
		return new GetGeneratedKeysDelegate(persister, false, EventType.INSERT);
	}

}
