-- create
CREATE TRIGGER "shop"."orders_log__ins"
AFTER INSERT ON "orders"
FOR EACH ROW
BEGIN
INSERT INTO log (id) VALUES (NEW.id);
END;

CREATE TRIGGER "shop"."orders_log__upd"
AFTER UPDATE ON "orders"
FOR EACH ROW
BEGIN
INSERT INTO log (id) VALUES (NEW.id);
END;

-- drop
DROP TRIGGER IF EXISTS "shop"."orders_log__ins";

DROP TRIGGER IF EXISTS "shop"."orders_log__upd";
