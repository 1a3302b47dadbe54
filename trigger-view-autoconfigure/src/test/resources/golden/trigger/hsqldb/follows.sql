-- create
\.
CREATE TRIGGER "shop"."orders_log"
AFTER INSERT ON "shop"."orders"
BEFORE "orders_check"
REFERENCING NEW ROW AS NEW
FOR EACH ROW
BEGIN ATOMIC
INSERT INTO log (id) VALUES (NEW.id);
END
.;

-- drop
\.
DROP TRIGGER IF EXISTS "shop"."orders_log"
.;
