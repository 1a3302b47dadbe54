package dev.triggerview.liquibase;

import java.util.List;

import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;

/** A database of each kind with triggers and functions of every form that it has. */
final class TriggerFixtures {

	private static final List<String> TABLES = List.of(
			"create table account (id int not null primary key, owner varchar(50), balance int, changed varchar(50))",
			"create table entry (id int not null primary key, account_id int, note varchar(200))",
			"create table log (message varchar(200))");

	private TriggerFixtures() {
	}

	static boolean isEmpty(FreshDatabase database) {
		try {
			return database.value("select count(*) from account") == null;
		}
		catch (IllegalStateException ex) {
			return true;
		}
	}

	static void createTables(FreshDatabase database) {
		TABLES.forEach(database::execute);
		database.execute("create view rich as select id, owner from account where balance > 100");
	}

	static void create(FreshDatabase database) {
		createTables(database);
		triggers(database).forEach(database::execute);
	}

	/**
	 * Make two triggers and, where there are functions, one function other than they
	 * were.
	 */
	static void change(FreshDatabase database) {
		List<String> changes = switch (database.kind()) {
			case POSTGRESQL, POSTGRESQL_14 -> List.of("alter table account enable trigger cond",
					"create or replace trigger touch before insert or update on entry for each row execute function audit()",
					"comment on trigger touch on account is 'other'",
					"create or replace function fee(amount int) returns int language sql immutable as 'select amount'");
			case MARIADB, MARIADB_10_6,
					MYSQL ->
				List.of("drop trigger touch",
						"create trigger touch before insert on account for each row set new.changed = 'other'",
						"drop function entries", "create function entries() returns int no sql return 1");
			case H2 -> List.of("drop trigger source", "comment on trigger touch is 'other'",
					"create trigger source before update on entry for each row call 'dev.triggerview.liquibase.Silent'",
					"drop alias fee", "create alias fee as 'int fee(int amount) { return amount; }'",
					"comment on alias fee is 'it''s'");
			case HSQLDB -> List.of("drop trigger touch",
					"create trigger touch before insert on account referencing new row as fresh for each row"
							+ " set fresh.changed = 'other'",
					"drop function entries", "create function entries() returns int return 1");
			case SQLITE -> List.of("drop trigger touch",
					"create trigger touch after update on account begin delete from log; end");
			case SQL_SERVER -> List.of("enable trigger cond on account", "drop trigger touch",
					"create trigger touch on account after insert as update account set changed = 'other' where 1 = 0",
					"drop function fee", "create function fee(@amount int) returns int as begin return @amount; end");
			case ORACLE -> List.of("alter trigger b_first enable",
					"create or replace trigger touch before insert on account for each row"
							+ " begin :new.changed := 'other'; end;",
					"create or replace function fee(amount in number) return number is begin return amount; end;");
			case DB2 -> List.of("drop trigger touch",
					"create trigger touch before insert on account referencing new as n for each row"
							+ " set n.changed = 'other'",
					"comment on trigger touch is 'other'", "drop function fee(int)",
					"create function fee(amount int) returns int language sql return amount");
		};
		changes.forEach(database::execute);
	}

	/** Drop the view with its trigger. */
	static void dropView(FreshDatabase database) {
		if (!database.is(TestDatabase.MARIADB, TestDatabase.MYSQL)) {
			database.execute(
					database.is(TestDatabase.POSTGRESQL) ? "drop trigger through on rich" : "drop trigger through");
		}
		database.execute("drop view rich");
	}

	private static List<String> triggers(FreshDatabase database) {
		return switch (database.kind()) {
			case POSTGRESQL, POSTGRESQL_14 -> postgreSql();
			case MARIADB, MARIADB_10_6 -> mariaDb();
			case MYSQL -> mariaDb().stream().filter((sql) -> !sql.startsWith("create aggregate")).toList();
			case H2 -> h2();
			case HSQLDB -> hsqldb();
			case SQLITE -> sqlite();
			case SQL_SERVER -> sqlServer();
			case ORACLE -> oracle();
			case DB2 -> db2();
		};
	}

