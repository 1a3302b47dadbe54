-- create
CREATE TRIGGER `shop`.`item_written__ins`
AFTER INSERT ON `shop`.`item`
FOR EACH ROW
BEGIN
INSERT INTO item_log (tag) VALUES ('old');
END//
CREATE TRIGGER `shop`.`item_written__upd`
AFTER UPDATE ON `shop`.`item`
FOR EACH ROW
BEGIN
IF NOT (CAST(OLD.`name` AS BINARY) <=> CAST(NEW.`name` AS BINARY)) THEN
BEGIN
INSERT INTO item_log (tag) VALUES ('old');
END;
END IF;
END//

-- create or replace without reading
DROP TRIGGER IF EXISTS `shop`.`item_written`//
CREATE OR REPLACE TRIGGER `shop`.`item_written__ins`
AFTER INSERT ON `shop`.`item`
FOR EACH ROW
BEGIN
INSERT INTO item_log (tag) VALUES ('old');
END//
CREATE OR REPLACE TRIGGER `shop`.`item_written__upd`
AFTER UPDATE ON `shop`.`item`
FOR EACH ROW
BEGIN
IF NOT (CAST(OLD.`name` AS BINARY) <=> CAST(NEW.`name` AS BINARY)) THEN
BEGIN
INSERT INTO item_log (tag) VALUES ('old');
END;
END IF;
END//

-- replace
LOCK TABLES `shop`.`item` WRITE//
CREATE OR REPLACE TRIGGER `shop`.`item_written__ins`
AFTER INSERT ON `shop`.`item`
FOR EACH ROW FOLLOWS `item_checked`
BEGIN
INSERT INTO item_log (tag) VALUES ('new');
END//
CREATE OR REPLACE TRIGGER `shop`.`item_written__upd`
AFTER UPDATE ON `shop`.`item`
FOR EACH ROW
BEGIN
IF NOT (CAST(OLD.`name` AS BINARY) <=> CAST(NEW.`name` AS BINARY)) THEN
BEGIN
INSERT INTO item_log (tag) VALUES ('new');
END;
END IF;
END//
UNLOCK TABLES//

-- replace a disabled trigger
DELETE FROM TRIGGER_VIEW_STORE WHERE PURPOSE = 'DISABLED' AND SUBJECT = '4a33eacd5fa65f2b2e2871cd131286b54bf3e54ffbb2b1f95773ab8d8c9f14e9'//
INSERT INTO TRIGGER_VIEW_STORE (PURPOSE, SUBJECT, PART, CONTENT) VALUES ('DISABLED', '4a33eacd5fa65f2b2e2871cd131286b54bf3e54ffbb2b1f95773ab8d8c9f14e9', 0, '1|name=item_written__ins&catalog=shop&table=item&kind=TABLE&timing=AFTER&events=INSERT&updateColumns=&level=ROW&definition=CREATE+TRIGGER+%60shop%60.%60item_written__ins%60%0AAFTER+INSERT+ON+%60shop%60.%60item%60%0AFOR+EACH+ROW%0ABEGIN%0AINSERT+INTO+item_log+%28tag%29+VALUES+%28%27new%27%29%3B%0AEND&state=DISABLED&position=0&function=&predecessors=item_checked&successors=')//
DELETE FROM TRIGGER_VIEW_STORE WHERE PURPOSE = 'DISABLED' AND SUBJECT = '4a33eacd5fa65f2b2e2871cd131286b51b582a073aedf34ec30304ef2e997f3f'//
INSERT INTO TRIGGER_VIEW_STORE (PURPOSE, SUBJECT, PART, CONTENT) VALUES ('DISABLED', '4a33eacd5fa65f2b2e2871cd131286b51b582a073aedf34ec30304ef2e997f3f', 0, '1|name=item_written__upd&catalog=shop&table=item&kind=TABLE&timing=AFTER&events=UPDATE&updateColumns=name&level=ROW&definition=CREATE+TRIGGER+%60shop%60.%60item_written__upd%60%0AAFTER+UPDATE+ON+%60shop%60.%60item%60%0AFOR+EACH+ROW%0ABEGIN%0AIF+NOT+%28CAST%28OLD.%60name%60+AS+BINARY%29+%3C%3D%3E+CAST%28NEW.%60name%60+AS+BINARY%29%29+THEN%0ABEGIN%0AINSERT+INTO+item_log+%28tag%29+VALUES+%28%27new%27%29%3B%0AEND%3B%0AEND+IF%3B%0AEND&state=DISABLED&position=0&function=&predecessors=&successors=')//

