package dev.triggerview.benchmarks.startup;

import java.util.TreeMap;

import dev.triggerview.benchmarks.ForkedJvm.Outcome;
import dev.triggerview.benchmarks.ProcessFigures;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.data.repository.Repository;
import org.springframework.util.ReflectionUtils;

/** Starts the generated shop, then counts through each view what the triggers wrote. */
@EnableAutoConfiguration
@AutoConfigurationPackage(basePackages = "shop")
@ComponentScan("shop")
final class ShopProgram {

	private ShopProgram() {
	}

	public static void main(String[] args) {
		try (ConfigurableApplicationContext context = SpringApplication.run(ShopProgram.class)) {
			Outcome.milliseconds("ms to ready");
			ProcessFigures.tell();
			TreeMap<String, Object> counts = new TreeMap<>();
			context.getBeansOfType(Repository.class).forEach((name, repository) -> counts.put(name, count(repository)));
			Outcome.answer(counts);
		}
	}

	private static Object count(Repository<?, ?> repository) {
		var byRevision = ReflectionUtils.findMethod(repository.getClass(), "countByRevision", int.class);
		return (byRevision != null) ? ReflectionUtils.invokeMethod(byRevision, repository, 1)
				: ReflectionUtils.invokeMethod(ReflectionUtils.findMethod(repository.getClass(), "count"), repository);
	}

}
