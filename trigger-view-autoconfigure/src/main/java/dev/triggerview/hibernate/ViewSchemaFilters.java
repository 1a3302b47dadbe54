package dev.triggerview.hibernate;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import dev.triggerview.view.View;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.Sequence;
import org.hibernate.mapping.Table;
import org.hibernate.tool.schema.spi.SchemaFilter;
import org.hibernate.tool.schema.spi.SchemaFilterProvider;
import org.jspecify.annotations.Nullable;

/**
 * Keeps {@code ddl-auto} away from views: no table is created, altered, emptied or
 * dropped in place of one, and a table that a view reads is not dropped with the view
 * unnoticed.
 */
final class ViewSchemaFilters implements SchemaFilterProvider {

	private static final Logger LOGGER = System.getLogger(ViewSchemaFilters.class.getName());

	private final @Nullable SchemaFilterProvider other;

	private final Supplier<@Nullable ViewIntegration> unit;

	/**
	 * @param other the filters of the application
	 * @param unit the persistence unit, which comes into being after the filters
	 */
	ViewSchemaFilters(@Nullable SchemaFilterProvider other, Supplier<@Nullable ViewIntegration> unit) {
		this.other = other;
		this.unit = unit;
	}

	@Override
	public SchemaFilter getCreateFilter() {
		return new Tables((this.other != null) ? this.other.getCreateFilter() : SchemaFilter.ALL, false);
	}

	@Override
	public SchemaFilter getDropFilter() {
		return new Tables((this.other != null) ? this.other.getDropFilter() : SchemaFilter.ALL, true);
	}

	@Override
	public SchemaFilter getTruncatorFilter() {
		return new Tables((this.other != null) ? this.other.getTruncatorFilter() : SchemaFilter.ALL, false);
	}

	@Override
	public SchemaFilter getMigrateFilter() {
		return new Tables((this.other != null) ? this.other.getMigrateFilter() : SchemaFilter.ALL, false);
	}

	@Override
	public SchemaFilter getValidateFilter() {
		return (this.other != null) ? this.other.getValidateFilter() : SchemaFilter.ALL;
	}

	private Optional<ViewMappings> mappings() {
		return Optional.ofNullable(this.unit.get()).flatMap(ViewIntegration::mappings);
	}

	private void noticeDrop(Table table) {
		List<View> views = mappings().map((known) -> known.reading(table)).orElse(List.of());
		if (views.isEmpty()) {
			return;
		}
		ViewIntegration owner = this.unit.get();
		ViewDropException problem = new ViewDropException(table.getName(),
				views.stream().map((view) -> view.name().toString()).collect(Collectors.toList()));
		if (owner != null && owner.allowsDrop()) {
			LOGGER.log(Level.WARNING, problem.getMessage());
			return;
		}
		throw problem;
	}

	private final class Tables implements SchemaFilter {

		private final SchemaFilter others;

		private final boolean drops;

		private Tables(SchemaFilter others, boolean drops) {
			this.others = others;
			this.drops = drops;
		}

		@Override
		public boolean includeNamespace(Namespace namespace) {
			return this.others.includeNamespace(namespace);
		}

		@Override
		public boolean includeSequence(Sequence sequence) {
			return this.others.includeSequence(sequence);
		}

		@Override
		public boolean includeTable(Table table) {
			boolean view = mappings().filter((known) -> known.isView(table) && !known.isCreatedByHibernate(table))
				.isPresent();
			boolean included = !view && this.others.includeTable(table);
			if (included && this.drops) {
				noticeDrop(table);
			}
			return included;
		}

	}

}
