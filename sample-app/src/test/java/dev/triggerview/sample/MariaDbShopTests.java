package dev.triggerview.sample;

import org.springframework.test.context.ActiveProfiles;

@ActiveProfiles("mariadb")
class MariaDbShopTests extends ShopTests {

}
