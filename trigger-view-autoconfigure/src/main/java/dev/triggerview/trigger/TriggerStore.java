package dev.triggerview.trigger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The table {@value #TABLE}, in which triggers are kept that the database cannot keep by
 * itself: disabled ones where there is no such state, and the former ones of changes, to
 * roll them back. Its columns are short texts of plain characters, the same on every
 * database.
 */
public final class TriggerStore {

	/** The name of the table, never quoted. */
	public static final String TABLE = "TRIGGER_VIEW_STORE";

	private static final String DISABLED = "DISABLED";

	private static final String DECLARED = "DECLARED";

	private static final int CONTENT_LENGTH = 2000;

	private final TriggerDialect dialect;

	private final RelationName table;

	private final StoreHome home;

	private boolean found;

	/**
	 * Create a store for the table in a catalog and schema, {@code null} for the current
	 * ones. The table need not exist.
	 */
	public TriggerStore(TriggerDialect dialect, @Nullable String catalog, @Nullable String schema) {
		this.dialect = dialect;
		this.table = new RelationName(catalog, schema, TABLE);
		this.home = new StoreHome(dialect, catalog);
	}

	/**
	 * Return the triggers that are kept in the stores of all catalogs and schemas that
	 * the account may read, by one query: a store need not be in the schema of its
	 * triggers.
	 */
	static List<KeptTrigger> allKept(TriggerDialect dialect, Connection connection) throws SQLException {
		List<TriggerStore> stores = dialect.readable(connection, tables(connection, null, null))
			.stream()
			.map((found) -> new TriggerStore(dialect, found.catalog(), found.schema()))
			.toList();
		return kept(connection, stores, "");
	}

	/** Return whether the table exists; one that was found is not looked for again. */
	public boolean exists(Connection connection) throws SQLException {
		this.found = this.found || !tables(connection, this.table.catalog(), this.table.schema()).isEmpty();
		return this.found;
	}

	/** The driver takes an underscore for any character. */
	private static List<RelationName> tables(Connection connection, @Nullable String catalog, @Nullable String schema)
			throws SQLException {
		String name = connection.getMetaData().storesLowerCaseIdentifiers() ? TABLE.toLowerCase(Locale.ROOT) : TABLE;
		List<RelationName> tables = new ArrayList<>();
		try (ResultSet found = connection.getMetaData().getTables(catalog, schema, name, null)) {
			while (found.next()) {
				RelationName each = new RelationName(found.getString("TABLE_CAT"), found.getString("TABLE_SCHEM"),
						found.getString("TABLE_NAME"));
				if (TABLE.equalsIgnoreCase(each.name()) && (schema == null || schema.equals(each.schema()))) {
					tables.add(new RelationName(each.catalog(), each.schema(), TABLE));
				}
			}
		}
		return tables;
	}

	/** Return the statement that creates the table, which a script may have created. */
	public String create() {
		return """
				%s %s (
				PURPOSE VARCHAR(16) NOT NULL,
				SUBJECT VARCHAR(64) NOT NULL,
				PART INTEGER NOT NULL,
				CONTENT VARCHAR(%s) NOT NULL,
				PRIMARY KEY (PURPOSE, SUBJECT, PART))""".formatted(this.dialect.createTable(), table(), CONTENT_LENGTH);
	}

	/** Return whether a statement may read or write the table. */
	public boolean isIn(String statement) {
		return statement.contains(table());
	}

	/**
	 * Return what is known of a change of triggers.
	 * @param key tells the change from others; null for one that is not undone
	 * @throws SQLException if the store cannot be read
	 */
	public StoredChange<KeptTrigger> change(Connection connection, @Nullable String key) throws SQLException {
		return StoredChange.read(connection, this, key,
				new StoredChange.Form<>((one, other) -> one.isOf(other.trigger()), this::fingerprint,
						KeptTrigger::state, this::write, this::read));
	}

	/** A later change of the change set may have renamed it, or its table. */
	private String fingerprint(KeptTrigger trigger) {
		KeptTrigger here = this.home.leave(trigger);
		if (here.trigger().definition().isEmpty()) {
			return here.fingerprint();
		}
		KeptTrigger same = this.dialect.onto(this.dialect.renamedKept(here, TABLE), this.table);
		return same.with(TABLE, this.dialect.written(same.trigger().definition()), same.state()).fingerprint();
	}

	/**
	 * Return what is known of a change of functions.
	 * @param key tells the change from others; null for one that is not undone
	 * @throws SQLException if the store cannot be read
	 */
	public StoredChange<Function> changeOfFunctions(Connection connection, @Nullable String key) throws SQLException {
		boolean overloads = FunctionDialect.of(this.dialect.shortName()).filter(FunctionDialect::overloads).isPresent();
		return StoredChange.read(connection, this, key,
				new StoredChange.Form<>((one, other) -> !overloads || one.argumentTypes().equals(other.argumentTypes()),
						(function) -> NameLimit.sha256(this.home.leave(function).definition()), Function::remarks,
						(functions) -> KeptFunctions.write(functions.stream().map(this.home::leave).toList()),
						(text) -> KeptFunctions.read(text).stream().map(this.home::enter).toList()));
	}

	/**
	 * Return the statements that remember what a declaration has become in the catalog.
	 */
	public List<String> rememberDeclared(TriggerDefinition declared, List<KeptTrigger> created) {
		String names = KeptText.list(created.stream().map(KeptTrigger::name).toList());
		return put(DECLARED, subject(declared.name(), declared.table()), declaration(declared, created) + "|" + names);
	}

	/** Return what a declaration of this name became when it was last made. */
	public Remembered remembered(Connection connection, TriggerDefinition declared) throws SQLException {
		String text = exists(connection)
				? get(connection, subject(declared.name(), declared.table())).getOrDefault(DECLARED, "") : "";
		String[] parts = text.split("\\|", 2);
		return new Remembered(parts[0], (parts.length > 1) ? KeptText.list(parts[1]) : List.of());
	}

	/**
	 * Return whether triggers are what a declaration once became, and none has been
	 * changed by other means since.
	 */
	public boolean isDeclared(Remembered remembered, TriggerDefinition declared, List<KeptTrigger> present) {
		return remembered.hash().equals(declaration(declared, present));
	}

	/** Not every database has a word for the place in the statement. */
	private String declaration(TriggerDefinition declared, List<KeptTrigger> created) {
		StringBuilder text = new StringBuilder();
		Stream.ofNullable(declared.order().precedes()).forEach((next) -> text.append(next).append('/'));
		this.dialect.declared(declared).forEach((part) -> text.append(part.name()).append(part.fingerprint()));
		text.append('/');
		created.stream()
			.sorted((first, second) -> first.name().compareTo(second.name()))
			.forEach((part) -> text.append(part.name()).append(part.fingerprint()));
		return NameLimit.sha256(text.toString());
	}

	List<String> keep(KeptTrigger trigger) {
		return put(DISABLED, keptSubject(trigger.name(), trigger.table()), write(List.of(trigger)));
	}

	String forget(KeptTrigger trigger) {
		return forget(trigger.name(), trigger.table());
	}

	String forget(String trigger, RelationName table) {
		return delete(DISABLED, keptSubject(trigger, table));
	}

	/** Return the triggers of all tables that are kept. */
	List<KeptTrigger> kept(Connection connection) throws SQLException {
		return kept(connection, List.of(this), "");
	}

	/** Return the triggers of a table that are kept, in whatever case its name is. */
	List<KeptTrigger> kept(Connection connection, String relation) throws SQLException {
		return kept(connection, List.of(this), " AND SUBJECT LIKE '" + keptSubjects(relation) + "%'");
	}

	/** The subjects of the triggers of a table begin alike. */
	private String keptSubject(String trigger, RelationName table) {
		String own = subject(trigger, table);
		return keptSubjects(table.name()) + own.substring(own.length() / 2);
	}

	private static String keptSubjects(String relation) {
		String hash = subject(relation.toLowerCase(Locale.ROOT));
		return hash.substring(0, hash.length() / 2);
	}

	private static List<KeptTrigger> kept(Connection connection, List<TriggerStore> stores, String condition)
			throws SQLException {
		if (stores.isEmpty()) {
			return List.of();
		}
		Map<Kept, StringBuilder> contents = new LinkedHashMap<>();
		String query = IntStream.range(0, stores.size())
			.mapToObj((store) -> "SELECT " + store + " AS HOME, SUBJECT, PART, CONTENT FROM "
					+ stores.get(store).table() + " WHERE PURPOSE = '" + DISABLED + "'" + condition)
			.collect(Collectors.joining(" UNION ALL ", "", " ORDER BY 1, 2, 3"));
		try (var statement = connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
			while (rows.next()) {
				Kept kept = new Kept(stores.get(rows.getInt(1)), rows.getString(2));
				if (rows.getInt(3) == 0) {
					contents.put(kept, new StringBuilder());
				}
				String content = rows.getString(4);
				contents.computeIfPresent(kept, (each, before) -> before.append(content));
			}
		}
		return contents.entrySet()
			.stream()
			.flatMap((kept) -> kept.getKey().store().read(kept.getValue().toString()).stream())
			.toList();
	}

	/** Return what is kept of a subject, by its purpose. */
	Map<String, String> get(Connection connection, String subject) throws SQLException {
		Map<String, String> contents = new LinkedHashMap<>();
		String query = "SELECT PURPOSE, PART, CONTENT FROM " + table() + " WHERE SUBJECT = ? ORDER BY PURPOSE, PART";
		try (PreparedStatement statement = connection.prepareStatement(query)) {
			statement.setString(1, subject);
			try (ResultSet rows = statement.executeQuery()) {
				while (rows.next()) {
					String content = rows.getString(3);
					if (rows.getInt(2) == 0) {
						contents.put(rows.getString(1), content);
					}
					else {
						contents.computeIfPresent(rows.getString(1), (purpose, before) -> before + content);
					}
				}
			}
		}
		return contents;
	}

	List<String> put(String purpose, String subject, String content) {
		return Stream.concat(Stream.of(delete(purpose, subject)), insert(purpose, subject, content)).toList();
	}

	/**
	 * The first part comes last, so that what a script that is interrupted has put in is
	 * not taken for all.
	 */
	Stream<String> insert(String purpose, String subject, String content) {
		int parts = (content.length() + CONTENT_LENGTH - 1) / CONTENT_LENGTH;
		return IntStream.rangeClosed(1, parts)
			.map((part) -> parts - part)
			.mapToObj((part) -> "INSERT INTO %s (PURPOSE, SUBJECT, PART, CONTENT) VALUES ('%s', '%s', %s, '%s')"
				.formatted(table(), purpose, subject, part, content.substring(part * CONTENT_LENGTH,
						Math.min(content.length(), (part + 1) * CONTENT_LENGTH))));
	}

	String delete(String purpose, String subject) {
		return "DELETE FROM %s WHERE PURPOSE = '%s' AND SUBJECT = '%s'".formatted(table(), purpose, subject);
	}

	String delete(String subject) {
		return "DELETE FROM %s WHERE SUBJECT = '%s'".formatted(table(), subject);
	}

	private String subject(String trigger, RelationName relation) {
		return subject(this.dialect.qualified(this.home.leave(relation)) + "." + this.dialect.quote(trigger));
	}

	private String write(List<KeptTrigger> triggers) {
		return KeptText.write(triggers.stream().map(this.home::leave).toList());
	}

	private List<KeptTrigger> read(String text) {
		return KeptText.read(text).stream().map(this.home::enter).toList();
	}

	private static String subject(String text) {
		return NameLimit.sha256(text);
	}

	private String table() {
		String quoted = this.dialect.qualified(this.table);
		return quoted.substring(0, quoted.length() - this.dialect.quote(TABLE).length()) + TABLE;
	}

	@Override
	public String toString() {
		return Objects.toString(this.table);
	}

	/**
	 * What a declaration became in the catalog.
	 *
	 * @param hash tells the declaration and its triggers from others
	 * @param names the names of the triggers, which may have had other events
	 */
	public record Remembered(String hash, List<String> names) {

	}

	/** What a store keeps in one or several parts. */
	private record Kept(TriggerStore store, String subject) {

	}

}
