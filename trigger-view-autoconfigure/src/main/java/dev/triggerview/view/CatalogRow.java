package dev.triggerview.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.triggerview.trigger.RelationKind;
import dev.triggerview.trigger.RelationName;
import dev.triggerview.trigger.TriggerEvent;
import org.jspecify.annotations.Nullable;

/**
 * A row of the catalog query: a table or view, a column of a view, or a relation that a
 * view reads.
 *
 * @param entry what the row tells
 * @param relation the table or view that it is about
 * @param visible whether its name alone, without the schema, means it
 * @param kind what it is, null for a column or a relation that is read
 * @param definition its query
 * @param writable what the database itself passes on to a table
 * @param insteadOf the events of its triggers
 * @param otherSchema the schema of the relation that it reads
 * @param otherName the relation that it reads, or the column
 * @param position the place of the column
 * @param type the type of the column
 * @param size its length or precision
 * @param scale its digits after the decimal point
 * @param nullable whether it allows nulls
 */
record CatalogRow(Entry entry, RelationName relation, boolean visible, @Nullable RelationKind kind,
		@Nullable String definition, Set<TriggerEvent> writable, Set<TriggerEvent> insteadOf,
		@Nullable String otherSchema, @Nullable String otherName, int position, @Nullable String type, OptionalInt size,
		OptionalInt scale, boolean nullable) {

	private static final Pattern EVENT = Pattern.compile("\\b(INSERT|UPDATE|DELETE)\\b", Pattern.CASE_INSENSITIVE);

	/** Read a row. HSQLDB fills literals of a union with blanks up to the longest. */
	static CatalogRow of(ResultSet row) throws SQLException {
		String kind = row.getString("kind");
		return new CatalogRow(Entry.valueOf(row.getString("entry").strip()),
				RelationName.of(row.getString("schema_name"), row.getString("relation_name")),
				row.getInt("visible") == 1, (kind != null) ? RelationKind.valueOf(kind.strip()) : null,
				row.getString("definition"), events(row.getString("writable")), events(row.getString("instead_of")),
				row.getString("other_schema"), row.getString("other_name"), row.getInt("position"),
				row.getString("type_name"), number(row, "type_size"), number(row, "type_scale"),
				row.getInt("nullable") == 1);
	}

	private static OptionalInt number(ResultSet row, String column) throws SQLException {
		long value = row.getLong(column);
		return (row.wasNull() || value > Integer.MAX_VALUE) ? OptionalInt.empty() : OptionalInt.of((int) value);
	}

	private static Set<TriggerEvent> events(@Nullable String text) {
		Set<TriggerEvent> events = EnumSet.noneOf(TriggerEvent.class);
		if (text == null) {
			return events;
		}
		Matcher matcher = EVENT.matcher(text);
		while (matcher.find()) {
			events.add(TriggerEvent.valueOf(matcher.group().toUpperCase(Locale.ROOT)));
		}
		return events;
	}

	ViewColumn column() {
		String name = Optional.ofNullable(this.otherName).orElseThrow();
		String typeName = (this.type != null) ? this.type : "";
		return new ViewColumn(name, typeName, ColumnTypes.jdbcType(typeName), this.size, this.scale, this.nullable);
	}

	RelationName other() {
		return RelationName.of(this.otherSchema, Optional.ofNullable(this.otherName).orElseThrow());
	}

	enum Entry {

		TABLE, VIEW, COLUMN, READS

	}

}
