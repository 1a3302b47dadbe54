package dev.triggerview.event;

import java.util.function.BiConsumer;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.expression.EvaluationContext;
import org.springframework.expression.spel.SpelNode;
import org.springframework.expression.spel.ast.CompoundExpression;
import org.springframework.expression.spel.ast.PropertyOrFieldReference;
import org.springframework.expression.spel.standard.SpelExpression;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.StandardEvaluationContext;
import org.springframework.expression.spel.support.StandardTypeComparator;

/** The {@code WHEN} of a trigger. */
final class TriggerExpression {

	/**
	 * The rows outside of string literals; {@code new} would be a constructor in SpEL.
	 */
	private static final Pattern ROWS = Pattern.compile("'(?:[^']|'')*'|(?<![\\w.#])(new|old)(?=\\s*\\??\\.)");

	private final SpelExpression expression;

	private final EvaluationContext shared = shared();

	TriggerExpression(String when) {
		String sql = ROWS.matcher(when)
			.replaceAll((match) -> (match.group(1) != null) ? "#" + match.group(1) : match.group().replace("$", "\\$"));
		this.expression = new SpelExpressionParser().parseRaw(sql);
	}

	boolean isTrue(RowChange<?> change) {
		try {
			return Boolean.TRUE
				.equals(this.expression.getValue(new TriggerContext(this.shared, change), Boolean.class));
		}
		catch (UnknownException ex) {
			return false;
		}
	}

	private static EvaluationContext shared() {
		StandardEvaluationContext context = new StandardEvaluationContext();
		context.addPropertyAccessor(new TriggerRow.Accessor());
		context.setTypeComparator(new SqlComparator());
		return context;
	}

	/** Hand each property of a row that the expression reads to a check. */
	void properties(BiConsumer<String, String> rowAndPath) {
		visit(this.expression.getAST(), rowAndPath);
	}

	private static void visit(@Nullable SpelNode node, BiConsumer<String, String> rowAndPath) {
		if (node == null) {
			return;
		}
		String first = (node instanceof CompoundExpression) ? node.getChild(0).toStringAST() : "";
		if (first.equals("#old") || first.equals("#new")) {
			StringBuilder path = new StringBuilder();
			for (int index = 1; index < node.getChildCount()
					&& node.getChild(index) instanceof PropertyOrFieldReference property; index++) {
				path.append((index > 1) ? "." : "").append(property.getName());
			}
			rowAndPath.accept(first.substring(1), path.toString());
		}
		for (int index = 0; index < node.getChildCount(); index++) {
			visit(node.getChild(index), rowAndPath);
		}
	}

	/** As in SQL, nothing is smaller or greater than NULL. */
	private static final class SqlComparator extends StandardTypeComparator {

		@Override
		public int compare(@Nullable Object left, @Nullable Object right) {
			if (left == null || right == null) {
				throw new UnknownException();
			}
			return super.compare(left, right);
		}

	}

	private static final class UnknownException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		UnknownException() {
			super(null, null, false, false);
		}

	}

}