	private static List<String> postgreSql() {
		return List.of("create function fee(amount int) returns int language sql immutable as 'select amount / 100'",
				"create function fee(amount text, \"of what\" text default 'x(y)') returns text language plpgsql as"
						+ " $f$ declare plus text := $$ it's $$; begin return amount || plus; end $f$",
				"comment on function fee(int) is 'the fee''s amount'",
				"comment on function fee(text, text) is 'the fee; of what'",
				"create function zz_rate() returns int language sql as 'select 1'",
				"create function aa_rate() returns int language sql as 'select zz_rate() + 1'",
				"create aggregate total(int) (sfunc = int4pl, stype = int)",
				"create function audit() returns trigger language plpgsql as $$ begin"
						+ " insert into log values (tg_name || ':' || tg_op || ':' || coalesce(tg_argv[0], '-'));"
						+ " return case when tg_op = 'DELETE' then old else new end; end $$",
				"create trigger touch before insert on account for each row execute function audit('account', 'it''s, b')",
				"create trigger touch before insert on entry for each row execute function audit()",
				"create trigger \"Mixed one\" after update of owner, balance or delete on account for each row"
						+ " execute function audit('x')",
				"create trigger cond before update on account for each row"
						+ " when (old.balance is distinct from new.balance) execute function audit()",
				"create trigger stmt after insert on account referencing new table as fresh for each statement"
						+ " execute function audit()",
				"create trigger cut before truncate on entry for each statement execute function audit()",
				"create constraint trigger late after insert on entry deferrable initially deferred for each row"
						+ " execute function audit()",
				"create trigger through instead of insert or update or delete on rich for each row"
						+ " execute function audit()",
				"alter table account disable trigger cond", "alter table entry enable always trigger touch",
				"alter table account enable replica trigger stmt",
				"comment on trigger touch on account is 'keeps x!{y} in mind'");
	}

	private static List<String> mariaDb() {
		return List.of(
				"create function fee(amount int, what varchar(10) charset latin1) returns varchar(20) charset utf8mb4"
						+ " deterministic no sql comment 'it''s' return concat(amount, what)",
				"create function entries() returns int reads sql data begin declare n int;"
						+ " select count(*) into n from entry; return n; end",
				"create aggregate function total(x int) returns int begin declare s int default 0;"
						+ " declare continue handler for not found return s;"
						+ " loop fetch group next row; set s = s + x; end loop; end",
				"create trigger touch before insert on account for each row set new.changed = 'a;b'",
				"create trigger b_first before update on account for each row begin"
						+ " if new.balance < 0 then set new.balance = 0; end if; end",
				"create trigger a_second before update on account for each row"
						+ " set new.changed = case when new.balance > 5 then fee(1, 'x') else 'y' end",
				"create trigger c_zeroth before update on account for each row precedes b_first set new.owner = 'c'",
				"create trigger `Mixed one` after delete on account for each row begin"
						+ " insert into log values (concat('x!{y}', old.id)); end");
	}

	private static List<String> h2() {
		return List.of("create alias fee as 'int fee(int amount) { return amount / 100; }'",
				"create alias digits deterministic for 'java.lang.Integer.parseInt(java.lang.String)'",
				"comment on alias fee is 'it''s'",
				"create trigger touch before insert, update on account for each row call 'dev.triggerview.liquibase.Silent'",
				"create trigger \"Mixed one\" after delete on account queue 10 nowait call 'dev.triggerview.liquibase.Silent'",
				"create trigger through instead of insert on rich for each row call 'dev.triggerview.liquibase.Silent'",
				"create trigger source before insert on entry for each row as 'org.h2.api.Trigger create() {"
						+ " return new org.h2.api.Trigger() { public void fire(java.sql.Connection c, Object[] o,"
						+ " Object[] n) { n[2] = \"it''s\"; } }; }'",
				"comment on trigger touch is 'it''s'", "comment on trigger source is 'it''s; more'");
	}

	private static List<String> hsqldb() {
		return List.of("create function fee(amount int) returns int return amount / 100",
				"create function fee(amount varchar(10), what varchar(10)) returns varchar(30) return amount || what",
				"create function entries() returns int reads sql data return (select count(*) from entry)",
				"create function zz_rate() returns int return 1",
				"create function aa_rate() returns int return zz_rate() + 1",
				"create aggregate function total(in x int, in flag boolean, inout r int, inout c int) returns int"
						+ " contains sql begin atomic if flag then return r; else set r = coalesce(r, 0) + x;"
						+ " return null; end if; end",
				"create trigger touch before insert on account referencing new row as fresh for each row"
						+ " set fresh.changed = 'it''s'",
				"create trigger b_first after update of owner, balance on account"
						+ " referencing old row as o new row as n for each row when (o.balance <> n.balance)"
						+ " begin atomic insert into log values (n.owner || fee(n.balance)); end",
				"create trigger a_second after update on account referencing new row as n for each row"
						+ " insert into log values ('second')",
				"create trigger c_zeroth after update on account before b_first referencing new row as n for each row"
						+ " insert into log values ('zeroth')",
				"create trigger \"Mixed one\" after delete on account for each statement insert into log values ('d')",
				"create trigger through instead of insert on rich referencing new row as n for each row"
						+ " insert into account (id, owner) values (n.id, n.owner)");
	}

