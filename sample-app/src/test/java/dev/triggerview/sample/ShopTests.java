package dev.triggerview.sample;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * What the shop does, over HTTP. A subclass names the profile, which is the database. The
 * tests share a shop, so each has customers and products of its own: those of the region
 * EAST place no orders.
 */
abstract class ShopTests extends RunningShop {

	@Test
	void pagesAndFiltersTheViewOfActiveCustomers() {
		Json first = get("/customers?size=2");
		assertThat(first.number("$.page.totalElements")).isEqualTo(100);
		assertThat(first.list("$.content[*].name")).containsExactly("Nora Busch", "Samir Graf");
		Json last = get("/customers?size=2&page=14&region=NORTH");
		assertThat(last.number("$.page.totalElements")).isEqualTo(29);
		assertThat(last.list("$.content[*].region")).containsExactly("NORTH");
		assertThat(get("/customers?region=NOWHERE").list("$.content")).isEmpty();
	}

	@Test
	void showsADeactivatedCustomerNoLonger() {
		assertThat(get("/customers?size=200").list("$.content[*].id")).contains(119);
		jdbc().sql("update customers set active = false where id = 119").update();
		assertThat(get("/customers?size=200").list("$.content[*].id")).doesNotContain(119);
		jdbc().sql("update customers set active = true where id = 119").update();
	}

	@Test
	void pagesSortsAndFiltersTheViewOfOrderTotals() {
		Json highest = get("/order-totals?size=3&sort=total,desc&status=SHIPPED&minimum=450");
		assertThat(highest.number("$.page.totalElements")).isEqualTo(13);
		assertThat(highest.list("$.content[*].orderId")).containsExactly(43, 74, 72);
		assertThat(highest.decimals("$.content[*].total")).containsExactly(675.3, 662.4, 585.25);
		assertThat(highest.list("$.content[*].lineCount")).containsExactly(4, 4, 4);
		assertThat(get("/order-totals?status=SHIPPED&minimum=662.40").list("$.content[*].orderId")).containsExactly(43,
				74);
		Json oldest = get("/order-totals?size=1");
		assertThat(oldest.text("$.content[0].customerName")).isEqualTo("Ada Thomas");
		assertThat(oldest.text("$.content[0].orderedAt")).isEqualTo("2026-03-01T10:21:00");
	}

	@Test
	void readsAViewWithoutKeyAsRecords() {
		assertThat(get("/sales-by-region").list("$[*]")).hasSize(16);
		Json east = get("/sales-by-region?region=EAST");
		assertThat(east.list("$[*].category")).containsExactly("COFFEE", "SPICE", "TEA", "TOOL");
		assertThat(east.list("$[*].quantity")).containsExactly(95, 123, 92, 131);
		assertThat(east.decimals("$[*].revenue")).containsExactly(1408.0, 1047.75, 1046.25, 5917.5);
	}

	@Test
	void writesThroughAView() {
		int stock = get("/products/19").number("$.stock");
		assertThat(get("/stock-levels/to-reorder").list("$[*].productId")).doesNotContain(19);
		Answer answer = put("/stock-levels/19", Map.of("reorderLevel", stock));
		assertThat(answer.status()).isEqualTo(HttpStatus.OK);
		assertThat(answer.body().number("$.reorderLevel")).isEqualTo(stock);
		assertThat(get("/products/19").number("$.reorderLevel")).isEqualTo(stock);
		assertThat(get("/products/19").text("$.lastModified")).isNotNull();
		assertThat(get("/stock-levels/to-reorder").list("$[*].productId")).contains(19);
		assertProblem(put("/stock-levels/19", Map.of("reorderLevel", -1)), HttpStatus.BAD_REQUEST);
		assertProblem(put("/stock-levels/4711", Map.of("reorderLevel", 1)), HttpStatus.NOT_FOUND);
	}

