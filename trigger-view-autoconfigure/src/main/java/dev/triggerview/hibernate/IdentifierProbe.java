package dev.triggerview.hibernate;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.triggerview.view.Relations;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Column;

/**
 * Looks for rows of a view that share an identifier. Of these Hibernate returns the first
 * one repeated.
 */
final class IdentifierProbe {

	private static final int SAMPLES = 3;

	private final Dialect dialect;

	private final SqlStringGenerationContext sql;

	private final AnnotationNames names;

	private final Connection connection;

	IdentifierProbe(Metadata metadata, SqlStringGenerationContext sql, Relations relations, Connection connection) {
		this.sql = sql;
		this.dialect = metadata.getDatabase().getDialect();
		this.names = new AnnotationNames(metadata, relations);
		this.connection = connection;
	}

	List<ViewProblem> problems(List<MappedView> views) throws SQLException {
		List<ViewProblem> problems = new ArrayList<>();
		for (MappedView view : views) {
			List<String> samples = view.view().isPresent() ? repeated(view) : List.of();
			if (!samples.isEmpty()) {
				problems.add(problem(view, samples));
			}
		}
		return problems;
	}

	private List<String> repeated(MappedView view) throws SQLException {
		String columns = columns(view);
		String sql = "select " + columns + " from " + this.sql.format(view.entity().getTable().getQualifiedTableName())
				+ " group by " + columns + " having count(*) > 1";
		List<String> samples = new ArrayList<>();
		try (Statement statement = this.connection.createStatement()) {
			statement.setMaxRows(SAMPLES);
			try (ResultSet row = statement.executeQuery(sql)) {
				while (row.next()) {
					samples.add(text(row));
				}
			}
		}
		return samples;
	}

	private String columns(MappedView view) {
		return view.entity()
			.getIdentifier()
			.getColumns()
			.stream()
			.map((column) -> column.getQuotedName(this.dialect))
			.collect(Collectors.joining(", "));
	}

	private static String text(ResultSet row) throws SQLException {
		List<String> values = new ArrayList<>();
		for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
			values.add(String.valueOf(row.getObject(column)));
		}
		return (values.size() == 1) ? values.get(0) : values.toString();
	}

	private ViewProblem problem(MappedView view, List<String> samples) {
		String identifier = view.entity()
			.getIdentifier()
			.getColumns()
			.stream()
			.map(Column::getName)
			.collect(Collectors.joining(", "));
		return new ViewProblem(view.entityName(), view.viewName(),
				"identifier " + identifier + " is not unique in view " + view.viewName() + ": several rows have "
						+ String.join(", ", samples),
				"Add a unique column to the view and map @Id to it:\n\n    select row_number() over () as id, ...\n\n"
						+ "or read the rows as records, which need no identifier:\n\n    "
						+ this.names.view(view.name()) + "\n    interface " + view.simpleName()
						+ "Rows extends RecordRepository<" + view.simpleName() + "Row> {\n    }");
	}

}
