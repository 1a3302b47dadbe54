-- create
CREATE TRIGGER "shop"."orders_log"
AFTER INSERT ON "shop"."orders"
AS 'INSERT INTO log (id) VALUES (0)';

-- drop
DROP TRIGGER IF EXISTS "shop"."orders_log";
