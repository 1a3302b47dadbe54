-- create
CREATE TRIGGER "shop"."orders_log"
AFTER INSERT ON "orders"
FOR EACH ROW
BEGIN
  INSERT INTO log (id) VALUES (1);
END;

-- drop
DROP TRIGGER IF EXISTS "shop"."orders_log";
