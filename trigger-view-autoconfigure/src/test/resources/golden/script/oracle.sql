-- Changeset changelog/trigger/offline.yaml::create::test
CREATE TRIGGER "ITEM_WRITTEN"
AFTER INSERT OR UPDATE ON "ITEM"
FOR EACH ROW
BEGIN
INSERT INTO item_log (item_id) VALUES (1); -- the end
END;
/

BEGIN
FOR e IN (SELECT line, position, text FROM all_errors WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND type = 'TRIGGER'
AND name = 'ITEM_WRITTEN' AND attribute = 'ERROR' ORDER BY sequence) LOOP
RAISE_APPLICATION_ERROR(-20000, 'Trigger ITEM_WRITTEN does not compile, line ' || e.line || ', column ' || e.position || ': ' || e.text);
END LOOP;
END;
/

-- Changeset changelog/trigger/offline.yaml::replace::test
CREATE OR REPLACE TRIGGER "ITEM_WRITTEN"
AFTER INSERT ON "ITEM"
FOR EACH ROW
BEGIN
INSERT INTO item_log (item_id) VALUES (2);
END;
/

BEGIN
FOR e IN (SELECT line, position, text FROM all_errors WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND type = 'TRIGGER'
AND name = 'ITEM_WRITTEN' AND attribute = 'ERROR' ORDER BY sequence) LOOP
RAISE_APPLICATION_ERROR(-20000, 'Trigger ITEM_WRITTEN does not compile, line ' || e.line || ', column ' || e.position || ': ' || e.text);
END LOOP;
END;
/

-- Changeset changelog/trigger/offline.yaml::drop::test
BEGIN
EXECUTE IMMEDIATE 'DROP TRIGGER "ITEM_WRITTEN"';
EXCEPTION WHEN OTHERS THEN
IF SQLCODE <> -4080 THEN RAISE; END IF;
END;
/

