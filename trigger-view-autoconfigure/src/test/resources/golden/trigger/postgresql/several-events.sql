-- create
DO $tv$
DECLARE
present oid := pg_catalog.to_regprocedure('"shop"."orders__orders_log_tv_fn"()');
BEGIN
IF present IS NOT NULL
AND coalesce(pg_catalog.obj_description(present, 'pg_proc') NOT LIKE 'trigger-view:%', true) THEN
RAISE EXCEPTION USING MESSAGE = 'Function shop.orders__orders_log_tv_fn exists and was not created with a trigger',
HINT = 'Rename the function or the trigger, or name the function as functionName.';
END IF;
IF EXISTS (SELECT FROM pg_catalog.pg_trigger WHERE tgfoid = present
AND tgparentid = 0 AND NOT (tgname = 'orders_log' AND tgrelid = pg_catalog.to_regclass('"shop"."orders"'))) THEN
RAISE EXCEPTION USING MESSAGE = 'Function shop.orders__orders_log_tv_fn exists and another trigger uses it',
HINT = 'Rename the trigger, or name a function of both as functionName.';
END IF;
END
$tv$;

CREATE OR REPLACE FUNCTION "shop"."orders__orders_log_tv_fn"() RETURNS trigger
LANGUAGE "plpgsql"
AS $tv$
BEGIN
INSERT INTO log (id) VALUES (NEW.id);
RETURN NULL;
END
$tv$;

COMMENT ON FUNCTION "shop"."orders__orders_log_tv_fn"() IS 'trigger-view:26c823bd025351608e9dfcc82f25856760d965504411070081ee6689bbfe6dec';

CREATE TRIGGER "orders_log"
AFTER INSERT OR UPDATE ON "shop"."orders"
FOR EACH ROW
EXECUTE FUNCTION "shop"."orders__orders_log_tv_fn"();

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
