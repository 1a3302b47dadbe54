package dev.triggerview.event;

import org.jspecify.annotations.Nullable;

import org.springframework.expression.EvaluationContext;
import org.springframework.expression.PropertyAccessor;
import org.springframework.expression.TypedValue;

/**
 * A row as the condition of a trigger sees it: properties and, by path, parts of embedded
 * ones.
 *
 * @param model the properties of the row
 * @param row the row, null when it does not exist: every value is null then
 * @param prefix the path of the embedded property, empty for the row itself
 */
record TriggerRow(EntityModel<?> model, @Nullable Row row, String prefix) {

	private @Nullable Object get(String name) {
		String path = this.prefix + name;
		if (this.model.isEmbedded(path)) {
			return new TriggerRow(this.model, this.row, path + ".");
		}
		return (this.row != null) ? this.row.get(path) : null;
	}

	/** Lets expressions read {@code row.property}. */
	static final class Accessor implements PropertyAccessor {

		@Override
		public Class<?>[] getSpecificTargetClasses() {
			return new Class<?>[] { TriggerRow.class };
		}

		@Override
		public boolean canRead(EvaluationContext context, @Nullable Object target, String name) {
			return target instanceof TriggerRow;
		}

		@Override
		public TypedValue read(EvaluationContext context, @Nullable Object target, String name) {
			return (target instanceof TriggerRow row) ? new TypedValue(row.get(name)) : TypedValue.NULL;
		}

		@Override
		public boolean canWrite(EvaluationContext context, @Nullable Object target, String name) {
			return false;
		}

		@Override
		public void write(EvaluationContext context, @Nullable Object target, String name, @Nullable Object value) {
			throw new UnsupportedOperationException("A condition changes nothing");
		}

	}

}
