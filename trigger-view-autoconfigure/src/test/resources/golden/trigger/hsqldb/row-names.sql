-- create
\.
CREATE TRIGGER "shop"."orders_log"
AFTER UPDATE ON "shop"."orders"
REFERENCING OLD ROW AS o NEW ROW AS n
FOR EACH ROW
BEGIN ATOMIC
INSERT INTO log (id) VALUES (n.id);
END
.;

-- drop
\.
DROP TRIGGER IF EXISTS "shop"."orders_log"
.;
