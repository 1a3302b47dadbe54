package dev.triggerview.sample;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** The shop has no such thing. */
public class NotFoundException extends ErrorResponseException {

	public NotFoundException(String kind, Object id) {
		super(HttpStatus.NOT_FOUND,
				ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "There is no " + kind + " " + id + "."), null);
	}

}
