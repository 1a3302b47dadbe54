package dev.triggerview.sample.database;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Where an embedded server listens; nobody but this machine reaches it. */
record EmbeddedConnectionDetails(String url, String user) implements JdbcConnectionDetails {

	@Override
	public String getJdbcUrl() {
		return this.url;
	}

	@Override
	public String getUsername() {
		return this.user;
	}

	@Override
	public String getPassword() {
		return "";
	}

}
