package dev.triggerview.sample.sales;

import java.math.BigDecimal;

/** A row of the view {@code sales_by_region}, which has no key. */
public record SalesByRegion(String region, String category, long quantity, BigDecimal revenue) {

}
