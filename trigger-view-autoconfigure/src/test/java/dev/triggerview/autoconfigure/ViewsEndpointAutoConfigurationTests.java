package dev.triggerview.autoconfigure;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.triggerview.actuate.ViewsEndpoint;

class ViewsEndpointAutoConfigurationTests extends AbstractEndpointAutoConfigurationTests<ViewsEndpoint> {

	ViewsEndpointAutoConfigurationTests() {
		super("views", ViewsEndpoint.class, ViewsEndpointAutoConfiguration.class);
	}

	@Override
	ViewsEndpoint mine() {
		return new ViewsEndpoint(Map.of());
	}

	@Override
	Map<String, Optional<String>> problems(ViewsEndpoint endpoint) {
		return endpoint.views()
			.dataSources()
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (one) -> Optional.ofNullable(one.getValue().problem())));
	}

}
