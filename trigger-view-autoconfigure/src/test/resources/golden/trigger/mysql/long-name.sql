-- create
DELIMITER //
CREATE TRIGGER `shop`.`a_name_of_exactly_sixty_three_bytes_which_is_all_o_b0d1842c__ins`
AFTER INSERT ON `shop`.`orders`
FOR EACH ROW
BEGIN
INSERT INTO log (id) VALUES (NEW.id);
END
//
DELIMITER ;

DELIMITER //
CREATE TRIGGER `shop`.`a_name_of_exactly_sixty_three_bytes_which_is_all_o_b0d1842c__upd`
AFTER UPDATE ON `shop`.`orders`
FOR EACH ROW
BEGIN
INSERT INTO log (id) VALUES (NEW.id);
END
//
DELIMITER ;

-- drop
DELIMITER //
DROP TRIGGER IF EXISTS `shop`.`a_name_of_exactly_sixty_three_bytes_which_is_all_o_b0d1842c__ins`
//
DELIMITER ;

DELIMITER //
DROP TRIGGER IF EXISTS `shop`.`a_name_of_exactly_sixty_three_bytes_which_is_all_o_b0d1842c__upd`
//
DELIMITER ;
