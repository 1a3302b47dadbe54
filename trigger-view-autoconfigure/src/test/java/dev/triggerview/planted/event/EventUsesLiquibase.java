package dev.triggerview.planted.event;

import liquibase.Scope;

class EventUsesLiquibase {

	Scope scope() {
		return Scope.getCurrentScope();
	}

}
