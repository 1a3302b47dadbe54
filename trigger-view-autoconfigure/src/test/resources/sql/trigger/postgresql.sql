-- create
DO $tv$
DECLARE
present oid := pg_catalog.to_regprocedure('"shop"."item__item_written_tv_fn"()');
BEGIN
IF present IS NOT NULL
AND coalesce(pg_catalog.obj_description(present, 'pg_proc') NOT LIKE 'trigger-view:%', true) THEN
RAISE EXCEPTION USING MESSAGE = 'Function shop.item__item_written_tv_fn exists and was not created with a trigger',
HINT = 'Rename the function or the trigger, or name the function as functionName.';
END IF;
IF EXISTS (SELECT FROM pg_catalog.pg_trigger WHERE tgfoid = present
AND tgparentid = 0 AND NOT (tgname = 'item_written' AND tgrelid = pg_catalog.to_regclass('"shop"."item"'))) THEN
RAISE EXCEPTION USING MESSAGE = 'Function shop.item__item_written_tv_fn exists and another trigger uses it',
HINT = 'Rename the trigger, or name a function of both as functionName.';
END IF;
END
$tv$;
CREATE OR REPLACE FUNCTION "shop"."item__item_written_tv_fn"() RETURNS trigger
LANGUAGE "plpgsql"
AS $tv$
BEGIN
INSERT INTO item_log (tag) VALUES ('old');
RETURN NULL;
END
$tv$;
COMMENT ON FUNCTION "shop"."item__item_written_tv_fn"() IS 'trigger-view:d111592cbe7bbff12458937c4472b3dbbdb2e30d713e6ba16f84aa51aecb59ba';
CREATE TRIGGER "item_written"
AFTER INSERT OR UPDATE OF "name" ON "shop"."item"
FOR EACH ROW
EXECUTE FUNCTION "shop"."item__item_written_tv_fn"();

-- create or replace without reading
DO $tv$
DECLARE
present oid := pg_catalog.to_regprocedure('"shop"."item__item_written_tv_fn"()');
BEGIN
IF present IS NOT NULL
AND coalesce(pg_catalog.obj_description(present, 'pg_proc') NOT LIKE 'trigger-view:%', true) THEN
RAISE EXCEPTION USING MESSAGE = 'Function shop.item__item_written_tv_fn exists and was not created with a trigger',
HINT = 'Rename the function or the trigger, or name the function as functionName.';
END IF;
IF EXISTS (SELECT FROM pg_catalog.pg_trigger WHERE tgfoid = present
AND tgparentid = 0 AND NOT (tgname = 'item_written' AND tgrelid = pg_catalog.to_regclass('"shop"."item"'))) THEN
RAISE EXCEPTION USING MESSAGE = 'Function shop.item__item_written_tv_fn exists and another trigger uses it',
HINT = 'Rename the trigger, or name a function of both as functionName.';
END IF;
END
$tv$;
CREATE OR REPLACE FUNCTION "shop"."item__item_written_tv_fn"() RETURNS trigger
LANGUAGE "plpgsql"
AS $tv$
BEGIN
INSERT INTO item_log (tag) VALUES ('old');
RETURN NULL;
END
$tv$;
COMMENT ON FUNCTION "shop"."item__item_written_tv_fn"() IS 'trigger-view:d111592cbe7bbff12458937c4472b3dbbdb2e30d713e6ba16f84aa51aecb59ba';
CREATE OR REPLACE TRIGGER "item_written"
AFTER INSERT OR UPDATE OF "name" ON "shop"."item"
FOR EACH ROW
EXECUTE FUNCTION "shop"."item__item_written_tv_fn"();

-- replace
DO $tv$
DECLARE
present oid := pg_catalog.to_regprocedure('"shop"."item__item_written_tv_fn"()');
BEGIN
IF present IS NOT NULL
AND coalesce(pg_catalog.obj_description(present, 'pg_proc') NOT LIKE 'trigger-view:%', true) THEN
RAISE EXCEPTION USING MESSAGE = 'Function shop.item__item_written_tv_fn exists and was not created with a trigger',
HINT = 'Rename the function or the trigger, or name the function as functionName.';
END IF;
IF EXISTS (SELECT FROM pg_catalog.pg_trigger WHERE tgfoid = present
AND tgparentid = 0 AND NOT (tgname = 'item_written' AND tgrelid = pg_catalog.to_regclass('"shop"."item"'))) THEN
RAISE EXCEPTION USING MESSAGE = 'Function shop.item__item_written_tv_fn exists and another trigger uses it',
HINT = 'Rename the trigger, or name a function of both as functionName.';
END IF;
END
$tv$;
CREATE OR REPLACE FUNCTION "shop"."item__item_written_tv_fn"() RETURNS trigger
LANGUAGE "plpgsql"
AS $tv$
BEGIN
INSERT INTO item_log (tag) VALUES ('new');
RETURN NULL;
END
$tv$;
COMMENT ON FUNCTION "shop"."item__item_written_tv_fn"() IS 'trigger-view:d5bc8e74baf365aa0f00379a7a984ca82b5bb864156453a234777b6c95a0734a';
CREATE OR REPLACE TRIGGER "item_written"
AFTER INSERT OR UPDATE OF "name" ON "shop"."item"
FOR EACH ROW
EXECUTE FUNCTION "shop"."item__item_written_tv_fn"();

