package dev.triggerview.event;

import java.math.BigDecimal;
import java.util.Map;

import dev.triggerview.event.bank.Account;
import dev.triggerview.event.bank.Address;
import dev.triggerview.event.bank.Branch;
import dev.triggerview.event.bank.Car;
import dev.triggerview.event.bank.Teller;
import dev.triggerview.event.scans.Scan;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import org.hibernate.LazyInitializationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** On H2 only: what an event looks like in JSON does not depend on the database. */
class EventsJsonTests {

	private static FreshDatabase database;

	private static EventsApplication application;

	private final RowRecorder rows = application.bean(RowRecorder.class);

	private final TransactionRecorder transactions = application.bean(TransactionRecorder.class);

	private final JsonMapper mapper = JsonMapper.builder().addModule(application.bean(EventsJsonModule.class)).build();

	@BeforeAll
	static void start() {
		database = TestDatabase.H2.create();
		application = EventsApplication.start(database, Recorders.class);
	}

	@AfterAll
	static void close() {
		application.close();
		database.close();
	}

	@BeforeEach
	void startEmpty() {
		database.execute("delete from account", "delete from teller", "delete from branch", "delete from car",
				"delete from vehicle");
		this.rows.reset();
		this.transactions.reset();
	}

	@Test
	void anEventIsWrittenByPropertyName() {
		update();
		assertThat(this.mapper.writeValueAsString(this.rows.last(AfterUpdate.class))).isEqualTo("""
				{"entity":"dev.triggerview.event.bank.Account","operation":"UPDATE","id":1,\
				"old":{"address":{"street":"Main","city":"Rome"},"balance":10.50,"changedBy":null,"owner":"Ann",\
				"version":0},\
				"new":{"address":{"street":"Main","city":"Bern"},"balance":10.50,"changedBy":null,"owner":"Ann",\
				"version":1}}""");
	}

	@Test
	void anEventThatIsReadTellsWhatTheOriginalDid() {
		update();
		application.inTransaction((em) -> em.remove(em.find(Account.class, 1L)));
		application.inTransaction((em) -> em.persist(new Car(1, "ZH 1", "red")));
		assertThat(this.rows.after()).hasSize(4).allSatisfy((event) -> assertSame(copy(event), event));
		assertThat(copy(this.rows.last(AfterInsert.class)).entityType()).isEqualTo(Car.class);
	}

	@Test
	void theEntityOfAnEventThatIsReadHasTheValuesOfTheRow() {
		update();
		Account account = (Account) copy(this.rows.last(AfterUpdate.class)).entity();
		assertThat(account.getId()).isEqualTo(1L);
		assertThat(account.getOwner()).isEqualTo("Ann");
		assertThat(account.getAddress()).isEqualTo(new Address("Main", "Bern"));
	}

	@Test
	void aReferenceKnowsItsIdentifierAndCannotBeLoaded() {
		application.inTransaction((em) -> {
			Branch branch = new Branch(7, "Main");
			branch.getTellers().add(new Teller(8, "Eve", branch));
			em.persist(branch);
		});
		AfterInsert<?> event = this.rows.last(AfterInsert.class);
		assertThat(this.mapper.writeValueAsString(event)).contains("\"branch\":7");
		Branch branch = copy(event).now("branch");
		assertThat(branch.getId()).isEqualTo(7L);
		assertThatExceptionOfType(LazyInitializationException.class).isThrownBy(branch::getName);
	}

	@Test
	void aRowIsDescribedWithoutLoadingWhatItRefersTo() {
		application.inTransaction((em) -> {
			Branch branch = new Branch(7, "Main");
			branch.getTellers().add(new Teller(8, "Eve", branch));
			em.persist(branch);
		});
		assertThat(copy(this.rows.last(AfterInsert.class)).newRow().orElseThrow()).asString()
			.startsWith("Teller{id=8, ")
			.contains("branch=Branch#7");
	}

	@Test
	void locatorsOfLargeObjectsAreLeftOut() {
		application.inTransaction((em) -> em.persist(new Scan(1, "one")));
		assertThat(copy(this.rows.last(AfterInsert.class)).newRow().orElseThrow().toMap())
			.containsExactly(Map.entry("id", 1L), Map.entry("name", "one"));
	}

	@Test
	void changesAreReadWithAllTheirRows() {
		update();
		for (Changes<?> changes : this.transactions.all()) {
			Changes<?> copy = this.mapper.readValue(this.mapper.writeValueAsString(changes), changes.getClass());
			assertThat(copy.entityType()).isEqualTo(changes.entityType());
			assertThat(copy.getResolvableType()).isEqualTo(changes.getResolvableType());
			assertThat(copy.all()).hasSameSizeAs(changes.all());
			for (int row = 0; row < copy.all().size(); row++) {
				assertSame(copy.all().get(row), changes.all().get(row));
			}
		}
		assertThat(this.transactions.all()).hasSizeGreaterThan(5);
	}

	@Test
	void whatAnotherVersionOfTheEntityHadIsLeftOut() {
		AfterInsert<?> event = this.mapper.readValue("""
				{"entity":"dev.triggerview.event.bank.Account","operation":"INSERT","id":1,"more":{"a":[1]},\
				"new":{"fax":{"number":1},"owner":"Ann"}}""", AfterInsert.class);
		assertThat(event.<String>now("owner")).isEqualTo("Ann");
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> event.now("balance"))
			.withMessageContaining("'balance'");
	}

	@Test
	void anEntityThatIsGoneIsNamed() {
		assertThatException()
			.isThrownBy(() -> this.mapper.readValue("{\"entity\":\"shop.Gone\",\"operation\":\"INSERT\",\"id\":1}",
					AfterInsert.class))
			.withMessageContaining("shop.Gone")
			.withMessageContaining("keep its class");
	}

	/** Insert an account and change its city. */
	private static void update() {
		application.inTransaction((em) -> {
			Account account = new Account(1, "Ann");
			account.setAddress(new Address("Main", "Rome"));
			account.setBalance(new BigDecimal("10.50"));
			em.persist(account);
		});
		application.inTransaction((em) -> em.find(Account.class, 1L).setAddress(new Address("Main", "Bern")));
	}

	private AfterRowChange<?> copy(AfterRowChange<?> event) {
		return this.mapper.readValue(this.mapper.writeValueAsString(event), event.getClass());
	}

	private static void assertSame(AfterRowChange<?> copy, AfterRowChange<?> event) {
		assertThat(copy).hasSameClassAs(event).hasToString(event.toString());
		assertThat(copy.entityType()).isEqualTo(event.entityType());
		assertThat(copy.operation()).isEqualTo(event.operation());
		assertThat(copy.id()).isEqualTo(event.id());
		assertThat(copy.tenant()).isEqualTo(event.tenant());
		assertThat(copy.changed()).isEqualTo(event.changed());
		assertThat(copy.oldRow().map(Row::toMap)).isEqualTo(event.oldRow().map(Row::toMap));
		assertThat(copy.newRow().map(Row::toMap)).isEqualTo(event.newRow().map(Row::toMap));
		assertThat(copy.getResolvableType()).isEqualTo(event.getResolvableType());
	}

	@EntityScan(basePackageClasses = Scan.class)
	@Import({ RowRecorder.class, TransactionRecorder.class })
	static class Recorders {

	}

}
