package dev.triggerview.hibernate;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

import dev.triggerview.testing.TestDatabase;
import org.h2.api.Trigger;

/** The {@code INSTEAD OF} triggers of the view resident, on each database. */
final class ResidentTriggers {

	private ResidentTriggers() {
	}

	static List<String> of(TestDatabase database) {
		return switch (database) {
			case POSTGRESQL -> List.of("""
					create function write_resident() returns trigger language plpgsql as $$
					begin
					  if tg_op = 'INSERT' then
					    insert into person values (new.id, new.name);
					    insert into address values (new.id, new.city);
					    return new;
					  elsif tg_op = 'UPDATE' then
					    update person set name = new.name where id = old.id;
					    update address set city = new.city where person_id = old.id;
					    return new;
					  end if;
					  delete from address where person_id = old.id;
					  delete from person where id = old.id;
					  return old;
					end $$""", """
					create trigger write_resident instead of insert or update or delete on resident
					for each row execute function write_resident()""");
			case SQLITE -> List.of("""
					create trigger resident_insert instead of insert on resident begin
					  insert into person values (new.id, new.name);
					  insert into address values (new.id, new.city);
					end""", """
					create trigger resident_update instead of update on resident begin
					  update person set name = new.name where id = old.id;
					  update address set city = new.city where person_id = old.id;
					end""", """
					create trigger resident_delete instead of delete on resident begin
					  delete from address where person_id = old.id;
					  delete from person where id = old.id;
					end""");
			case H2 -> List
				.of("create trigger write_resident instead of insert, update, delete on resident for each row call '"
						+ H2Trigger.class.getName() + "'");
			case HSQLDB -> List.of("""
					create trigger resident_insert instead of insert on resident
					referencing new row as n for each row begin atomic
					  insert into person values (n.id, n.name);
					  insert into address values (n.id, n.city);
					end""", """
					create trigger resident_update instead of update on resident
					referencing new row as n old row as o for each row begin atomic
					  update person set name = n.name where id = o.id;
					  update address set city = n.city where person_id = o.id;
					end""", """
					create trigger resident_delete instead of delete on resident
					referencing old row as o for each row begin atomic
					  delete from address where person_id = o.id;
					  delete from person where id = o.id;
					end""");
			default -> throw new IllegalArgumentException(database + " has no INSTEAD OF triggers");
		};
	}

	/** The triggers of H2, which are written in Java. */
	public static class H2Trigger implements Trigger {

		@Override
		public void fire(Connection connection, Object[] oldRow, Object[] newRow) throws SQLException {
			if (oldRow != null) {
				run(connection, "delete from address where person_id = ?", oldRow[0]);
				run(connection, "delete from person where id = ?", oldRow[0]);
			}
			if (newRow != null) {
				run(connection, "insert into person values (?, ?)", newRow[0], newRow[1]);
				run(connection, "insert into address values (?, ?)", newRow[0], newRow[2]);
			}
		}

		private static void run(Connection connection, String sql, Object... values) throws SQLException {
			try (PreparedStatement statement = connection.prepareStatement(sql)) {
				for (int index = 0; index < values.length; index++) {
					statement.setObject(index + 1, values[index]);
				}
				statement.execute();
			}
		}

	}

}