-- replace a disabled trigger
DO $tv$
DECLARE
present oid := pg_catalog.to_regprocedure('"shop"."item__item_written_tv_fn"()');
BEGIN
IF present IS NOT NULL
AND coalesce(pg_catalog.obj_description(present, 'pg_proc') NOT LIKE 'trigger-view:%', true) THEN
RAISE EXCEPTION USING MESSAGE = 'Function shop.item__item_written_tv_fn exists and was not created with a trigger',
HINT = 'Rename the function or the trigger, or name the function as functionName.';
END IF;
IF EXISTS (SELECT FROM pg_catalog.pg_trigger WHERE tgfoid = present
AND tgparentid = 0 AND NOT (tgname = 'item_written' AND tgrelid = pg_catalog.to_regclass('"shop"."item"'))) THEN
RAISE EXCEPTION USING MESSAGE = 'Function shop.item__item_written_tv_fn exists and another trigger uses it',
HINT = 'Rename the trigger, or name a function of both as functionName.';
END IF;
END
$tv$;
CREATE OR REPLACE FUNCTION "shop"."item__item_written_tv_fn"() RETURNS trigger
LANGUAGE "plpgsql"
AS $tv$
BEGIN
INSERT INTO item_log (tag) VALUES ('new');
RETURN NULL;
END
$tv$;
COMMENT ON FUNCTION "shop"."item__item_written_tv_fn"() IS 'trigger-view:d5bc8e74baf365aa0f00379a7a984ca82b5bb864156453a234777b6c95a0734a';
DO $tv$
BEGIN
EXECUTE 'CREATE OR REPLACE TRIGGER "item_written"
AFTER INSERT OR UPDATE OF "name" ON "shop"."item"
FOR EACH ROW
EXECUTE FUNCTION "shop"."item__item_written_tv_fn"()';
EXECUTE 'ALTER TABLE "shop"."item" DISABLE TRIGGER "item_written"';
END
$tv$;

-- disable
ALTER TABLE "shop"."item" DISABLE TRIGGER "item_written";

-- enable
ALTER TABLE "shop"."item" ENABLE TRIGGER "item_written";

-- rename
DO $tv$
DECLARE
called oid := (SELECT tgfoid FROM pg_catalog.pg_trigger WHERE tgrelid = pg_catalog.to_regclass('"shop"."item"')
AND tgname = 'item_written' AND NOT tgisinternal);
BEGIN
ALTER TRIGGER "item_written" ON "shop"."item" RENAME TO "item_kept";
IF called = pg_catalog.to_regprocedure('"shop"."item__item_written_tv_fn"()') AND pg_catalog.to_regprocedure('"shop"."item__item_kept_tv_fn"()') IS NULL
AND pg_catalog.obj_description(called, 'pg_proc') LIKE 'trigger-view:%' THEN
ALTER FUNCTION "shop"."item__item_written_tv_fn"() RENAME TO "item__item_kept_tv_fn";
END IF;
END
$tv$;

-- drop
DO $tv$
DECLARE
called oid := coalesce((SELECT tgfoid FROM pg_catalog.pg_trigger
WHERE tgrelid = pg_catalog.to_regclass('"shop"."item"') AND tgname = 'item_written' AND NOT tgisinternal),
pg_catalog.to_regprocedure('"shop"."item__item_written_tv_fn"()'));
BEGIN
DROP TRIGGER IF EXISTS "item_written" ON "shop"."item";
IF pg_catalog.obj_description(called, 'pg_proc') LIKE 'trigger-view:%'
AND NOT EXISTS (SELECT FROM pg_catalog.pg_trigger WHERE tgfoid = called) THEN
EXECUTE 'DROP FUNCTION ' || called::regprocedure;
END IF;
END
$tv$;

-- restore
DO $tv$
DECLARE
present oid := pg_catalog.to_regprocedure('"shop"."item__item_written_tv_fn"()');
BEGIN
IF present IS NOT NULL
AND coalesce(pg_catalog.obj_description(present, 'pg_proc') NOT LIKE 'trigger-view:%', true) THEN
RAISE EXCEPTION USING MESSAGE = 'Function shop.item__item_written_tv_fn exists and was not created with a trigger',
HINT = 'Rename the function or the trigger, or name the function as functionName.';
END IF;
IF EXISTS (SELECT FROM pg_catalog.pg_trigger WHERE tgfoid = present
AND tgparentid = 0 AND NOT (tgname = 'item_written' AND tgrelid = pg_catalog.to_regclass('"shop"."item"'))) THEN
RAISE EXCEPTION USING MESSAGE = 'Function shop.item__item_written_tv_fn exists and another trigger uses it',
HINT = 'Rename the trigger, or name a function of both as functionName.';
END IF;
END
$tv$;
CREATE OR REPLACE FUNCTION "shop"."item__item_written_tv_fn"() RETURNS trigger
LANGUAGE "plpgsql"
AS $tv$
BEGIN
INSERT INTO item_log (tag) VALUES ('old');
RETURN NULL;
END
$tv$;
COMMENT ON FUNCTION "shop"."item__item_written_tv_fn"() IS 'trigger-view:d111592cbe7bbff12458937c4472b3dbbdb2e30d713e6ba16f84aa51aecb59ba';
CREATE TRIGGER "item_written"
AFTER INSERT OR UPDATE OF "name" ON "shop"."item"
FOR EACH ROW
EXECUTE FUNCTION "shop"."item__item_written_tv_fn"();
