-- create
CREATE TRIGGER "shop"."item_written"
AFTER INSERT, UPDATE ON "shop"."item"
FOR EACH ROW
CALL 'org.acme.old';

-- create or replace without reading
CREATE TRIGGER "shop"."item_written__TV_PROBE"
AFTER INSERT, UPDATE ON "shop"."item"
FOR EACH ROW
CALL 'org.acme.old';
DROP TRIGGER IF EXISTS "shop"."item_written__TV_PROBE";
DROP TRIGGER IF EXISTS "shop"."item_written";
CREATE TRIGGER "shop"."item_written"
AFTER INSERT, UPDATE ON "shop"."item"
FOR EACH ROW
CALL 'org.acme.old';

-- replace
DELETE FROM TRIGGER_VIEW_STORE WHERE PURPOSE = 'DISABLED' AND SUBJECT = '4a33eacd5fa65f2b2e2871cd131286b5bcfd1bf85eebf890a9f60f4f4d2e4762';
INSERT INTO TRIGGER_VIEW_STORE (PURPOSE, SUBJECT, PART, CONTENT) VALUES ('DISABLED', '4a33eacd5fa65f2b2e2871cd131286b5bcfd1bf85eebf890a9f60f4f4d2e4762', 0, '1|name=item_written&schema=shop&table=item&kind=TABLE&timing=AFTER&events=INSERT%2CUPDATE&updateColumns=&level=ROW&definition=CREATE+TRIGGER+%22shop%22.%22item_written%22%0AAFTER+INSERT%2C+UPDATE+ON+%22shop%22.%22item%22%0AFOR+EACH+ROW%0ACALL+%27org.acme.old%27&state=ENABLED&position=0&function=&predecessors=item_checked&successors=');
EXECUTE IMMEDIATE 'ALTER TABLE "shop"."item" ALTER COLUMN IF EXISTS "no column of trigger-view" DROP NOT NULL';
EXECUTE IMMEDIATE 'SET EXCLUSIVE 1';
EXECUTE IMMEDIATE 'CREATE TRIGGER "shop"."item_written__TV_PROBE"
AFTER INSERT, UPDATE ON "shop"."item"
FOR EACH ROW
CALL ''org.acme.new''';
EXECUTE IMMEDIATE 'DROP TRIGGER IF EXISTS "shop"."item_written__TV_PROBE"';
EXECUTE IMMEDIATE 'DROP TRIGGER IF EXISTS "shop"."item_written"';
EXECUTE IMMEDIATE 'CREATE TRIGGER "shop"."item_written"
AFTER INSERT, UPDATE ON "shop"."item"
FOR EACH ROW
CALL ''org.acme.new''';
COMMIT;
EXECUTE IMMEDIATE 'SET EXCLUSIVE 0';
DELETE FROM TRIGGER_VIEW_STORE WHERE PURPOSE = 'DISABLED' AND SUBJECT = '4a33eacd5fa65f2b2e2871cd131286b5bcfd1bf85eebf890a9f60f4f4d2e4762';

-- replace a disabled trigger
DELETE FROM TRIGGER_VIEW_STORE WHERE PURPOSE = 'DISABLED' AND SUBJECT = '4a33eacd5fa65f2b2e2871cd131286b5bcfd1bf85eebf890a9f60f4f4d2e4762';
INSERT INTO TRIGGER_VIEW_STORE (PURPOSE, SUBJECT, PART, CONTENT) VALUES ('DISABLED', '4a33eacd5fa65f2b2e2871cd131286b5bcfd1bf85eebf890a9f60f4f4d2e4762', 0, '1|name=item_written&schema=shop&table=item&kind=TABLE&timing=AFTER&events=INSERT%2CUPDATE&updateColumns=&level=ROW&definition=CREATE+TRIGGER+%22shop%22.%22item_written%22%0AAFTER+INSERT%2C+UPDATE+ON+%22shop%22.%22item%22%0AFOR+EACH+ROW%0ACALL+%27org.acme.new%27&state=DISABLED&position=0&function=&predecessors=item_checked&successors=');

