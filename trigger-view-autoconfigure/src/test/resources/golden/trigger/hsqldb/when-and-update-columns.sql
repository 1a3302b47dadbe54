-- create
\.
CREATE TRIGGER "shop"."orders_log"
AFTER UPDATE OF "status" ON "shop"."orders"
REFERENCING OLD ROW AS OLD NEW ROW AS NEW
FOR EACH ROW
WHEN (NEW.total > 10)
BEGIN ATOMIC
INSERT INTO log (id) VALUES (NEW.id);
END
.;

-- drop
\.
DROP TRIGGER IF EXISTS "shop"."orders_log"
.;