	@Test
	void takesStockForEachLineOfAnOrder() {
		int stock3 = get("/products/3").number("$.stock");
		int stock4 = get("/products/4").number("$.stock");
		Answer answer = post("/orders", order(1, Map.of(3, 5, 4, 1)));
		assertThat(answer.status()).isEqualTo(HttpStatus.CREATED);
		assertThat(get(answer.location()).text("$.customerName")).isEqualTo("Nora Busch");
		assertThat(answer.body().text("$.status")).isEqualTo("OPEN");
		assertThat(answer.body().number("$.lineCount")).isEqualTo(2);
		assertThat(answer.body().decimal("$.total")).isCloseTo(
				5 * get("/products/3").decimal("$.price") + get("/products/4").decimal("$.price"), within(0.001));
		assertThat(get("/products/3").number("$.stock")).isEqualTo(stock3 - 5);
		assertThat(get("/products/4").number("$.stock")).isEqualTo(stock4 - 1);
	}

	@Test
	void refusesAnOrderThatExceedsTheStock() {
		int stock5 = get("/products/5").number("$.stock");
		int stock6 = get("/products/6").number("$.stock");
		int orders = get("/order-totals").number("$.page.totalElements");
		assertConflict(post("/orders", order(1, Map.of(5, 1, 6, 1000))), "STOCK_IS_LIMITED",
				"There is not enough of the product in stock.");
		assertThat(get("/products/5").number("$.stock")).isEqualTo(stock5);
		assertThat(get("/products/6").number("$.stock")).isEqualTo(stock6);
		assertThat(get("/order-totals").number("$.page.totalElements")).isEqualTo(orders);
	}

	@Test
	void setsTheLastModificationOfAProductBeforeUpdate() {
		assertThat(get("/products/7").text("$.lastModified")).isNull();
		String modified = put("/products/7/price", Map.of("price", 5.95)).body().text("$.lastModified");
		assertThat(modified).isNotNull();
		assertThat(get("/products/7").text("$.lastModified")).startsWith(modified.substring(0, 19));
	}

	@Test
	void setsTheLastModificationWhoeverUpdates() {
		assertThat(get("/products/8").text("$.lastModified")).isNull();
		jdbc().sql("update products set name = 'Hojicha tea' where id = 8").update();
		assertThat(get("/products/8").text("$.lastModified")).isNotNull();
	}

	@Test
	void recordsOldAndNewPrice() {
		double price = get("/products/9").decimal("$.price");
		assertThat(put("/products/9/price", Map.of("price", 99.5)).body().decimal("$.price")).isEqualTo(99.5);
		put("/products/9/price", Map.of("price", 99.5));
		put("/products/9/price", Map.of("price", 98));
		Json changes = get("/products/9/price-changes");
		assertThat(changes.decimals("$[*].oldPrice")).containsExactly(price, 99.5);
		assertThat(changes.decimals("$[*].newPrice")).containsExactly(99.5, 98.0);
	}

	@Test
	void auditsEachChangeOfAnOrder() {
		String order = place(10);
		post(order + "/ship", Map.of());
		Json audit = get(order + "/audit");
		assertThat(audit.list("$[*].action")).containsExactly("INSERT", "UPDATE");
		assertThat(audit.list("$[*].oldStatus")).containsExactly(null, "OPEN");
		assertThat(audit.list("$[*].newStatus")).containsExactly("OPEN", "SHIPPED");
	}

	@Test
	void auditsWhoeverChangesTheOrder() {
		String order = place(11);
		int id = get(order).number("$.orderId");
		jdbc().sql("update orders set customer_id = 3 where id = ?").param(id).update();
		jdbc().sql("delete from order_lines where order_id = ?").param(id).update();
		jdbc().sql("delete from orders where id = ?").param(id).update();
		Json audit = get(order + "/audit");
		assertThat(audit.list("$[*].action")).containsExactly("INSERT", "UPDATE", "DELETE");
		assertThat(audit.list("$[*].oldStatus")).containsExactly(null, "OPEN", "OPEN");
		assertThat(audit.list("$[*].newStatus")).containsExactly("OPEN", "OPEN", null);
	}