	private static List<String> sqlite() {
		return List.of(
				"create trigger touch after insert on account begin -- why\n update account set changed = 'a;b'"
						+ " where id = new.id; end",
				"CREATE TRIGGER \"Mixed one\" BEFORE UPDATE OF owner, balance ON account FOR EACH ROW"
						+ " WHEN new.balance < 0 BEGIN\nSELECT CASE WHEN new.owner IS NULL THEN RAISE(ABORT, 'it''s') END;\nEND",
				"create trigger through instead of insert on rich begin"
						+ " insert into account (id, owner) values (new.id, new.owner); end",
				"create trigger braces after delete on account begin insert into log values ('x!{y}'); end");
	}

	private static List<String> sqlServer() {
		return List.of("create function fee(@amount int) returns int as begin return @amount / 100; end",
				"create function zz_rate() returns int as begin return 1; end",
				"create function aa_rate() returns int as begin return dbo.zz_rate() + 1; end",
				"create function entries(@least int) returns table as return"
						+ " (select id from dbo.entry where account_id >= @least)",
				"create trigger touch on account after insert as begin set nocount on;"
						+ " update account set changed = 'it''s; b' where id in (select id from inserted); end",
				"create trigger [Mixed one] on account after update, delete as begin set nocount on;"
						+ " insert into log select 'x!{y}' + owner from deleted; end",
				"create trigger cond on account after update as"
						+ " if update(balance) insert into log select cast(dbo.fee(balance) as varchar(20)) from inserted",
				"create trigger through on rich instead of insert as"
						+ " insert into account (id, owner) select id, owner from inserted",
				"disable trigger cond on account");
	}

	/** The compound trigger is one of several moments. */
	private static List<String> oracle() {
		return List.of("create function fee(amount in number) return number is begin return trunc(amount / 100); end;",
				"create function zz_rate return number is begin return 1; end;",
				"create function aa_rate return number is begin return zz_rate + 1; end;",
				"create trigger touch before insert on account for each row begin :new.changed := 'it''s; b'; end;",
				"create trigger b_first after update of owner, balance on account for each row"
						+ " when (old.balance <> new.balance) begin insert into log values (:new.owner || aa_rate); end;",
				"create trigger a_second after update on account for each row follows b_first"
						+ " begin insert into log values ('second'); end;",
				"create trigger \"Mixed one\" after delete on account begin insert into log values ('x!{y}'); end;",
				"create trigger moments for insert or update on entry compound trigger"
						+ " before each row is begin :new.note := 'it''s'; end before each row;"
						+ " after statement is begin insert into log values ('after'); end after statement; end moments;",
				"create trigger through instead of insert on rich"
						+ " begin insert into account (id, owner) values (:new.id, :new.owner); end;",
				"alter trigger b_first disable");
	}

	/**
	 * No function calls another: a name without schema is looked for in the schema of the
	 * account, which is not that of the test.
	 */
	private static List<String> db2() {
		return List.of(
				"create function fee(amount int) returns int language sql deterministic no external action contains sql"
						+ " return amount / 100",
				"create function fee(amount varchar(10), what varchar(10)) returns varchar(30) language sql"
						+ " return amount || what",
				"comment on function fee(varchar(10), varchar(10)) is 'it''s'",
				"create trigger touch before insert on account referencing new as n for each row"
						+ " set n.changed = 'it''s; b'",
				"create trigger b_first after update of owner, balance on account referencing old as o new as n"
						+ " for each row when (o.balance <> n.balance)"
						+ " begin atomic insert into log values (n.owner || 'x!{y}'); end",
				"create trigger \"Mixed one\" after delete on account referencing old table as gone for each statement"
						+ " insert into log select owner from gone",
				"create trigger either_one after insert or update on entry for each row"
						+ " begin insert into log values ('either'); end",
				"create trigger through instead of insert on rich referencing new as n for each row"
						+ " insert into account (id, owner) values (n.id, n.owner)",
				"comment on trigger touch is 'it''s'");
	}

}
