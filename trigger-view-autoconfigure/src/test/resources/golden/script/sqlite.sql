-- Changeset changelog/trigger/offline.yaml::create::test
CREATE TRIGGER "item_written__ins"
AFTER INSERT ON "item"
FOR EACH ROW
BEGIN
INSERT INTO item_log (item_id) VALUES (1); -- the end
END;

CREATE TRIGGER "item_written__upd"
AFTER UPDATE ON "item"
FOR EACH ROW
BEGIN
INSERT INTO item_log (item_id) VALUES (1); -- the end
END;

-- Changeset changelog/trigger/offline.yaml::replace::test
DROP TRIGGER IF EXISTS "item_written__ins";

DROP TRIGGER IF EXISTS "item_written__upd";

DROP TRIGGER IF EXISTS "item_written";

CREATE TRIGGER "item_written"
AFTER INSERT ON "item"
FOR EACH ROW
BEGIN
INSERT INTO item_log (item_id) VALUES (2);
END;

-- Changeset changelog/trigger/offline.yaml::drop::test
DROP TRIGGER IF EXISTS "item_written";

DROP TRIGGER IF EXISTS "item_written__ins";

DROP TRIGGER IF EXISTS "item_written__upd";

