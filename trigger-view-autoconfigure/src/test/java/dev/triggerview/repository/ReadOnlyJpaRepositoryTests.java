package dev.triggerview.repository;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.triggerview.repository.shop.CustomerTotals;
import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.view.ReadOnlyViewException;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.support.JpaRepositoryImplementation;
import org.springframework.data.jpa.repository.support.SimpleJpaRepository;
import org.springframework.test.util.AopTestUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@EachDatabase
class ReadOnlyJpaRepositoryTests {

	/** What a read-only repository inherits from Spring Data and allows. */
	private static final Set<String> READS = Set.of("count", "exists", "existsById", "findAll", "findAllById", "findBy",
			"findById", "findOne", "getById", "getOne", "getReferenceById", "setEscapeCharacter",
			"setProjectionFactory", "setRepositoryMethodMetadata");

	private static ConfigurableApplicationContext application;

	private final FreshDatabase database;

	ReadOnlyJpaRepositoryTests(FreshDatabase database) {
		this.database = database;
	}

	@BeforeParameterizedClassInvocation
	static void start(FreshDatabase database) {
		Views.create(database);
		application = Views.start(database);
	}

	@AfterParameterizedClassInvocation
	static void close() {
		application.close();
	}

	@Test
	void refusesEveryMethodThatSpringDataMayAdd() {
		Set<String> refused = springDataMethods().filter(this::isRefused)
			.map(Method::getName)
			.collect(Collectors.toCollection(TreeSet::new));
		Set<String> others = springDataMethods().map(Method::getName)
			.filter((name) -> !READS.contains(name))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(refused).isEqualTo(others);
		assertThat(this.database.value("select count(*) from customer")).isEqualTo("4");
	}

	@Test
	void theTargetBehindTheProxyIsRefusedToo() {
		JpaRepository<Object, Object> writing = AopTestUtils.getTargetObject(application.getBean(CustomerTotals.class));
		assertThatExceptionOfType(ReadOnlyViewException.class).isThrownBy(() -> writing.deleteById(1))
			.withMessageContaining("CustomerTotal")
			.withMessageContaining("customer_total")
			.withMessageContaining("deleteById");
	}

	private static Stream<Method> springDataMethods() {
		return Stream.of(SimpleJpaRepository.class, JpaRepositoryImplementation.class)
			.flatMap((type) -> Arrays.stream(type.getMethods()))
			.filter((method) -> method.getDeclaringClass() != Object.class
					&& !Modifier.isStatic(method.getModifiers()));
	}

	/** A method that the base class lacks cannot be called: it is refused. */
	private boolean isRefused(Method method) {
		Object target = AopTestUtils.getTargetObject(application.getBean(CustomerTotals.class));
		if (!method.getDeclaringClass().isInstance(target)) {
			return isRefusedUnderTheSameSignature(target, method);
		}
		return throwsReadOnly(target, method);
	}

	private boolean isRefusedUnderTheSameSignature(Object target, Method method) {
		try {
			return throwsReadOnly(target, target.getClass().getMethod(method.getName(), method.getParameterTypes()));
		}
		catch (NoSuchMethodException ex) {
			return true;
		}
	}

	private boolean throwsReadOnly(Object target, Method method) {
		try {
			method.setAccessible(true);
			method.invoke(target, new Object[method.getParameterCount()]);
			return false;
		}
		catch (InvocationTargetException ex) {
			return ex.getCause() instanceof ReadOnlyViewException || ex.getCause() instanceof AbstractMethodError;
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void repositoriesShareWhatTheyReadWithAndNobodyElseIsGivenIt() {
		List<String> reading = Arrays.stream(application.getBeanNamesForType(EntityManager.class))
			.filter((name) -> name.endsWith(".reading"))
			.toList();
		assertThat(reading).hasSize(1)
			.noneMatch((name) -> application.getBeanFactory().getBeanDefinition(name).isAutowireCandidate());
	}

}
