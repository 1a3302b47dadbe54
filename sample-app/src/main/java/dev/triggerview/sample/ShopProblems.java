package dev.triggerview.sample;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells the client which rule of the database it broke. */
@RestControllerAdvice
class ShopProblems {

	@ExceptionHandler
	ProblemDetail conflict(DataAccessException ex) {
		ShopRule rule = ShopRule.namedIn(String.valueOf(NestedExceptionUtils.getMostSpecificCause(ex).getMessage()))
			.orElseThrow(() -> ex);
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, rule.explanation());
		problem.setProperty("rule", rule);
		return problem;
	}

}
