package dev.triggerview.repository;

import java.lang.reflect.Proxy;
import java.util.Set;

import dev.triggerview.repository.shop.CityAndPaid;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.Metamodel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RecordJpqlTests {

	private static final Metamodel METAMODEL = answering(Metamodel.class,
			Set.of(answering(EntityType.class, "CityAndPaid")));

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					SELECT s FROM CityAndPaid s                          | SELECT s.city, s.paid from CityAndPaid s
					select distinct s from CityAndPaid as s order by s.city | select distinct s.city, s.paid from CityAndPaid s order by s.city
					from CityAndPaid s where s.paid = 1                  | select s.city, s.paid from CityAndPaid s where s.paid = 1
					from CityAndPaid where paid = 1                      | select the_row.city, the_row.paid from CityAndPaid the_row where paid = 1
					from CityAndPaid                                     | select the_row.city, the_row.paid from CityAndPaid the_row
					SELECT COUNT(s) FROM CityAndPaid s WHERE s.paid = 1  | select count(*) from CityAndPaid s WHERE s.paid = 1
					""")
	void selectsColumns(String jpql, String text) {
		RecordJpql query = RecordJpql.parse(jpql, METAMODEL);
		assertThat(query).isNotNull();
		assertThat(query.text()).isEqualTo(text);
		assertThat(query.resultType()).isEqualTo(text.contains("count") ? Long.class : CityAndPaid.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "select s.city from CityAndPaid s", "select c from Customer c", "from Customer",
			"select count(s.city) from CityAndPaid s", "select new Pair(s.city, s.paid) from CityAndPaid s",
			"select c from CityAndPaid s join Customer c on c.city = s.city" })
	void leavesOtherQueries(String jpql) {
		assertThat(RecordJpql.parse(jpql, METAMODEL)).isNull();
	}

	@Test
	void selectsAcrossLines() {
		RecordJpql query = RecordJpql.parse("select s\nfrom CityAndPaid s\nwhere s.paid = 1", METAMODEL);
		assertThat(query).isNotNull();
		assertThat(query.text()).isEqualTo("select s.city, s.paid from CityAndPaid s\nwhere s.paid = 1");
	}

	private static <T> T answering(Class<T> type, Object answer) {
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
				(proxy, method, arguments) -> switch (method.getName()) {
					case "hashCode" -> System.identityHashCode(proxy);
					case "equals" -> proxy == arguments[0];
					case "getJavaType" -> CityAndPaid.class;
					default -> answer;
				}));
	}

}
