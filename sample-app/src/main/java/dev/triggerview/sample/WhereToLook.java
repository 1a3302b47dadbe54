package dev.triggerview.sample;

import java.util.stream.Stream;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says at start-up which pages the shop has. */
@Component
class WhereToLook {

	private static final Log logger = LogFactory.getLog(WhereToLook.class);

	@EventListener
	void on(WebServerInitializedEvent event) {
		String address = "http://localhost:" + event.getWebServer().getPort();
		Stream
			.of("/customers?region=NORTH", "/order-totals?status=OPEN", "/sales-by-region", "/products/1",
					"/actuator/triggers")
			.forEach((path) -> logger.info("Look at " + address + path));
	}

}
