package dev.triggerview.hibernate;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import dev.triggerview.testing.TestDatabase;
import org.h2.api.Trigger;

/**
 * The {@code INSTEAD OF} triggers of views of one table each: documents have versions,
 * notes an identity, tags nothing but an identifier.
 */
final class InsteadOfTriggers {

	private InsteadOfTriggers() {
	}

	static List<String> of(TestDatabase database) {
		return switch (database) {
			case POSTGRESQL -> List.of("""
					create function write_document() returns trigger language plpgsql as $$
					begin
					  if tg_op = 'DELETE' then
					    delete from document where id = old.id;
					    return old;
					  end if;
					  update document set title = new.title, version = new.version where id = old.id;
					  return new;
					end $$""", """
					create trigger write_document instead of update or delete on document_view
					for each row execute function write_document()""", """
					create function write_note() returns trigger language plpgsql as $$
					begin
					  insert into note (text) values (new.text) returning id into new.id;
					  return new;
					end $$""", """
					create trigger write_note instead of insert on note_view
					for each row execute function write_note()""", """
					create function write_tag() returns trigger language plpgsql as $$
					begin
					  insert into tag values (new.id);
					  return new;
					end $$""", """
					create trigger write_tag instead of insert on tag_view
					for each row execute function write_tag()""");
			case SQLITE -> List.of("""
					create trigger document_update instead of update on document_view begin
					  update document set title = new.title, version = new.version where id = old.id;
					end""", """
					create trigger document_delete instead of delete on document_view begin
					  delete from document where id = old.id;
					end""", """
					create trigger note_insert instead of insert on note_view begin
					  insert into note (text) values (new.text);
					end""", """
					create trigger tag_insert instead of insert on tag_view begin
					  insert into tag values (new.id);
					end""");
			case H2 -> List.of(java("update, delete", "document_view", WriteDocument.class),
					java("insert", "note_view", WriteNote.class), java("insert", "tag_view", WriteTag.class));
			case HSQLDB -> List.of("""
					create trigger document_update instead of update on document_view
					referencing new row as n old row as o for each row begin atomic
					  update document set title = n.title, version = n.version where id = o.id;
					end""", """
					create trigger document_delete instead of delete on document_view
					referencing old row as o for each row begin atomic
					  delete from document where id = o.id;
					end""", """
					create trigger note_insert instead of insert on note_view
					referencing new row as n for each row begin atomic
					  insert into note (text) values (n.text);
					end""", """
					create trigger tag_insert instead of insert on tag_view
					referencing new row as n for each row begin atomic
					  insert into tag values (n.id);
					end""");
			default -> throw new IllegalArgumentException(database + " has no INSTEAD OF triggers");
		};
	}

	private static String java(String events, String view, Class<?> trigger) {
		return "create trigger write_" + view + " instead of " + events + " on " + view + " for each row call '"
				+ trigger.getName() + "'";
	}

	/** Writes documents. */
	public static class WriteDocument implements Trigger {

		@Override
		public void fire(Connection connection, Object[] oldRow, Object[] newRow) throws SQLException {
			String sql = (newRow != null) ? "update document set title = ?2, version = ?3 where id = ?1"
					: "delete from document where id = ?1";
			try (PreparedStatement statement = connection.prepareStatement(sql)) {
				statement.setObject(1, oldRow[0]);
				if (newRow != null) {
					statement.setObject(2, newRow[1]);
					statement.setObject(3, newRow[2]);
				}
				statement.execute();
			}
		}

	}

	/** Writes notes, and tells their key. */
	public static class WriteNote implements Trigger {

		@Override
		public void fire(Connection connection, Object[] oldRow, Object[] newRow) throws SQLException {
			try (PreparedStatement insert = connection.prepareStatement("insert into note (text) values (?)",
					Statement.RETURN_GENERATED_KEYS)) {
				insert.setObject(1, newRow[1]);
				insert.executeUpdate();
				try (ResultSet keys = insert.getGeneratedKeys()) {
					keys.next();
					newRow[0] = keys.getLong(1);
				}
			}
		}

	}

	/** Writes tags. */
	public static class WriteTag implements Trigger {

		@Override
		public void fire(Connection connection, Object[] oldRow, Object[] newRow) throws SQLException {
			try (PreparedStatement insert = connection.prepareStatement("insert into tag values (?)")) {
				insert.setObject(1, newRow[0]);
				insert.execute();
			}
		}

	}

}
