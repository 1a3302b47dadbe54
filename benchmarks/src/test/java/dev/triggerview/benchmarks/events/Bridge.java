package dev.triggerview.benchmarks.events;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

import javax.sql.DataSource;

import dev.triggerview.benchmarks.VariantsDisagreeException;
import org.hibernate.audit.DefaultChangelog;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The ways to hear of the rows that Hibernate writes. */
public enum Bridge {

	NONE("no bridge", Account::new, (context) -> Bridge.UNTOLD),

	UNUSED("bridge, nobody listens", Account::new, (context) -> Bridge.UNTOLD),

	ROW_LISTENER("one row listener", Account::new, Bridge::heardInMemory, Listeners.Row.class),

	TEN_ROW_LISTENERS("ten row listeners", Account::new, (context) -> heardInMemory(context) / 10,
			Listeners.TenRows.class),

	CONDITION("one row listener with a condition", Account::new, Bridge::heardInMemory, Listeners.Condition.class),

	STATEMENT_LISTENER("one statement listener", Account::new, Bridge::heardInMemory, Listeners.Statement.class),

	COMMIT_LISTENER("one after-commit listener", Account::new, Bridge::heardInMemory, Listeners.AfterCommit.class),

	SPRING_COMMIT_LISTENER("one @TransactionalEventListener on rows", Account::new, Bridge::heardInMemory,
			Listeners.SpringAfterCommit.class),

	CHANGING("a row listener that changes another entity", Account::new, Bridge::heardByChange,
			Listeners.Changing.class),

	CALLBACKS("Jakarta Persistence callbacks", CallbackAccount::new, Bridge::heardInMemory, Listeners.Callbacks.class),

	STAMPS("Spring Data auditing", StampedAccount::new, (context) -> Bridge.UNTOLD, Listeners.Stamps.class),

	HISTORY("Hibernate @Audited", AuditedAccount::new, (context) -> count(context, "account_history")),

	TRIGGER("trigger in the database", Account::new, (context) -> count(context, "account_log"));

	private static final long UNTOLD = -1;

	private static final Set<Bridge> WITHOUT_LIBRARY = EnumSet.of(NONE, CALLBACKS, STAMPS, HISTORY, TRIGGER);

	private static final Map<Bridge, Class<?>> SECOND_ENTITY = Map.of(HISTORY, DefaultChangelog.class, CHANGING,
			Total.class);

	private final String label;

	private final Supplier<AbstractAccount> account;

	private final ToLongFunction<ApplicationContext> log;

	private final Class<?>[] listeners;

	Bridge(String label, Supplier<AbstractAccount> account, ToLongFunction<ApplicationContext> log,
			Class<?>... listeners) {
		this.label = label;
		this.account = account;
		this.log = log;
		this.listeners = listeners;
	}

	AbstractAccount account() {
		return this.account.get();
	}

	/** Return whether the library is there. */
	boolean hasLibrary() {
		return !WITHOUT_LIBRARY.contains(this);
	}

	Class<?>[] configurations() {
		return Stream.concat(Stream.of(EventsApplication.class), Arrays.stream(this.listeners)).toArray(Class[]::new);
	}

	List<String> entities() {
		return Stream.concat(Stream.of(account().getClass()), Stream.ofNullable(SECOND_ENTITY.get(this)))
			.map(Class::getName)
			.toList();
	}

	/**
	 * Require that it heard of each row.
	 * @throws VariantsDisagreeException if it heard of more or less
	 */
	void requireHeard(ApplicationContext context, long rows) {
		long heard = this.log.applyAsLong(context);
		if (heard != UNTOLD && heard != rows) {
			throw new VariantsDisagreeException("hearing of rows", rows, this.label, heard);
		}
	}

	private static long heardInMemory(ApplicationContext context) {
		return context.getBean(MemoryLog.class).rows();
	}

	private static long heardByChange(ApplicationContext context) {
		return new JdbcTemplate(context.getBean(DataSource.class)).queryForObject("select changes from total",
				Long.class);
	}

	private static long count(ApplicationContext context, String table) {
		return new JdbcTemplate(context.getBean(DataSource.class)).queryForObject("select count(*) from " + table,
				Long.class);
	}

	@Override
	public String toString() {
		return this.label;
	}

}