-- disable
DELETE FROM TRIGGER_VIEW_STORE WHERE PURPOSE = 'DISABLED' AND SUBJECT = '4a33eacd5fa65f2b2e2871cd131286b54bf3e54ffbb2b1f95773ab8d8c9f14e9'//
INSERT INTO TRIGGER_VIEW_STORE (PURPOSE, SUBJECT, PART, CONTENT) VALUES ('DISABLED', '4a33eacd5fa65f2b2e2871cd131286b54bf3e54ffbb2b1f95773ab8d8c9f14e9', 0, '1|name=item_written__ins&catalog=shop&table=item&kind=TABLE&timing=AFTER&events=INSERT&updateColumns=&level=ROW&definition=CREATE+TRIGGER+%60shop%60.%60item_written__ins%60%0AAFTER+INSERT+ON+%60shop%60.%60item%60%0AFOR+EACH+ROW%0ABEGIN%0AINSERT+INTO+item_log+%28tag%29+VALUES+%28%27old%27%29%3B%0AEND&state=ENABLED&position=0&function=&predecessors=item_checked&successors=')//
DELETE FROM TRIGGER_VIEW_STORE WHERE PURPOSE = 'DISABLED' AND SUBJECT = '4a33eacd5fa65f2b2e2871cd131286b51b582a073aedf34ec30304ef2e997f3f'//
INSERT INTO TRIGGER_VIEW_STORE (PURPOSE, SUBJECT, PART, CONTENT) VALUES ('DISABLED', '4a33eacd5fa65f2b2e2871cd131286b51b582a073aedf34ec30304ef2e997f3f', 0, '1|name=item_written__upd&catalog=shop&table=item&kind=TABLE&timing=AFTER&events=UPDATE&updateColumns=name&level=ROW&definition=CREATE+TRIGGER+%60shop%60.%60item_written__upd%60%0AAFTER+UPDATE+ON+%60shop%60.%60item%60%0AFOR+EACH+ROW%0ABEGIN%0AIF+NOT+%28CAST%28OLD.%60name%60+AS+BINARY%29+%3C%3D%3E+CAST%28NEW.%60name%60+AS+BINARY%29%29+THEN%0ABEGIN%0AINSERT+INTO+item_log+%28tag%29+VALUES+%28%27old%27%29%3B%0AEND%3B%0AEND+IF%3B%0AEND&state=ENABLED&position=0&function=&predecessors=item_checked&successors=')//
DROP TRIGGER IF EXISTS `shop`.`item_written__ins`//
DROP TRIGGER IF EXISTS `shop`.`item_written__upd`//
DELETE FROM TRIGGER_VIEW_STORE WHERE PURPOSE = 'DISABLED' AND SUBJECT = '4a33eacd5fa65f2b2e2871cd131286b54bf3e54ffbb2b1f95773ab8d8c9f14e9'//
INSERT INTO TRIGGER_VIEW_STORE (PURPOSE, SUBJECT, PART, CONTENT) VALUES ('DISABLED', '4a33eacd5fa65f2b2e2871cd131286b54bf3e54ffbb2b1f95773ab8d8c9f14e9', 0, '1|name=item_written__ins&catalog=shop&table=item&kind=TABLE&timing=AFTER&events=INSERT&updateColumns=&level=ROW&definition=CREATE+TRIGGER+%60shop%60.%60item_written__ins%60%0AAFTER+INSERT+ON+%60shop%60.%60item%60%0AFOR+EACH+ROW%0ABEGIN%0AINSERT+INTO+item_log+%28tag%29+VALUES+%28%27old%27%29%3B%0AEND&state=DISABLED&position=0&function=&predecessors=item_checked&successors=')//
DELETE FROM TRIGGER_VIEW_STORE WHERE PURPOSE = 'DISABLED' AND SUBJECT = '4a33eacd5fa65f2b2e2871cd131286b51b582a073aedf34ec30304ef2e997f3f'//
INSERT INTO TRIGGER_VIEW_STORE (PURPOSE, SUBJECT, PART, CONTENT) VALUES ('DISABLED', '4a33eacd5fa65f2b2e2871cd131286b51b582a073aedf34ec30304ef2e997f3f', 0, '1|name=item_written__upd&catalog=shop&table=item&kind=TABLE&timing=AFTER&events=UPDATE&updateColumns=name&level=ROW&definition=CREATE+TRIGGER+%60shop%60.%60item_written__upd%60%0AAFTER+UPDATE+ON+%60shop%60.%60item%60%0AFOR+EACH+ROW%0ABEGIN%0AIF+NOT+%28CAST%28OLD.%60name%60+AS+BINARY%29+%3C%3D%3E+CAST%28NEW.%60name%60+AS+BINARY%29%29+THEN%0ABEGIN%0AINSERT+INTO+item_log+%28tag%29+VALUES+%28%27old%27%29%3B%0AEND%3B%0AEND+IF%3B%0AEND&state=DISABLED&position=0&function=&predecessors=&successors=')//

-- enable
CREATE TRIGGER `shop`.`item_written__ins`
AFTER INSERT ON `shop`.`item`
FOR EACH ROW FOLLOWS `item_checked`
BEGIN
INSERT INTO item_log (tag) VALUES ('old');
END//
CREATE TRIGGER `shop`.`item_written__upd`
AFTER UPDATE ON `shop`.`item`
FOR EACH ROW
BEGIN
IF NOT (CAST(OLD.`name` AS BINARY) <=> CAST(NEW.`name` AS BINARY)) THEN
BEGIN
INSERT INTO item_log (tag) VALUES ('old');
END;
END IF;
END//
DELETE FROM TRIGGER_VIEW_STORE WHERE PURPOSE = 'DISABLED' AND SUBJECT = '4a33eacd5fa65f2b2e2871cd131286b54bf3e54ffbb2b1f95773ab8d8c9f14e9'//
DELETE FROM TRIGGER_VIEW_STORE WHERE PURPOSE = 'DISABLED' AND SUBJECT = '4a33eacd5fa65f2b2e2871cd131286b51b582a073aedf34ec30304ef2e997f3f'//

