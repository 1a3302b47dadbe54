package dev.triggerview.actuate;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.triggerview.trigger.RelationKind;
import dev.triggerview.trigger.RelationName;
import dev.triggerview.view.View;
import dev.triggerview.view.ViewCatalog;
import dev.triggerview.view.ViewColumn;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;

/**
 * Shows the views of every data source as they are in the database now. It reads the
 * catalog, with one query for a data source, and never rows; it changes nothing.
 */
@Endpoint(id = "views", defaultAccess = Access.READ_ONLY)
public final class ViewsEndpoint {

	private final Catalogs<ViewCatalog> catalogs;

	/**
	 * Create the endpoint.
	 * @param catalogs the catalogs by the name of their data source, in the order in
	 * which they are shown
	 */
	public ViewsEndpoint(Map<String, ViewCatalog> catalogs) {
		this.catalogs = new Catalogs<>(catalogs);
	}

	/** Return all views. */
	@ReadOperation
	public ViewsDescriptor views() {
		return read(ViewCatalog::views);
	}

	/**
	 * Return the views of a name, several where several schemas have one of that name.
	 * @param name the name exactly as the database has it
	 * @return the views, or {@code null}, which is answered with 404, if all data sources
	 * could be read and none has a view of that name
	 */
	@ReadOperation
	public @Nullable ViewsDescriptor viewsNamed(@Selector String name) {
		ViewsDescriptor found = read(
				(catalog) -> catalog.views().stream().filter((view) -> view.name().name().equals(name)).toList());
		return found.isEmpty() ? null : found;
	}

	private ViewsDescriptor read(Function<ViewCatalog, List<View>> reading) {
		return new ViewsDescriptor(this.catalogs.read(reading.andThen(DataSourceViews::of),
				(problem) -> new DataSourceViews(List.of(), problem)));
	}

	/**
	 * The views of an application.
	 *
	 * @param dataSources the views by the name of their data source
	 */
	public record ViewsDescriptor(Map<String, DataSourceViews> dataSources) implements OperationResponseBody {

		private boolean isEmpty() {
			return this.dataSources.values()
				.stream()
				.allMatch((dataSource) -> dataSource.problem() == null && dataSource.views().isEmpty());
		}

	}

	/**
	 * The views of a data source.
	 *
	 * @param views the views, ordered by schema and name
	 * @param problem why the views are not known, {@code null} if they are
	 */
	public record DataSourceViews(List<ViewDescriptor> views, @Nullable String problem) {

		static DataSourceViews of(List<View> views) {
			return new DataSourceViews(views.stream().map(ViewDescriptor::of).toList(), null);
		}

	}

	/**
	 * A view.
	 *
	 * @param name the name of the view
	 * @param schema its schema, {@code null} where the database has none
	 * @param kind whether its rows are stored
	 * @param columns the columns in their order
	 * @param reads the tables and views that it names, ordered by name
	 * @param insertable whether rows can be inserted
	 * @param updatable whether rows can be updated
	 * @param deletable whether rows can be deleted
	 * @param definition its definition, {@code null} where the account may not see it
	 */
	public record ViewDescriptor(String name, @Nullable String schema, RelationKind kind,
			List<ColumnDescriptor> columns, List<String> reads, boolean insertable, boolean updatable,
			boolean deletable, @Nullable String definition) {

		static ViewDescriptor of(View view) {
			return new ViewDescriptor(view.name().name(), view.name().schema(), view.kind(),
					view.columns().stream().map(ColumnDescriptor::of).toList(),
					view.reads().stream().map(RelationName::toString).sorted().toList(), view.insertable(),
					view.updatable(), view.deletable(), view.definition().orElse(null));
		}

	}

	/**
	 * A column of a view.
	 *
	 * @param name the name of the column
	 * @param type the type by the database's own name, with size and scale
	 */
	public record ColumnDescriptor(String name, String type) {

		static ColumnDescriptor of(ViewColumn column) {
			return new ColumnDescriptor(column.name(), column.typeWithSize());
		}

	}

}
