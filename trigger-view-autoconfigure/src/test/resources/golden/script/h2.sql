-- Changeset changelog/trigger/offline.yaml::create::test
CREATE TRIGGER "PUBLIC"."ITEM_WRITTEN"
AFTER INSERT, UPDATE ON "PUBLIC"."ITEM"
FOR EACH ROW
CALL 'org.acme.LogItem';

-- Changeset changelog/trigger/offline.yaml::replace::test
CREATE TRIGGER "PUBLIC"."ITEM_WRITTEN__TV_PROBE"
AFTER INSERT ON "PUBLIC"."ITEM"
FOR EACH ROW
CALL 'org.acme.LogItem';

DROP TRIGGER IF EXISTS "PUBLIC"."ITEM_WRITTEN__TV_PROBE";

DROP TRIGGER IF EXISTS "PUBLIC"."ITEM_WRITTEN";

CREATE TRIGGER "PUBLIC"."ITEM_WRITTEN"
AFTER INSERT ON "PUBLIC"."ITEM"
FOR EACH ROW
CALL 'org.acme.LogItem';

-- Changeset changelog/trigger/offline.yaml::drop::test
DROP TRIGGER IF EXISTS "PUBLIC"."ITEM_WRITTEN";

