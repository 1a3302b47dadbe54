package dev.triggerview.planted.autoconfigure;

import dev.triggerview.planted.repository.RepositoryUsesAutoconfigure;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

@AutoConfiguration
@ComponentScan
public class PlantedAutoConfiguration {

	@Value("${planted}")
	String injected;

	@Bean
	@ConditionalOnClass(String.class)
	public RepositoryUsesAutoconfigure bean() {
		return new RepositoryUsesAutoconfigure();
	}

}
