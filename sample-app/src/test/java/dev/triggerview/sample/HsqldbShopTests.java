package dev.triggerview.sample;

import org.springframework.test.context.ActiveProfiles;

@ActiveProfiles("hsqldb")
class HsqldbShopTests extends ShopTests {

}
