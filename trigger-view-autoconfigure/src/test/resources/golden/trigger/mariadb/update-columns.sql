-- differs: MariaDB, trigger orders_log on shop.orders, attribute 'updateColumns': the server does not tell which columns a statement assigns, so that an assignment of the value that is there already does not fire the trigger; leave the columns out if it has to fire
-- create
DELIMITER //
CREATE TRIGGER `shop`.`orders_log`
AFTER UPDATE ON `shop`.`orders`
FOR EACH ROW
BEGIN
IF NOT (CAST(OLD.`status` AS BINARY) <=> CAST(NEW.`status` AS BINARY) AND CAST(OLD.`the "total"` AS BINARY) <=> CAST(NEW.`the "total"` AS BINARY)) THEN
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
