package dev.triggerview.sample.order;

import org.springframework.data.jpa.repository.JpaRepository;

interface ShopOrders extends JpaRepository<ShopOrder, Long> {

}