	@Test
	void refusesToChangeAShippedOrder() {
		String order = place(12);
		int stock = get("/products/12").number("$.stock");
		assertThat(post(order + "/ship", Map.of()).body().text("$.status")).isEqualTo("SHIPPED");
		assertConflict(post(order + "/reopen", Map.of()), "SHIPPED_ORDER_IS_FINAL",
				"A shipped order cannot be changed.");
		assertConflict(post(order + "/lines", Map.of("productId", 12, "quantity", 1)), "SHIPPED_ORDER_IS_FINAL",
				"A shipped order cannot be changed.");
		assertThat(get(order).text("$.status")).isEqualTo("SHIPPED");
		assertThat(get(order).number("$.lineCount")).isEqualTo(1);
		assertThat(get("/products/12").number("$.stock")).isEqualTo(stock);
	}

	@ParameterizedTest
	@ValueSource(strings = { "update orders set status = 'OPEN' where id = 1",
			"update order_lines set order_id = 1 where id = 588",
			"insert into order_lines (order_id, product_id, quantity, unit_price) values (1, 1, 1, 1)",
			"update order_lines set quantity = 1 where order_id = 1", "delete from order_lines where order_id = 1" })
	void refusesToChangeAShippedOrderWhoeverTries(String sql) {
		assertRefused(sql, "SHIPPED_ORDER_IS_FINAL");
	}

	@Test
	void refusesToDeleteAShippedOrder() {
		jdbc().sql("insert into orders (customer_id, status, ordered_at) values (2, 'SHIPPED', '2026-07-01 00:00:00')")
			.update();
		assertRefused("delete from orders where ordered_at = '2026-07-01 00:00:00'", "SHIPPED_ORDER_IS_FINAL");
	}

	@Test
	void letsAnOpenOrderGrow() {
		String order = place(13);
		assertThat(post(order + "/lines", Map.of("productId", 13, "quantity", 2)).body().number("$.lineCount"))
			.isEqualTo(2);
	}

	@Test
	void showsEachTriggerAtTheActuator() {
		Json shown = get("/actuator/triggers");
		List<Map<String, Object>> triggers = shown
			.objects("$.dataSources.dataSource.triggers[?(@.timing!='INSTEAD_OF')]");
		assertThat(shown.list("$.dataSources.dataSource.triggers[?(@.timing=='INSTEAD_OF')].name"))
			.map(ShopTests::lower)
			.isEqualTo(triggersOfViews());
		// Where a trigger has one event, each event has a trigger: orders_final__upd.
		assertThat(triggers)
			.extracting((trigger) -> lower(trigger.get("name")).replaceFirst("__.*", "") + " on "
					+ lower(trigger.get("table")) + " " + trigger.get("timing"))
			.containsOnly("products_last_modified on products " + timingOfLastModified(),
					"order_lines_take_stock on order_lines AFTER", "orders_audit_insert on orders AFTER",
					"orders_audit_update on orders AFTER", "orders_audit_delete on orders AFTER",
					"orders_final on orders BEFORE", "order_lines_final on order_lines BEFORE",
					"order_lines_not_added on order_lines BEFORE");
		assertThat(triggers.stream()
			.filter((trigger) -> lower(trigger.get("name")).startsWith("orders_final"))
			.flatMap((trigger) -> ((List<?>) trigger.get("events")).stream())
			.map(Object::toString)).containsExactlyInAnyOrder("UPDATE", "DELETE");
		assertThat(triggers).allSatisfy((trigger) -> {
			assertThat(trigger).containsEntry("level", "ROW").containsEntry("enabled", true);
			assertThat((String) trigger.get("definition")).startsWith("CREATE TRIGGER")
				.containsIgnoringCase((String) trigger.get("name"));
		});
	}

