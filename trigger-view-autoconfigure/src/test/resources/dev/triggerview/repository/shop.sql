create table customer (id int primary key, name varchar(40) not null, city varchar(40));
create table purchase (id int primary key, customer_id int not null, amount int not null);
create view customer_total as
	select c.id, c.name, c.city, cast(coalesce(sum(p.amount), 0) as integer) as total_amount
	from customer c left join purchase p on p.customer_id = c.id group by c.id, c.name, c.city;
create view city_sale as
	select c.city, c.name as customer_name, p.amount, cast(null as varchar(5)) as size
	from customer c left join purchase p on p.customer_id = c.id;
create table event_log (
	id int primary key, name varchar(40), amount bigint, price decimal(10, 2), rate double precision,
	paid boolean, happened_at timestamp, happened_on date);
create view moment as select * from event_log;
insert into customer values (1, 'Ann', 'Bonn');
