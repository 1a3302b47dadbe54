/** Tables and views of a shop, as entities. */
package dev.triggerview.hibernate.sales;
