-- create
DELIMITER ///
CREATE TRIGGER `shop`.`orders_log`
AFTER INSERT ON `shop`.`orders`
FOR EACH ROW
BEGIN
INSERT INTO log (id, note) VALUES (1, '; // $$ $tv$ /* -- @ ''GO'''); -- the end
END
///
DELIMITER ;

-- drop
DELIMITER //
DROP TRIGGER IF EXISTS `shop`.`orders_log`
//
DELIMITER ;
