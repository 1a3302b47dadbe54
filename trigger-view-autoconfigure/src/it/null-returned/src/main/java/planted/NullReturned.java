package planted;

import org.jspecify.annotations.NullMarked;

@NullMarked
class NullReturned {

	String never() {
		return null;
	}

}
