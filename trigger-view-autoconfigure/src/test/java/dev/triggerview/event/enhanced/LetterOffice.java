package dev.triggerview.event.enhanced;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.triggerview.event.AfterRowChange;
import dev.triggerview.event.BeforeWrite;
import dev.triggerview.event.LetterWork;
import dev.triggerview.event.RowChange;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The application with the enhanced entity, and what a test does with it. */
public class LetterOffice implements LetterWork {

	private ConfigurableApplicationContext context;

	private Listener listener;

	@Override
	public void start(boolean before, String... properties) {
		Class<?> listener = before ? EarlyListener.class : Listener.class;
		this.context = new SpringApplicationBuilder(Office.class, listener).web(WebApplicationType.NONE)
			.properties(properties)
			.run();
		this.listener = this.context.getBean(Listener.class);
	}

	@Override
	public List<RowChange<?>> insert(long id) {
		return heard((write) -> ((Letter) write.entity()).setChangedBy("listener"),
				(em) -> em.persist(new Letter(id, "first")));
	}

	@Override
	public List<RowChange<?>> update(long id, String property, Object value) {
		return heard((write) -> write.set(property, value),
				(em) -> em.find(Letter.class, id).setSubject("with " + property));
	}

	@Override
	public List<RowChange<?>> updateReference(long id, String subject) {
		return heard((write) -> {
		}, (em) -> em.getReference(Letter.class, id).setSubject(subject));
	}

	@Override
	public List<RowChange<?>> overwriteReference(long id, String value) {
		return heard((write) -> {
		}, (em) -> em.getReference(Letter.class, id).overwrite(value));
	}

	@Override
	public List<RowChange<?>> removeReference(long id) {
		return heard((write) -> {
		}, (em) -> {
			Letter letter = em.getReference(Letter.class, id);
			letter.setSubject("never written");
			em.remove(letter);
		});
	}

	private List<RowChange<?>> heard(Consumer<BeforeWrite<?>> listener, Consumer<EntityManager> work) {
		this.listener.heard.clear();
		this.listener.onBefore = listener;
		EntityManager em = SharedEntityManagerCreator
			.createSharedEntityManager(this.context.getBean(EntityManagerFactory.class));
		new TransactionTemplate(this.context.getBean(PlatformTransactionManager.class))
			.executeWithoutResult((status) -> work.accept(em));
		return this.listener.heard;
	}

	@Override
	public void close() {
		this.context.close();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EntityScan(basePackageClasses = Letter.class)
	static class Office {

	}

	static class Listener {

		final List<RowChange<?>> heard = new ArrayList<>();

		Consumer<BeforeWrite<?>> onBefore;

		@EventListener
		void after(AfterRowChange<?> event) {
			this.heard.add(event);
		}

	}

	static class EarlyListener extends Listener {

		@EventListener
		void before(BeforeWrite<?> event) {
			this.heard.add(event);
			this.onBefore.accept(event);
		}

	}

}
