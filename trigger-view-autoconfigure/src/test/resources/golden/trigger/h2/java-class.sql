-- create
CREATE TRIGGER "shop"."orders_log"
AFTER INSERT ON "shop"."orders"
FOR EACH ROW
CALL 'org.acme.Audit';

-- drop
DROP TRIGGER IF EXISTS "shop"."orders_log";
