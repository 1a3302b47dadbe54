-- create
CREATE TRIGGER orders_log AFTER INSERT ON orders
FOR EACH ROW
BEGIN
  INSERT INTO log (id) VALUES (NEW.id);
END; -- written by hand

-- drop
DO $tv$
DECLARE
called oid := coalesce((SELECT tgfoid FROM pg_catalog.pg_trigger
WHERE tgrelid = pg_catalog.to_regclass('"shop"."orders"') AND tgname = 'orders_log' AND NOT tgisinternal),
pg_catalog.to_regprocedure('"shop"."orders__orders_log_tv_fn"()'));
BEGIN
DROP TRIGGER IF EXISTS "orders_log" ON "shop"."orders";
IF pg_catalog.obj_description(called, 'pg_proc') LIKE 'trigger-view:%'
AND NOT EXISTS (SELECT FROM pg_catalog.pg_trigger WHERE tgfoid = called) THEN
EXECUTE 'DROP FUNCTION ' || called::regprocedure;
END IF;
END
$tv$;
