package dev.triggerview.repository;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.MappingException;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.Synchronize;
import org.hibernate.boot.ResourceStreamLocator;
import org.hibernate.boot.spi.AdditionalMappingContributions;
import org.hibernate.boot.spi.AdditionalMappingContributor;
import org.hibernate.boot.spi.InFlightMetadataCollector;
import org.hibernate.boot.spi.MetadataBuildingContext;
import org.hibernate.engine.jdbc.env.spi.NameQualifierSupport;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.models.spi.FieldDetails;
import org.hibernate.models.spi.MutableAnnotationTarget;
import org.hibernate.models.spi.MutableClassDetails;

import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.util.StringUtils;

/**
 * Teaches Hibernate the views that are mapped to records, so that its queries, types,
 * dialects and auto flush work on them. To Hibernate such a record is an immutable entity
 * of which nobody ever asks for an instance: every query selects columns. Its identifier,
 * the first component that is one column, is therefore never read as one, and need not be
 * unique.
 */
public final class RecordMappingContributor implements AdditionalMappingContributor {

	/**
	 * The setting of a persistence unit that names its repositories of records, separated
	 * by commas.
	 */
	static final String REPOSITORIES = "dev.triggerview.repository.records";

	private static final Set<String> OPTIONAL = Set.of(Optional.class.getName(), OptionalInt.class.getName(),
			OptionalLong.class.getName(), OptionalDouble.class.getName());

	@Override
	public void contribute(AdditionalMappingContributions contributions, InFlightMetadataCollector metadata,
			ResourceStreamLocator resources, MetadataBuildingContext context) {
		Object repositories = context.getBootstrapContext().getConfigurationService().getSettings().get(REPOSITORIES);
		Map<Class<?>, List<RecordView>> viewsByRow = StringUtils.commaDelimitedListToSet((String) repositories)
			.stream()
			.map((repository) -> RecordView.of(load(repository, context)))
			.collect(Collectors.groupingBy(RecordView::row));
		RecordNames names = new RecordNames(viewsByRow.keySet(),
				metadata.getEntityBindingMap()
					.values()
					.stream()
					.map(PersistentClass::getJpaEntityName)
					.collect(Collectors.toSet()));
		NameQualifierSupport qualifiers = metadata.getDatabase().getJdbcEnvironment().getNameQualifierSupport();
		viewsByRow.forEach((row, views) -> {
			contributions.contributeManagedClass(map(RecordView.only(views), names.of(row), qualifiers, context));
			names.all(row).forEach((name) -> metadata.addImport(name, row.getName()));
		});
	}

	private static Class<?> load(String repository, MetadataBuildingContext context) {
		return context.getBootstrapContext().getClassLoaderService().classForName(repository);
	}

	private static MutableClassDetails map(RecordView view, String name, NameQualifierSupport qualifiers,
			MetadataBuildingContext context) {
		MutableClassDetails row = (MutableClassDetails) context.getBootstrapContext()
			.getModelsContext()
			.getClassDetailsRegistry()
			.resolveClassDetails(view.row().getName());
		annotate(row, Entity.class, Map.of("name", name));
		if (!view.view().isEmpty()) {
			annotate(row, Table.class, view.table(qualifiers));
		}
		annotate(row, Immutable.class, Map.of());
		annotate(row, Access.class, Map.of("value", AccessType.FIELD));
		if (view.baseTables().length > 0) {
			annotate(row, Synchronize.class, Map.of("value", view.baseTables()));
		}
		identify(row);
		return row;
	}

	private static void identify(MutableClassDetails row) {
		List<FieldDetails> columns = row.getFields();
		columns.forEach((column) -> refuseOptional(row, column));
		if (columns.stream().noneMatch((column) -> column.hasDirectAnnotationUsage(Id.class))) {
			FieldDetails first = columns.stream()
				.filter((column) -> !isEmbedded(column))
				.findFirst()
				.orElseThrow(() -> new MappingException("No component of record " + row.getName()
						+ " is a column of its view: all of them are embedded. Add one that is."));
			annotate((MutableAnnotationTarget) first, Id.class, Map.of());
		}
	}

	private static void refuseOptional(MutableClassDetails row, FieldDetails column) {
		String type = column.getType().determineRawClass().getName();
		if (OPTIONAL.contains(type)) {
			throw new MappingException("Component " + column.getName() + " of record " + row.getName() + " is an "
					+ type + ", which no column is read as. Declare it with the type of the column, which is null "
					+ "where there is no value.");
		}
	}

	/** As an identifier it would be null as soon as one of its columns is. */
	private static boolean isEmbedded(FieldDetails column) {
		return column.hasDirectAnnotationUsage(Embedded.class)
				|| column.getType().determineRawClass().hasDirectAnnotationUsage(Embeddable.class);
	}

	private static void annotate(MutableAnnotationTarget target, Class<? extends Annotation> type,
			Map<String, Object> attributes) {
		target.addAnnotationUsage(MergedAnnotation.of(type, attributes).synthesize());
	}

}
