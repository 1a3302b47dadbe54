-- create
DELIMITER //
CREATE TRIGGER `shop`.`a "b" ``c`` [d] . é 'e'`
AFTER INSERT ON `shop`.`orders`
FOR EACH ROW
BEGIN
INSERT INTO log (id) VALUES (NEW.id);
END
//
DELIMITER ;

-- drop
DELIMITER //
DROP TRIGGER IF EXISTS `shop`.`a "b" ``c`` [d] . é 'e'`
//
DELIMITER ;
