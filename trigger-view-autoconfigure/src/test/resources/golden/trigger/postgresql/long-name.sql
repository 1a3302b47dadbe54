-- create
DO $tv$
DECLARE
present oid := pg_catalog.to_regprocedure('"shop"."orders__a_name_of_exactly_sixty_three_bytes_whic_74fd6fbf_tv_fn"()');
BEGIN
IF present IS NOT NULL
AND coalesce(pg_catalog.obj_description(present, 'pg_proc') NOT LIKE 'trigger-view:%', true) THEN
RAISE EXCEPTION USING MESSAGE = 'Function shop.orders__a_name_of_exactly_sixty_three_bytes_whic_74fd6fbf_tv_fn exists and was not created with a trigger',
HINT = 'Rename the function or the trigger, or name the function as functionName.';
END IF;
IF EXISTS (SELECT FROM pg_catalog.pg_trigger WHERE tgfoid = present
AND tgparentid = 0 AND NOT (tgname = 'a_name_of_exactly_sixty_three_bytes_which_is_all_of_postgresql_' AND tgrelid = pg_catalog.to_regclass('"shop"."orders"'))) THEN
RAISE EXCEPTION USING MESSAGE = 'Function shop.orders__a_name_of_exactly_sixty_three_bytes_whic_74fd6fbf_tv_fn exists and another trigger uses it',
HINT = 'Rename the trigger, or name a function of both as functionName.';
END IF;
END
$tv$;

CREATE OR REPLACE FUNCTION "shop"."orders__a_name_of_exactly_sixty_three_bytes_whic_74fd6fbf_tv_fn"() RETURNS trigger
LANGUAGE "plpgsql"
AS $tv$
BEGIN
INSERT INTO log (id) VALUES (NEW.id);
RETURN NULL;
END
$tv$;

COMMENT ON FUNCTION "shop"."orders__a_name_of_exactly_sixty_three_bytes_whic_74fd6fbf_tv_fn"() IS 'trigger-view:862dbc1c9c933b350d2aa6f1be6ddc817969d2b40e5763cf1ffbdc2df5a75180';

CREATE TRIGGER "a_name_of_exactly_sixty_three_bytes_which_is_all_of_postgresql_"
AFTER INSERT OR UPDATE ON "shop"."orders"
FOR EACH ROW
EXECUTE FUNCTION "shop"."orders__a_name_of_exactly_sixty_three_bytes_whic_74fd6fbf_tv_fn"();

-- drop
DO $tv$
DECLARE
called oid := coalesce((SELECT tgfoid FROM pg_catalog.pg_trigger
WHERE tgrelid = pg_catalog.to_regclass('"shop"."orders"') AND tgname = 'a_name_of_exactly_sixty_three_bytes_which_is_all_of_postgresql_' AND NOT tgisinternal),
pg_catalog.to_regprocedure('"shop"."orders__a_name_of_exactly_sixty_three_bytes_whic_74fd6fbf_tv_fn"()'));
BEGIN
DROP TRIGGER IF EXISTS "a_name_of_exactly_sixty_three_bytes_which_is_all_of_postgresql_" ON "shop"."orders";
IF pg_catalog.obj_description(called, 'pg_proc') LIKE 'trigger-view:%'
AND NOT EXISTS (SELECT FROM pg_catalog.pg_trigger WHERE tgfoid = called) THEN
EXECUTE 'DROP FUNCTION ' || called::regprocedure;
END IF;
END
$tv$;