	@Test
	void showsOneTriggerAtTheActuator() {
		String name = get("/actuator/triggers").objects("$.dataSources.dataSource.triggers[*]")
			.stream()
			.map((trigger) -> (String) trigger.get("name"))
			.filter((trigger) -> trigger.equalsIgnoreCase("order_lines_take_stock"))
			.findFirst()
			.orElseThrow();
		assertThat(get("/actuator/triggers/" + name).list("$.dataSources.dataSource.triggers[*].name"))
			.containsExactly(name);
		assertThat(exchange("/actuator/triggers/unknown").status()).isEqualTo(HttpStatus.NOT_FOUND);
	}

	@Test
	void warnsOfLowStockWhenTheOrderIsCommitted() {
		int stock = get("/products/14").number("$.stock");
		post("/orders", order(1, Map.of(14, stock - 21)));
		assertThat(output()).doesNotContain("left of Guatemala");
		post("/orders", order(1, Map.of(14, 1)));
		assertThat(output()).contains("Only 20 left of Guatemala coffee: reorder at 20");
	}

	@Test
	void doesNotWarnOfLowStockWhenTheOrderIsRolledBack() {
		int stock = get("/products/15").number("$.stock");
		post("/orders", new Order(1, List.of(new Line(15, stock - 1), new Line(16, 10_000))));
		assertThat(output()).doesNotContain("left of " + get("/products/15").text("$.name"));
	}

	@Test
	void refusesMoreThanAParcelHoldsOverAllLines() {
		int stock = get("/products/18").number("$.stock");
		Answer refused = post("/orders", order(1, Map.of(18, 101, 20, 100)));
		assertProblem(refused, HttpStatus.CONFLICT);
		assertThat(refused.body().text("$.detail")).isEqualTo("A parcel holds 200 pieces, not 201.");
		assertThat(get("/products/18").number("$.stock")).isEqualTo(stock);
		assertThat(post("/orders", order(1, Map.of(18, 100, 20, 100))).status()).isEqualTo(HttpStatus.CREATED);
		assertThat(get("/products/18").number("$.stock")).isEqualTo(stock - 100);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"customerId\":4711,\"lines\":[{\"productId\":1,\"quantity\":1}]}",
			"{\"customerId\":6,\"lines\":[{\"productId\":1,\"quantity\":1}]}",
			"{\"customerId\":1,\"lines\":[{\"productId\":4711,\"quantity\":1}]}" })
	void doesNotKnowWhoOrWhatIsMissing(String order) {
		assertProblem(post("/orders", order), HttpStatus.NOT_FOUND);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "no JSON", "{\"customerId\":1,\"lines\":[]}", "{\"lines\":[{\"productId\":1}]}",
			"{\"customerId\":1,\"lines\":[{\"productId\":1,\"quantity\":0}]}",
			"{\"customerId\":1,\"lines\":[{\"productId\":1,\"quantity\":-1}]}" })
	void refusesAnOrderThatMakesNoSense(String order) {
		assertProblem(post("/orders", order), HttpStatus.BAD_REQUEST);
	}

	@Test
	void refusesAPriceThatMakesNoSense() {
		assertProblem(put("/products/1/price", Map.of("price", -1)), HttpStatus.BAD_REQUEST);
		assertProblem(put("/products/1/price", Map.of("price", 1.001)), HttpStatus.BAD_REQUEST);
		assertProblem(put("/products/4711/price", Map.of("price", 1)), HttpStatus.NOT_FOUND);
	}

	/** When the trigger runs that sets the last modification. */
	protected String timingOfLastModified() {
		return "BEFORE";
	}

	protected List<String> triggersOfViews() {
		return List.of("stock_levels_update");
	}

	private static String lower(Object name) {
		return name.toString().toLowerCase(Locale.ROOT);
	}

}
