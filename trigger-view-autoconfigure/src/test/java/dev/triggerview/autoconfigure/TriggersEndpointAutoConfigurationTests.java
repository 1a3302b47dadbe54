package dev.triggerview.autoconfigure;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.triggerview.actuate.TriggersEndpoint;

class TriggersEndpointAutoConfigurationTests extends AbstractEndpointAutoConfigurationTests<TriggersEndpoint> {

	TriggersEndpointAutoConfigurationTests() {
		super("triggers", TriggersEndpoint.class, TriggersEndpointAutoConfiguration.class);
	}

	@Override
	TriggersEndpoint mine() {
		return new TriggersEndpoint(Map.of());
	}

	@Override
	Map<String, Optional<String>> problems(TriggersEndpoint endpoint) {
		return endpoint.triggers()
			.dataSources()
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (one) -> Optional.ofNullable(one.getValue().problem())));
	}

}