-- disable
DELETE FROM TRIGGER_VIEW_STORE WHERE PURPOSE = 'DISABLED' AND SUBJECT = '4a33eacd5fa65f2b2e2871cd131286b5bcfd1bf85eebf890a9f60f4f4d2e4762';
INSERT INTO TRIGGER_VIEW_STORE (PURPOSE, SUBJECT, PART, CONTENT) VALUES ('DISABLED', '4a33eacd5fa65f2b2e2871cd131286b5bcfd1bf85eebf890a9f60f4f4d2e4762', 0, '1|name=item_written&schema=shop&table=item&kind=TABLE&timing=AFTER&events=INSERT%2CUPDATE&updateColumns=&level=ROW&definition=CREATE+TRIGGER+%22shop%22.%22item_written%22%0AAFTER+INSERT%2C+UPDATE+ON+%22shop%22.%22item%22%0AFOR+EACH+ROW%0ACALL+%27org.acme.old%27&state=ENABLED&position=0&function=&predecessors=item_checked&successors=');
DROP TRIGGER IF EXISTS "shop"."item_written";
DELETE FROM TRIGGER_VIEW_STORE WHERE PURPOSE = 'DISABLED' AND SUBJECT = '4a33eacd5fa65f2b2e2871cd131286b5bcfd1bf85eebf890a9f60f4f4d2e4762';
INSERT INTO TRIGGER_VIEW_STORE (PURPOSE, SUBJECT, PART, CONTENT) VALUES ('DISABLED', '4a33eacd5fa65f2b2e2871cd131286b5bcfd1bf85eebf890a9f60f4f4d2e4762', 0, '1|name=item_written&schema=shop&table=item&kind=TABLE&timing=AFTER&events=INSERT%2CUPDATE&updateColumns=&level=ROW&definition=CREATE+TRIGGER+%22shop%22.%22item_written%22%0AAFTER+INSERT%2C+UPDATE+ON+%22shop%22.%22item%22%0AFOR+EACH+ROW%0ACALL+%27org.acme.old%27&state=DISABLED&position=0&function=&predecessors=item_checked&successors=');

-- enable
CREATE TRIGGER "shop"."item_written"
AFTER INSERT, UPDATE ON "shop"."item"
FOR EACH ROW
CALL 'org.acme.old';
DELETE FROM TRIGGER_VIEW_STORE WHERE PURPOSE = 'DISABLED' AND SUBJECT = '4a33eacd5fa65f2b2e2871cd131286b5bcfd1bf85eebf890a9f60f4f4d2e4762';

-- rename
DELETE FROM TRIGGER_VIEW_STORE WHERE PURPOSE = 'DISABLED' AND SUBJECT = '4a33eacd5fa65f2b2e2871cd131286b5bcfd1bf85eebf890a9f60f4f4d2e4762';
INSERT INTO TRIGGER_VIEW_STORE (PURPOSE, SUBJECT, PART, CONTENT) VALUES ('DISABLED', '4a33eacd5fa65f2b2e2871cd131286b5bcfd1bf85eebf890a9f60f4f4d2e4762', 0, '1|name=item_written&schema=shop&table=item&kind=TABLE&timing=AFTER&events=INSERT%2CUPDATE&updateColumns=&level=ROW&definition=CREATE+TRIGGER+%22shop%22.%22item_written%22%0AAFTER+INSERT%2C+UPDATE+ON+%22shop%22.%22item%22%0AFOR+EACH+ROW%0ACALL+%27org.acme.old%27&state=ENABLED&position=0&function=&predecessors=item_checked&successors=');
EXECUTE IMMEDIATE 'ALTER TABLE "shop"."item" ALTER COLUMN IF EXISTS "no column of trigger-view" DROP NOT NULL';
EXECUTE IMMEDIATE 'SET EXCLUSIVE 1';
EXECUTE IMMEDIATE 'CREATE TRIGGER "shop"."item_kept"
AFTER INSERT, UPDATE ON "shop"."item"
FOR EACH ROW
CALL ''org.acme.old''';
EXECUTE IMMEDIATE 'DROP TRIGGER IF EXISTS "shop"."item_written"';
COMMIT;
EXECUTE IMMEDIATE 'SET EXCLUSIVE 0';
DELETE FROM TRIGGER_VIEW_STORE WHERE PURPOSE = 'DISABLED' AND SUBJECT = '4a33eacd5fa65f2b2e2871cd131286b5bcfd1bf85eebf890a9f60f4f4d2e4762';

-- drop
DROP TRIGGER IF EXISTS "shop"."item_written";

-- restore
CREATE TRIGGER "shop"."item_written"
AFTER INSERT, UPDATE ON "shop"."item"
FOR EACH ROW
CALL 'org.acme.old';
