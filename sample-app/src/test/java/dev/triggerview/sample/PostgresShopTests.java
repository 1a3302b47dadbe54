package dev.triggerview.sample;

import org.springframework.test.context.ActiveProfiles;

@ActiveProfiles("default")
class PostgresShopTests extends ShopTests {

}
