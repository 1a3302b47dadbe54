package dev.triggerview.trigger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * How long a name may be.
 *
 * @param length the greatest length
 * @param bytes whether it counts bytes of UTF-8 instead of characters
 */
record NameLimit(int length, boolean bytes) {

	static final NameLimit NONE = new NameLimit(Integer.MAX_VALUE, false);

	static NameLimit bytes(int length) {
		return new NameLimit(length, true);
	}

	static NameLimit characters(int length) {
		return new NameLimit(length, false);
	}

	boolean allows(String name) {
		return size(name) <= this.length;
	}

	/**
	 * Return a name with a suffix; what does not fit is cut from the name, and a hash of
	 * it keeps the names of two long triggers apart.
	 */
	String derive(String name, String suffix) {
		if (allows(name + suffix)) {
			return name + suffix;
		}
		String hashed = "_" + sha256(name).substring(0, 8) + suffix;
		int end = name.length();
		while (!allows(name.substring(0, end) + hashed)) {
			end = name.offsetByCodePoints(end, -1);
		}
		return name.substring(0, end) + hashed;
	}

	static String sha256(String text) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	@Override
	public String toString() {
		return this.length + (this.bytes ? " bytes" : " characters");
	}

	private int size(String name) {
		return this.bytes ? name.getBytes(StandardCharsets.UTF_8).length : name.codePointCount(0, name.length());
	}

}
