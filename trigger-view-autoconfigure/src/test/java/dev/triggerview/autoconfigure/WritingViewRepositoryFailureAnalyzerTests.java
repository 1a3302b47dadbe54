package dev.triggerview.autoconfigure;

import dev.triggerview.repository.ReadOnlyViewRepository;
import dev.triggerview.repository.ViewRepositoryPostProcessor;
import dev.triggerview.repository.WritingViewRepositoryException;
import dev.triggerview.repository.shop.CustomerTotal;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.support.JpaRepositoryFactoryBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class WritingViewRepositoryFailureAnalyzerTests {

	@Test
	void showsTheRepositoryThatReads() {
		FailureAnalysis analysis = new WritingViewRepositoryFailureAnalyzer().analyze(failure());
		assertThat(analysis.getDescription()).contains(Totals.class.getName())
			.contains("- CrudRepository declares delete, ")
			.contains("- Totals declares deleteByCity, which is a derived delete");
		assertThat(analysis.getAction()).contains("""
				    @ReadOnlyViewRepository
				    interface Totals extends ViewRepository<CustomerTotal, Integer> {
				""").contains("@WritableView");
	}

	private static WritingViewRepositoryException failure() {
		DefaultListableBeanFactory beanFactory = new DefaultListableBeanFactory();
		beanFactory.registerBeanDefinition("totals",
				BeanDefinitionBuilder.rootBeanDefinition(JpaRepositoryFactoryBean.class)
					.addConstructorArgValue(Totals.class)
					.getBeanDefinition());
		return catchThrowableOfType(WritingViewRepositoryException.class,
				() -> new ViewRepositoryPostProcessor().postProcessBeanFactory(beanFactory));
	}

	@ReadOnlyViewRepository
	interface Totals extends JpaRepository<CustomerTotal, Integer> {

		void deleteByCity(String city);

	}

}
