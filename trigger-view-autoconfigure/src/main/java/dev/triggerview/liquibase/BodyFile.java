package dev.triggerview.liquibase;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;

import liquibase.GlobalConfiguration;
import liquibase.Scope;
import liquibase.changelog.ChangeSet;
import liquibase.resource.Resource;
import liquibase.resource.ResourceAccessor;
import org.jspecify.annotations.Nullable;

/**
 * A file with the body of a trigger or function, whose {@code ${…}} are replaced by the
 * parameters of the changelog.
 *
 * @param changeSet the change set that names the file
 * @param path where it is
 * @param relative whether the path starts at the changelog
 * @param encoding its encoding, {@code null} for that of changelogs, usually UTF-8
 * @param object the trigger or function, for people to read
 */
record BodyFile(@Nullable ChangeSet changeSet, String path, @Nullable Boolean relative, @Nullable String encoding,
		String object) {

	private static final String BYTE_ORDER_MARK = "\uFEFF";

	/**
	 * Return the text.
	 * @throws IllegalArgumentException if the file cannot be read
	 */
	String text() {
		ResourceAccessor resources = Scope.getCurrentScope().getResourceAccessor();
		if (this.changeSet == null || resources == null) {
			throw new IllegalArgumentException("The file " + this.path + " can be read in a changelog only");
		}
		try (var stream = resource(this.changeSet, resources).openInputStream()) {
			String text = charset().newDecoder().decode(ByteBuffer.wrap(stream.readAllBytes())).toString();
			return expand(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text, this.changeSet);
		}
		catch (CharacterCodingException ex) {
			throw new IllegalArgumentException("The file " + this.path + " with the body of " + this.object
					+ " is not written in " + charset() + "; name its encoding", ex);
		}
		catch (IOException ex) {
			throw new IllegalArgumentException("The file " + this.path + " with the body of " + this.object
					+ " cannot be read: " + ex.getMessage(), ex);
		}
	}

	private Resource resource(ChangeSet changeSet, ResourceAccessor resources) throws IOException {
		return Boolean.TRUE.equals(this.relative)
				? resources.get(changeSet.getChangeLog().getPhysicalFilePath()).resolveSibling(this.path)
				: resources.getExisting(this.path);
	}

	private static String expand(String text, ChangeSet changeSet) {
		return (changeSet.getChangeLogParameters() != null)
				? changeSet.getChangeLogParameters().expandExpressions(text, changeSet.getChangeLog()) : text;
	}

	private Charset charset() {
		try {
			return (this.encoding != null) ? Charset.forName(this.encoding)
					: GlobalConfiguration.FILE_ENCODING.getCurrentValue();
		}
		catch (IllegalCharsetNameException | UnsupportedCharsetException ex) {
			throw new IllegalArgumentException(
					"The encoding " + this.encoding + " of " + this.object + " is not known to this Java", ex);
		}
	}

}
