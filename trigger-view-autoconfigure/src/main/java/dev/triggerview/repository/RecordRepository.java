package dev.triggerview.repository;

import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.data.repository.Repository;

/**
 * Reads a view as records, without an entity and without a key: every row of the view is
 * one record, duplicates and nulls included. The annotation names the view:
 *
 * <pre class="code">
 * &#064;ReadOnlyViewRepository(view = "sales_by_region")
 * interface SalesReports extends RecordRepository&lt;SalesRow&gt; {
 *
 *     List&lt;SalesRow&gt; findByRegionOrderByTotalDesc(String region);
 *
 * }
 * </pre>
 *
 * The components of the record are the columns, named by Hibernate's physical naming
 * strategy: {@code unitPrice} is {@code unit_price}. Annotations of Jakarta Persistence
 * on a component, such as {@code @Column}, {@code @Enumerated} or {@code @Convert}, are
 * honoured. A keyset cannot be scrolled, because rows without a key have no position.
 *
 * @param <R> the record
 */
@NoRepositoryBean
@ReadOnlyViewRepository
public interface RecordRepository<R> extends Repository<R, Object>, ViewQueries<R> {

}