-- rename
DELETE FROM TRIGGER_VIEW_STORE WHERE PURPOSE = 'DISABLED' AND SUBJECT = '4a33eacd5fa65f2b2e2871cd131286b54bf3e54ffbb2b1f95773ab8d8c9f14e9'//
INSERT INTO TRIGGER_VIEW_STORE (PURPOSE, SUBJECT, PART, CONTENT) VALUES ('DISABLED', '4a33eacd5fa65f2b2e2871cd131286b54bf3e54ffbb2b1f95773ab8d8c9f14e9', 0, '1|name=item_written__ins&catalog=shop&table=item&kind=TABLE&timing=AFTER&events=INSERT&updateColumns=&level=ROW&definition=CREATE+TRIGGER+%60shop%60.%60item_written__ins%60%0AAFTER+INSERT+ON+%60shop%60.%60item%60%0AFOR+EACH+ROW%0ABEGIN%0AINSERT+INTO+item_log+%28tag%29+VALUES+%28%27old%27%29%3B%0AEND&state=ENABLED&position=0&function=&predecessors=item_checked&successors=')//
DELETE FROM TRIGGER_VIEW_STORE WHERE PURPOSE = 'DISABLED' AND SUBJECT = '4a33eacd5fa65f2b2e2871cd131286b51b582a073aedf34ec30304ef2e997f3f'//
INSERT INTO TRIGGER_VIEW_STORE (PURPOSE, SUBJECT, PART, CONTENT) VALUES ('DISABLED', '4a33eacd5fa65f2b2e2871cd131286b51b582a073aedf34ec30304ef2e997f3f', 0, '1|name=item_written__upd&catalog=shop&table=item&kind=TABLE&timing=AFTER&events=UPDATE&updateColumns=name&level=ROW&definition=CREATE+TRIGGER+%60shop%60.%60item_written__upd%60%0AAFTER+UPDATE+ON+%60shop%60.%60item%60%0AFOR+EACH+ROW%0ABEGIN%0AIF+NOT+%28CAST%28OLD.%60name%60+AS+BINARY%29+%3C%3D%3E+CAST%28NEW.%60name%60+AS+BINARY%29%29+THEN%0ABEGIN%0AINSERT+INTO+item_log+%28tag%29+VALUES+%28%27old%27%29%3B%0AEND%3B%0AEND+IF%3B%0AEND&state=ENABLED&position=0&function=&predecessors=item_checked&successors=')//
LOCK TABLES `shop`.`item` WRITE//
CREATE TRIGGER `shop`.`item_kept__ins`
AFTER INSERT ON `shop`.`item`
FOR EACH ROW FOLLOWS `item_checked`
BEGIN
INSERT INTO item_log (tag) VALUES ('old');
END//
CREATE TRIGGER `shop`.`item_kept__upd`
AFTER UPDATE ON `shop`.`item`
FOR EACH ROW
BEGIN
IF NOT (CAST(OLD.`name` AS BINARY) <=> CAST(NEW.`name` AS BINARY)) THEN
BEGIN
INSERT INTO item_log (tag) VALUES ('old');
END;
END IF;
END//
DROP TRIGGER IF EXISTS `shop`.`item_written__ins`//
DROP TRIGGER IF EXISTS `shop`.`item_written__upd`//
UNLOCK TABLES//
DELETE FROM TRIGGER_VIEW_STORE WHERE PURPOSE = 'DISABLED' AND SUBJECT = '4a33eacd5fa65f2b2e2871cd131286b54bf3e54ffbb2b1f95773ab8d8c9f14e9'//
DELETE FROM TRIGGER_VIEW_STORE WHERE PURPOSE = 'DISABLED' AND SUBJECT = '4a33eacd5fa65f2b2e2871cd131286b51b582a073aedf34ec30304ef2e997f3f'//

-- drop
DROP TRIGGER IF EXISTS `shop`.`item_written__ins`//
DROP TRIGGER IF EXISTS `shop`.`item_written__upd`//

-- restore
CREATE TRIGGER `shop`.`item_written__ins`
AFTER INSERT ON `shop`.`item`
FOR EACH ROW FOLLOWS `item_checked`
BEGIN
INSERT INTO item_log (tag) VALUES ('old');
END//
CREATE TRIGGER `shop`.`item_written__upd`
AFTER UPDATE ON `shop`.`item`
FOR EACH ROW
BEGIN
IF NOT (CAST(OLD.`name` AS BINARY) <=> CAST(NEW.`name` AS BINARY)) THEN
BEGIN
INSERT INTO item_log (tag) VALUES ('old');
END;
END IF;
END//
