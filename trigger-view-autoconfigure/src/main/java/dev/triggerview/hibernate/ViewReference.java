package dev.triggerview.hibernate;

import java.util.function.Consumer;

import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.sql.ast.tree.from.NamedTableReference;
import org.hibernate.sql.ast.tree.from.TableReference;

/**
 * A view in a query. The query concerns the tables that the view reads as well, also
 * where it comes to the view by an association, of which Hibernate notes the name only.
 */
final class ViewReference extends NamedTableReference {

	private final EntityPersister view;

	private ViewReference(String name, String alias, EntityPersister view) {
		super(name, alias);
		this.view = view;
	}

	static TableReference of(TableReference reference, EntityPersister view) {
		return (reference.getClass() == NamedTableReference.class)
				? new ViewReference(reference.getTableId(), reference.getIdentificationVariable(), view) : reference;
	}

	@Override
	public void applyAffectedTableNames(Consumer<String> names) {
		super.applyAffectedTableNames(names);
		for (Object space : this.view.getQuerySpaces()) {
			names.accept((String) space);
		}
	}

}
