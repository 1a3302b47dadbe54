package dev.triggerview.planted.trigger;

import org.springframework.util.StringUtils;

class TriggerUsesSpring {

	boolean empty(String text) {
		return !StringUtils.hasText(text);
	}

}
