package dev.triggerview.autoconfigure;

import java.util.stream.Stream;

import dev.triggerview.hibernate.BesideViewPersister;
import dev.triggerview.hibernate.JoinedBesideViewPersister;
import dev.triggerview.hibernate.ReadOnlyJoinedViewPersister;
import dev.triggerview.hibernate.ReadOnlyUnionViewPersister;
import dev.triggerview.hibernate.ReadOnlyViewPersister;
import dev.triggerview.hibernate.WritableViewPersister;
import dev.triggerview.repository.RecordMappingContributor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import org.hibernate.boot.spi.AdditionalMappingContributor;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/** Keeps what is found by its name only where an application becomes a native image. */
final class ViewRuntimeHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		Stream
			.of(ReadOnlyViewPersister.class, ReadOnlyJoinedViewPersister.class, ReadOnlyUnionViewPersister.class,
					WritableViewPersister.class, BesideViewPersister.class, JoinedBesideViewPersister.class,
					RecordMappingContributor.class)
			.forEach((type) -> hints.reflection().registerType(type, MemberCategory.INVOKE_PUBLIC_CONSTRUCTORS));
		hints.resources().registerPattern("META-INF/services/" + AdditionalMappingContributor.class.getName());
		hints.proxies().registerJdkProxy(EntityManager.class);
		hints.proxies().registerJdkProxy(TypedQuery.class);
	}

}
