-- create
DELIMITER //
CREATE TRIGGER `shop`.`orders_log`
AFTER INSERT ON `shop`.`orders`
FOR EACH ROW PRECEDES `orders_check`
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
