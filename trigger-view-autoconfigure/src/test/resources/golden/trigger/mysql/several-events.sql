-- create
DELIMITER //
CREATE TRIGGER `shop`.`orders_log__ins`
AFTER INSERT ON `shop`.`orders`
FOR EACH ROW
BEGIN
INSERT INTO log (id) VALUES (NEW.id);
END
//
DELIMITER ;

DELIMITER //
CREATE TRIGGER `shop`.`orders_log__upd`
AFTER UPDATE ON `shop`.`orders`
FOR EACH ROW
BEGIN
INSERT INTO log (id) VALUES (NEW.id);
END
//
DELIMITER ;

-- drop
DELIMITER //
DROP TRIGGER IF EXISTS `shop`.`orders_log__ins`
//
DELIMITER ;

DELIMITER //
DROP TRIGGER IF EXISTS `shop`.`orders_log__upd`
//
DELIMITER ;
