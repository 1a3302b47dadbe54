import groovy.xml.XmlSlurper
import org.hsqldb.jdbc.JDBCDriver

/** Insert a row into the table of a database and count what its trigger has written. */
int written(String name) {
	def connection = new JDBCDriver().connect("jdbc:hsqldb:file:${basedir}/target/${name};shutdown=true", new Properties())
	connection.withCloseable {
		def statement = connection.createStatement()
		statement.execute('INSERT INTO item (id) VALUES (1)')
		def count = statement.executeQuery('SELECT COUNT(*) FROM item_log')
		count.next()
		count.getInt(1)
	}
}

assert written('updated') == 1
assert written('undone') == 0
// The plugin leaves out the default schema, unless outputDefaultSchema says otherwise.
assert new File(basedir, 'target/update.sql').text.contains('CREATE TRIGGER "ITEM_WRITTEN"')

// What comes with the jar when it comes from a repository: no Spring.
def dependencies = new XmlSlurper().parse(new File(basedir, '../../../pom.xml')).dependencies.dependency
def brought = dependencies.findAll { it.optional != 'true' && it.scope != 'test' }
assert brought.collect { it.artifactId.text() } == ['jspecify']
