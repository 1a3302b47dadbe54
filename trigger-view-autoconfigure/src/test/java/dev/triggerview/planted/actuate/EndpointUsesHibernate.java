package dev.triggerview.planted.actuate;

import org.hibernate.Session;

class EndpointUsesHibernate {

	boolean dirty(Session session) {
		return session.isDirty();
	}

}
