-- create
\.
CREATE TRIGGER "shop"."orders_log__ins"
AFTER INSERT ON "shop"."orders"
REFERENCING NEW ROW AS NEW
FOR EACH ROW
BEGIN ATOMIC
INSERT INTO log (id) VALUES (NEW.id);
END
.;

\.
CREATE TRIGGER "shop"."orders_log__upd"
AFTER UPDATE ON "shop"."orders"
REFERENCING OLD ROW AS OLD NEW ROW AS NEW
FOR EACH ROW
BEGIN ATOMIC
INSERT INTO log (id) VALUES (NEW.id);
END
.;

-- drop
\.
DROP TRIGGER IF EXISTS "shop"."orders_log__ins"
.;

\.
DROP TRIGGER IF EXISTS "shop"."orders_log__upd"
.;
