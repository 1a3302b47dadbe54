-- create
CREATE TRIGGER "shop"."item_written"
AFTER INSERT, UPDATE ON "shop"."item"
FOR EACH ROW
CALL 'org.acme.old';

-- create or replace without reading
DROP TRIGGER IF EXISTS "shop"."item_written";
CREATE TRIGGER "shop"."item_written"
AFTER INSERT, UPDATE ON "shop"."item"
FOR EACH ROW
CALL 'org.acme.old';

-- replace
DELETE FROM TRIGGER_VIEW_STORE WHERE PURPOSE = 'DISABLED' AND SUBJECT = '28887162d2c7c09949fecf4da80a9b17bcfd1bf85eebf890a9f60f4f4d2e4762';
INSERT INTO TRIGGER_VIEW_STORE (PURPOSE, SUBJECT, PART, CONTENT) VALUES ('DISABLED', '28887162d2c7c09949fecf4da80a9b17bcfd1bf85eebf890a9f60f4f4d2e4762', 0, '1|name=item_written&schema=shop&table=item&kind=TABLE&timing=AFTER&events=INSERT%2CUPDATE&updateColumns=&level=ROW&definition=CREATE+TRIGGER+%22shop%22.%22item_written%22%0AAFTER+INSERT%2C+UPDATE+ON+%22shop%22.%22item%22%0AFOR+EACH+ROW%0ACALL+%27org.acme.old%27&state=ENABLED&position=0&function=&predecessors=item_checked&successors=');
SET EXCLUSIVE 1;
DROP TRIGGER IF EXISTS "shop"."item_written";
CREATE TRIGGER "shop"."item_written"
AFTER INSERT, UPDATE ON "shop"."item"
FOR EACH ROW
CALL 'org.acme.new';
SET EXCLUSIVE 0;
DELETE FROM TRIGGER_VIEW_STORE WHERE PURPOSE = 'DISABLED' AND SUBJECT = '28887162d2c7c09949fecf4da80a9b17bcfd1bf85eebf890a9f60f4f4d2e4762';

-- replace a disabled trigger
DELETE FROM TRIGGER_VIEW_STORE WHERE PURPOSE = 'DISABLED' AND SUBJECT = '28887162d2c7c09949fecf4da80a9b17bcfd1bf85eebf890a9f60f4f4d2e4762';
INSERT INTO TRIGGER_VIEW_STORE (PURPOSE, SUBJECT, PART, CONTENT) VALUES ('DISABLED', '28887162d2c7c09949fecf4da80a9b17bcfd1bf85eebf890a9f60f4f4d2e4762', 0, '1|name=item_written&schema=shop&table=item&kind=TABLE&timing=AFTER&events=INSERT%2CUPDATE&updateColumns=&level=ROW&definition=CREATE+TRIGGER+%22shop%22.%22item_written%22%0AAFTER+INSERT%2C+UPDATE+ON+%22shop%22.%22item%22%0AFOR+EACH+ROW%0ACALL+%27org.acme.new%27&state=DISABLED&position=0&function=&predecessors=item_checked&successors=');

-- disable
DELETE FROM TRIGGER_VIEW_STORE WHERE PURPOSE = 'DISABLED' AND SUBJECT = '28887162d2c7c09949fecf4da80a9b17bcfd1bf85eebf890a9f60f4f4d2e4762';
INSERT INTO TRIGGER_VIEW_STORE (PURPOSE, SUBJECT, PART, CONTENT) VALUES ('DISABLED', '28887162d2c7c09949fecf4da80a9b17bcfd1bf85eebf890a9f60f4f4d2e4762', 0, '1|name=item_written&schema=shop&table=item&kind=TABLE&timing=AFTER&events=INSERT%2CUPDATE&updateColumns=&level=ROW&definition=CREATE+TRIGGER+%22shop%22.%22item_written%22%0AAFTER+INSERT%2C+UPDATE+ON+%22shop%22.%22item%22%0AFOR+EACH+ROW%0ACALL+%27org.acme.old%27&state=ENABLED&position=0&function=&predecessors=item_checked&successors=');
DROP TRIGGER IF EXISTS "shop"."item_written";
DELETE FROM TRIGGER_VIEW_STORE WHERE PURPOSE = 'DISABLED' AND SUBJECT = '28887162d2c7c09949fecf4da80a9b17bcfd1bf85eebf890a9f60f4f4d2e4762';
INSERT INTO TRIGGER_VIEW_STORE (PURPOSE, SUBJECT, PART, CONTENT) VALUES ('DISABLED', '28887162d2c7c09949fecf4da80a9b17bcfd1bf85eebf890a9f60f4f4d2e4762', 0, '1|name=item_written&schema=shop&table=item&kind=TABLE&timing=AFTER&events=INSERT%2CUPDATE&updateColumns=&level=ROW&definition=CREATE+TRIGGER+%22shop%22.%22item_written%22%0AAFTER+INSERT%2C+UPDATE+ON+%22shop%22.%22item%22%0AFOR+EACH+ROW%0ACALL+%27org.acme.old%27&state=DISABLED&position=0&function=&predecessors=item_checked&successors=');

-- enable
CREATE TRIGGER "shop"."item_written"
AFTER INSERT, UPDATE ON "shop"."item"
FOR EACH ROW
CALL 'org.acme.old';
DELETE FROM TRIGGER_VIEW_STORE WHERE PURPOSE = 'DISABLED' AND SUBJECT = '28887162d2c7c09949fecf4da80a9b17bcfd1bf85eebf890a9f60f4f4d2e4762';

-- rename
DELETE FROM TRIGGER_VIEW_STORE WHERE PURPOSE = 'DISABLED' AND SUBJECT = '28887162d2c7c09949fecf4da80a9b17bcfd1bf85eebf890a9f60f4f4d2e4762';
INSERT INTO TRIGGER_VIEW_STORE (PURPOSE, SUBJECT, PART, CONTENT) VALUES ('DISABLED', '28887162d2c7c09949fecf4da80a9b17bcfd1bf85eebf890a9f60f4f4d2e4762', 0, '1|name=item_written&schema=shop&table=item&kind=TABLE&timing=AFTER&events=INSERT%2CUPDATE&updateColumns=&level=ROW&definition=CREATE+TRIGGER+%22shop%22.%22item_written%22%0AAFTER+INSERT%2C+UPDATE+ON+%22shop%22.%22item%22%0AFOR+EACH+ROW%0ACALL+%27org.acme.old%27&state=ENABLED&position=0&function=&predecessors=item_checked&successors=');
SET EXCLUSIVE 1;
DROP TRIGGER IF EXISTS "shop"."item_written";
CREATE TRIGGER "shop"."item_kept"
AFTER INSERT, UPDATE ON "shop"."item"
FOR EACH ROW
CALL 'org.acme.old';
SET EXCLUSIVE 0;
DELETE FROM TRIGGER_VIEW_STORE WHERE PURPOSE = 'DISABLED' AND SUBJECT = '28887162d2c7c09949fecf4da80a9b17bcfd1bf85eebf890a9f60f4f4d2e4762';

-- drop
DROP TRIGGER IF EXISTS "shop"."item_written";

-- restore
CREATE TRIGGER "shop"."item_written"
AFTER INSERT, UPDATE ON "shop"."item"
FOR EACH ROW
CALL 'org.acme.old';
