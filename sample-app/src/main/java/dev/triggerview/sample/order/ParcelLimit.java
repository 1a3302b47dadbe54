package dev.triggerview.sample.order;

import dev.triggerview.event.FlushedChanges;

import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/** Refuses more than fits into a parcel, counted over all lines that come at once. */
@Component
class ParcelLimit {

	private static final int PIECES = 200;

	@EventListener
	void on(FlushedChanges<OrderLine> lines) {
		int pieces = lines.newTable().stream().mapToInt((line) -> line.get("quantity", Integer.class)).sum();
		if (pieces > PIECES) {
			throw new ParcelTooLargeException(pieces);
		}
	}

	static final class ParcelTooLargeException extends ErrorResponseException {

		ParcelTooLargeException(int pieces) {
			super(HttpStatus.CONFLICT, ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT,
					"A parcel holds " + PIECES + " pieces, not " + pieces + "."), null);
		}

	}

}
