-- create
CREATE TRIGGER "shop"."orders_log"
AFTER UPDATE OF "status" ON "orders"
FOR EACH ROW
WHEN (NEW.total > 10)
BEGIN
INSERT INTO log (id) VALUES (NEW.id);
END;

-- drop
DROP TRIGGER IF EXISTS "shop"."orders_log";
