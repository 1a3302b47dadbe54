-- create
CREATE TRIGGER "shop"."orders_log"
INSTEAD OF INSERT ON "shop"."orders"
FOR EACH ROW
AS 'INSERT INTO log (id) VALUES (NEW.id)';

-- drop
DROP TRIGGER IF EXISTS "shop"."orders_log";
