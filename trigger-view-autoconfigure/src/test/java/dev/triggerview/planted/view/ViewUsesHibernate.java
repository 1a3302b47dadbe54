package dev.triggerview.planted.view;

import org.hibernate.Session;

class ViewUsesHibernate {

	boolean dirty(Session session) {
		return session.isDirty();
	}

}
