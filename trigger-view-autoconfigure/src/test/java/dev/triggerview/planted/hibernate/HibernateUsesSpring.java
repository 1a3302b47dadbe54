package dev.triggerview.planted.hibernate;

import org.springframework.util.StringUtils;

class HibernateUsesSpring {

	boolean empty(String text) {
		return !StringUtils.hasText(text);
	}

}
