package dev.triggerview.planted.repository;

import dev.triggerview.planted.autoconfigure.PlantedAutoConfiguration;

public class RepositoryUsesAutoconfigure {

	PlantedAutoConfiguration configuration() {
		return new PlantedAutoConfiguration();
	}

}
