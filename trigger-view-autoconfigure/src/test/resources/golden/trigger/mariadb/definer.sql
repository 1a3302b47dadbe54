-- create
DELIMITER //
CREATE DEFINER=`audit`@`localhost` TRIGGER `shop`.`orders_log`
AFTER INSERT ON `shop`.`orders`
FOR EACH ROW
BEGIN
INSERT INTO log (id) VALUES (NEW.id);
END
//
DELIMITER ;

-- drop
DELIMITER //
DROP TRIGGER IF EXISTS `shop`.`orders_log`
//
DELIMITER ;
