package dev.triggerview.event;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import dev.triggerview.event.bank.Account;
import dev.triggerview.event.bank.Club;
import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;

import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;

@EachDatabase
class CollectionEventsTests {

	private final EventsApplication application;

	private final Recorder recorder;

	CollectionEventsTests(FreshDatabase database) {
		this.application = EventsApplication.shared(database, Recorder.class);
		this.recorder = this.application.bean(Recorder.class);
		database.execute("delete from club_tags", "delete from club_ranking", "delete from club_members",
				"delete from club", "delete from account");
	}

	@AfterParameterizedClassInvocation
	static void close() {
		EventsApplication.closeShared();
	}

	@BeforeEach
	void startWithAClub() {
		this.application.inTransaction((em) -> {
			em.persist(new Account(1, "Ann"));
			Club club = new Club(1);
			club.getTags().addAll(Set.of("chess", "go"));
			club.getRanking().addAll(List.of("a", "b"));
			em.persist(club);
		});
		this.recorder.events.clear();
	}

	@Test
	void addedAndRemovedElementsAreToldWithTheirOwner() {
		this.application.inTransaction((em) -> {
			Club club = em.find(Club.class, 1L);
			club.getTags().add("poker");
			club.getTags().remove("chess");
		});
		CollectionChange<Club> event = onlyOne();
		assertThat(event.property()).isEqualTo("tags");
		assertThat(event.id()).isEqualTo(1L);
		assertThat(event.entity()).isInstanceOf(Club.class);
		assertThat(event.added()).containsExactly("poker");
		assertThat(event.removed()).containsExactly("chess");
	}

	@Test
	void aCollectionThatIsReplacedIsToldAsTheDifference() {
		this.application.inTransaction((em) -> {
			Club club = em.find(Club.class, 1L);
			assertThat(club.getTags()).contains("chess");
			club.setTags(Set.of("go", "poker"));
		});
		assertThat(onlyOne().added()).containsExactly("poker");
		assertThat(onlyOne().removed()).containsExactly("chess");
	}

	@Test
	void entitiesOfAToManyAssociationAreTold() {
		this.application.inTransaction((em) -> em.find(Club.class, 1L).getMembers().add(em.find(Account.class, 1L)));
		assertThat(onlyOne().added()).hasOnlyElementsOfType(Account.class).hasSize(1);
	}

	@Test
	void aListThatIsReorderedIsToldWithoutElements() {
		this.application.inTransaction((em) -> Collections.reverse(em.find(Club.class, 1L).getRanking()));
		assertThat(onlyOne().property()).isEqualTo("ranking");
		assertThat(onlyOne().added()).isEmpty();
		assertThat(onlyOne().removed()).isEmpty();
	}

	@Test
	void theCollectionsOfANewOwnerAreAdded() {
		this.application.inTransaction((em) -> {
			Club club = new Club(2);
			club.getTags().add("bridge");
			em.persist(club);
		});
		assertThat(this.recorder.events).anySatisfy((event) -> {
			assertThat(event.id()).isEqualTo(2L);
			assertThat(event.added()).containsExactly("bridge");
		});
	}

	@Test
	void whatAStatelessSessionWritesIsToldAtOnce() {
		stateless((session) -> {
			Club club = new Club(2);
			club.getTags().add("bridge");
			session.insert(club);
			assertThat(session.createNativeQuery("select tags from club_tags where club_id = 2", String.class)
				.getResultList()).containsExactly("bridge");
			assertThat(onlyOne().added()).containsExactly("bridge");
		});
		stateless((session) -> {
			Club club = session.get(Club.class, 2L);
			session.fetch(club.getTags());
			club.getTags().add("whist");
			club.getTags().remove("bridge");
			this.recorder.events.clear();
			session.update(club);
			assertThat(onlyOne().added()).containsExactly("whist");
			assertThat(onlyOne().removed()).containsExactly("bridge");
			this.recorder.events.clear();
			session.delete(club);
			assertThat(onlyOne().id()).isEqualTo(2L);
		});
	}

	@Test
	void aStatelessSessionTellsOfACollectionThatAClosedSessionRead() {
		Club club = this.application.fromTransaction((em) -> {
			Club found = em.find(Club.class, 1L);
			found.getTags().add("whist");
			em.flush();
			return found;
		});
		this.recorder.events.clear();
		club.getTags().add("poker");
		stateless((session) -> session.update(club));
		assertThat(this.recorder.events).extracting(CollectionChange::property).contains("tags");
		assertThat(this.recorder.events.get(0).added()).containsExactly("poker");
	}

	private void stateless(Consumer<StatelessSession> work) {
		this.application.bean(EntityManagerFactory.class).unwrap(SessionFactory.class).inStatelessTransaction(work);
	}

	private CollectionChange<Club> onlyOne() {
		assertThat(this.recorder.events).hasSize(1);
		return this.recorder.events.get(0);
	}

	static class Recorder {

		private final List<CollectionChange<Club>> events = new ArrayList<>();

		@EventListener
		void on(CollectionChange<Club> event) {
			this.events.add(event);
		}

	}

}
