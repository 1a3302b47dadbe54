-- create
CREATE TRIGGER "shop"."item_written"
AFTER INSERT OR UPDATE OF "name" ON "shop"."item"
FOR EACH ROW
BEGIN
INSERT INTO item_log (tag) VALUES ('old');
END;
/
BEGIN
FOR e IN (SELECT line, position, text FROM all_errors WHERE owner = 'shop' AND type = 'TRIGGER'
AND name = 'item_written' AND attribute = 'ERROR' ORDER BY sequence) LOOP
RAISE_APPLICATION_ERROR(-20000, 'Trigger item_written does not compile, line ' || e.line || ', column ' || e.position || ': ' || e.text);
END LOOP;
END;
/

-- create or replace without reading
CREATE OR REPLACE TRIGGER "shop"."item_written"
AFTER INSERT OR UPDATE OF "name" ON "shop"."item"
FOR EACH ROW
BEGIN
INSERT INTO item_log (tag) VALUES ('old');
END;
/
BEGIN
FOR e IN (SELECT line, position, text FROM all_errors WHERE owner = 'shop' AND type = 'TRIGGER'
AND name = 'item_written' AND attribute = 'ERROR' ORDER BY sequence) LOOP
RAISE_APPLICATION_ERROR(-20000, 'Trigger item_written does not compile, line ' || e.line || ', column ' || e.position || ': ' || e.text);
END LOOP;
END;
/

-- replace
CREATE OR REPLACE TRIGGER "shop"."item_written"
AFTER INSERT OR UPDATE OF "name" ON "shop"."item"
FOR EACH ROW
BEGIN
INSERT INTO item_log (tag) VALUES ('new');
END;
/
BEGIN
FOR e IN (SELECT line, position, text FROM all_errors WHERE owner = 'shop' AND type = 'TRIGGER'
AND name = 'item_written' AND attribute = 'ERROR' ORDER BY sequence) LOOP
RAISE_APPLICATION_ERROR(-20000, 'Trigger item_written does not compile, line ' || e.line || ', column ' || e.position || ': ' || e.text);
END LOOP;
END;
/

-- replace a disabled trigger
CREATE OR REPLACE TRIGGER "shop"."item_written"
AFTER INSERT OR UPDATE OF "name" ON "shop"."item"
FOR EACH ROW
DISABLE
BEGIN
INSERT INTO item_log (tag) VALUES ('new');
END;
/
BEGIN
FOR e IN (SELECT line, position, text FROM all_errors WHERE owner = 'shop' AND type = 'TRIGGER'
AND name = 'item_written' AND attribute = 'ERROR' ORDER BY sequence) LOOP
RAISE_APPLICATION_ERROR(-20000, 'Trigger item_written does not compile, line ' || e.line || ', column ' || e.position || ': ' || e.text);
END LOOP;
END;
/
ALTER TRIGGER "shop"."item_written" DISABLE
/
ALTER TRIGGER "shop"."item_written" DISABLE
/

-- disable
ALTER TRIGGER "shop"."item_written" DISABLE
/

-- enable
ALTER TRIGGER "shop"."item_written" ENABLE
/

-- rename
ALTER TRIGGER "shop"."item_written" RENAME TO "item_kept"
/

-- drop
BEGIN
EXECUTE IMMEDIATE 'DROP TRIGGER "shop"."item_written"';
EXCEPTION WHEN OTHERS THEN
IF SQLCODE <> -4080 THEN RAISE; END IF;
END;
/

-- restore
CREATE TRIGGER "shop"."item_written"
AFTER INSERT OR UPDATE OF "name" ON "shop"."item"
FOR EACH ROW
BEGIN
INSERT INTO item_log (tag) VALUES ('old');
END;
/
BEGIN
FOR e IN (SELECT line, position, text FROM all_errors WHERE owner = 'shop' AND type = 'TRIGGER'
AND name = 'item_written' AND attribute = 'ERROR' ORDER BY sequence) LOOP
RAISE_APPLICATION_ERROR(-20000, 'Trigger item_written does not compile, line ' || e.line || ', column ' || e.position || ': ' || e.text);
END LOOP;
END;
/
