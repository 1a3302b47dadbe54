package dev.triggerview.sample;

import org.springframework.test.context.ActiveProfiles;

@ActiveProfiles("h2")
class H2ShopTests extends ShopTests {

}
