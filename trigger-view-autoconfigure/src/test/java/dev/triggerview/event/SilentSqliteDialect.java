package dev.triggerview.event;

import org.hibernate.community.dialect.SQLiteDialect;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;

/**
 * SQLite has no {@code COMMENT ON}, which Hibernate's dialect sends all the same for the
 * column of {@code @SoftDelete}: each refusal would be a warning in the log.
 */
public class SilentSqliteDialect extends SQLiteDialect {

	public SilentSqliteDialect(DialectResolutionInfo info) {
		super(info);
	}

	@Override
	public boolean supportsCommentOn() {
		return false;
	}

}
