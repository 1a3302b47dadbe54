-- create
DELIMITER //
CREATE TRIGGER `shop`.`orders_log`
AFTER INSERT ON `shop`.`orders`
FOR EACH ROW
BEGIN
IF (NEW.total > 10 OR NEW.total IS NULL) THEN
BEGIN
INSERT INTO log (id) VALUES (NEW.id);
END;
END IF;
END
//
DELIMITER ;

-- drop
DELIMITER //
DROP TRIGGER IF EXISTS `shop`.`orders_log`
//
DELIMITER ;
