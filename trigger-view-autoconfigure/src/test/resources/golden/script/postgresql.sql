-- Changeset changelog/trigger/offline.yaml::create::test
DO $tv$
DECLARE
present oid := pg_catalog.to_regprocedure(pg_catalog.quote_ident(pg_catalog.current_schema()) || '.' || '"item__item_written_tv_fn"()');
BEGIN
IF present IS NOT NULL
AND coalesce(pg_catalog.obj_description(present, 'pg_proc') NOT LIKE 'trigger-view:%', true) THEN
RAISE EXCEPTION USING MESSAGE = 'Function item__item_written_tv_fn exists and was not created with a trigger',
HINT = 'Rename the function or the trigger, or name the function as functionName.';
END IF;
IF EXISTS (SELECT FROM pg_catalog.pg_trigger WHERE tgfoid = present
AND tgparentid = 0 AND NOT (tgname = 'item_written' AND tgrelid = pg_catalog.to_regclass('"item"'))) THEN
RAISE EXCEPTION USING MESSAGE = 'Function item__item_written_tv_fn exists and another trigger uses it',
HINT = 'Rename the trigger, or name a function of both as functionName.';
END IF;
END
$tv$;

CREATE OR REPLACE FUNCTION "item__item_written_tv_fn"() RETURNS trigger
LANGUAGE "plpgsql"
AS $tv$
BEGIN
INSERT INTO item_log (item_id) VALUES (1); -- the end
RETURN NULL;
END
$tv$;

COMMENT ON FUNCTION "item__item_written_tv_fn"() IS 'trigger-view:dfb5c1f3eed3a74e83e1ba7f4591d60f21951eb62e134ca1e5131f2339c6dc71';

CREATE TRIGGER "item_written"
AFTER INSERT OR UPDATE ON "item"
FOR EACH ROW
EXECUTE FUNCTION "item__item_written_tv_fn"();

-- Changeset changelog/trigger/offline.yaml::replace::test
DO $tv$
DECLARE
present oid := pg_catalog.to_regprocedure(pg_catalog.quote_ident(pg_catalog.current_schema()) || '.' || '"item__item_written_tv_fn"()');
BEGIN
IF present IS NOT NULL
AND coalesce(pg_catalog.obj_description(present, 'pg_proc') NOT LIKE 'trigger-view:%', true) THEN
RAISE EXCEPTION USING MESSAGE = 'Function item__item_written_tv_fn exists and was not created with a trigger',
HINT = 'Rename the function or the trigger, or name the function as functionName.';
END IF;
IF EXISTS (SELECT FROM pg_catalog.pg_trigger WHERE tgfoid = present
AND tgparentid = 0 AND NOT (tgname = 'item_written' AND tgrelid = pg_catalog.to_regclass('"item"'))) THEN
RAISE EXCEPTION USING MESSAGE = 'Function item__item_written_tv_fn exists and another trigger uses it',
HINT = 'Rename the trigger, or name a function of both as functionName.';
END IF;
END
$tv$;

CREATE OR REPLACE FUNCTION "item__item_written_tv_fn"() RETURNS trigger
LANGUAGE "plpgsql"
AS $tv$
BEGIN
INSERT INTO item_log (item_id) VALUES (2);
RETURN NULL;
END
$tv$;

COMMENT ON FUNCTION "item__item_written_tv_fn"() IS 'trigger-view:f20dcf516d8225ce97c807bd74fe66673aeebd0166df778b5a430bf5c9b5b9a7';

CREATE OR REPLACE TRIGGER "item_written"
AFTER INSERT ON "item"
FOR EACH ROW
EXECUTE FUNCTION "item__item_written_tv_fn"();

-- Changeset changelog/trigger/offline.yaml::drop::test
DO $tv$
DECLARE
called oid := coalesce((SELECT tgfoid FROM pg_catalog.pg_trigger
WHERE tgrelid = pg_catalog.to_regclass('"item"') AND tgname = 'item_written' AND NOT tgisinternal),
pg_catalog.to_regprocedure(pg_catalog.quote_ident(pg_catalog.current_schema()) || '.' || '"item__item_written_tv_fn"()'));
BEGIN
DROP TRIGGER IF EXISTS "item_written" ON "item";
IF pg_catalog.obj_description(called, 'pg_proc') LIKE 'trigger-view:%'
AND NOT EXISTS (SELECT FROM pg_catalog.pg_trigger WHERE tgfoid = called) THEN
EXECUTE 'DROP FUNCTION ' || called::regprocedure;
END IF;
END
$tv$;

