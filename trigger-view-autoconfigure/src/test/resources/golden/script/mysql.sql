--  Changeset changelog/trigger/offline.yaml::create::test
DELIMITER //
CREATE TRIGGER `item_written__ins`
AFTER INSERT ON `item`
FOR EACH ROW
BEGIN
INSERT INTO item_log (item_id) VALUES (1); -- the end
END
//
DELIMITER ;

DELIMITER //
CREATE TRIGGER `item_written__upd`
AFTER UPDATE ON `item`
FOR EACH ROW
BEGIN
INSERT INTO item_log (item_id) VALUES (1); -- the end
END
//
DELIMITER ;

--  Changeset changelog/trigger/offline.yaml::replace::test
DELIMITER //
DROP TRIGGER IF EXISTS `item_written__ins`
//
DELIMITER ;

DELIMITER //
DROP TRIGGER IF EXISTS `item_written__upd`
//
DELIMITER ;

DELIMITER //
DROP TRIGGER IF EXISTS `item_written`
//
DELIMITER ;

DELIMITER //
CREATE TRIGGER `item_written`
AFTER INSERT ON `item`
FOR EACH ROW
BEGIN
INSERT INTO item_log (item_id) VALUES (2);
END
//
DELIMITER ;

--  Changeset changelog/trigger/offline.yaml::drop::test
DELIMITER //
DROP TRIGGER IF EXISTS `item_written`
//
DELIMITER ;

DELIMITER //
DROP TRIGGER IF EXISTS `item_written__ins`
//
DELIMITER ;

DELIMITER //
DROP TRIGGER IF EXISTS `item_written__upd`
//
DELIMITER ;

