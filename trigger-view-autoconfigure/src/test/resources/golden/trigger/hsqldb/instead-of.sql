-- create
\.
CREATE TRIGGER "shop"."orders_log"
INSTEAD OF INSERT ON "shop"."orders"
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
