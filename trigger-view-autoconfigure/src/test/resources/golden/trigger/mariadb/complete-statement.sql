-- create
DELIMITER //
CREATE TRIGGER orders_log AFTER INSERT ON orders
FOR EACH ROW
BEGIN
  INSERT INTO log (id) VALUES (NEW.id);
END -- written by hand
//
DELIMITER ;

-- drop
DELIMITER //
DROP TRIGGER IF EXISTS `shop`.`orders_log`
//
DELIMITER ;
