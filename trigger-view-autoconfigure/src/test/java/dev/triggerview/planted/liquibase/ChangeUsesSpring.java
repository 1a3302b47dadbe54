package dev.triggerview.planted.liquibase;

import org.springframework.core.io.Resource;

class ChangeUsesSpring {

	boolean there(Resource resource) {
		return resource.exists();
	}

}
