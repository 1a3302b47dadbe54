package dev.triggerview.autoconfigure;

import java.util.stream.Collectors;

import dev.triggerview.repository.RecordRepository;
import dev.triggerview.repository.ViewRepository;
import dev.triggerview.repository.WritingViewRepositoryException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.ResolvableType;
import org.springframework.data.repository.Repository;

/** Says how a repository of a view is written that only reads. */
class WritingViewRepositoryFailureAnalyzer extends AbstractFailureAnalyzer<WritingViewRepositoryException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, WritingViewRepositoryException cause) {
		String violations = cause.violations()
			.stream()
			.map((violation) -> "    - " + violation)
			.collect(Collectors.joining("\n"));
		String description = "The repository " + cause.repository().getName() + " reads a view, but would write:\n\n"
				+ violations;
		String action = "Remove what writes, so that the repository reads\n\n" + readOnly(cause.repository())
				+ "\n\nand write through a repository of the tables that the view reads. If the view can be written "
				+ "and should be, remove @ReadOnlyViewRepository and annotate the entity with @WritableView.";
		return new FailureAnalysis(description, action, cause);
	}

	private static String readOnly(Class<?> repository) {
		return "    @ReadOnlyViewRepository\n    interface " + repository.getSimpleName() + " extends "
				+ superInterface(repository) + " {\n\n        // what finds, counts or streams\n\n    }";
	}

	private static String superInterface(Class<?> repository) {
		ResolvableType type = ResolvableType.forClass(repository).as(Repository.class);
		String row = simpleName(type.getGeneric(0));
		return RecordRepository.class.isAssignableFrom(repository)
				? RecordRepository.class.getSimpleName() + "<" + row + ">"
				: ViewRepository.class.getSimpleName() + "<" + row + ", " + simpleName(type.getGeneric(1)) + ">";
	}

	private static String simpleName(ResolvableType type) {
		return type.toClass().getSimpleName();
	}

}
