-- create
CREATE TRIGGER "shop"."orders_log__ins"
AFTER INSERT ON "orders"
FOR EACH ROW
BEGIN
INSERT INTO log (id) VALUES (0);
END;

CREATE TRIGGER "shop"."orders_log__upd"
AFTER UPDATE OF "status" ON "orders"
FOR EACH ROW
BEGIN
INSERT INTO log (id) VALUES (0);
END;

CREATE TRIGGER "shop"."orders_log__del"
AFTER DELETE ON "orders"
FOR EACH ROW
BEGIN
INSERT INTO log (id) VALUES (0);
END;

-- drop
DROP TRIGGER IF EXISTS "shop"."orders_log__ins";

DROP TRIGGER IF EXISTS "shop"."orders_log__upd";

DROP TRIGGER IF EXISTS "shop"."orders_log__del";
