-- body
DELIMITER //
CREATE FUNCTION `shop`.`fee`(amount INT, what VARCHAR(10) DEFAULT 'a, b')
RETURNS INT
READS SQL DATA SQL SECURITY INVOKER
RETURN amount / 100
//
DELIMITER ;
-- replaced
DELIMITER //
DROP FUNCTION IF EXISTS `shop`.`fee`
//
DELIMITER ;
DELIMITER //
CREATE FUNCTION `shop`.`fee`(amount INT, what VARCHAR(10) DEFAULT 'a, b')
RETURNS INT
READS SQL DATA SQL SECURITY INVOKER
RETURN amount / 100
//
DELIMITER ;
-- dropped
DELIMITER //
DROP FUNCTION IF EXISTS `shop`.`fee`
//
DELIMITER ;

-- no arguments
DELIMITER //
CREATE FUNCTION `shop`.`fee`()
RETURNS INT
READS SQL DATA SQL SECURITY INVOKER
BEGIN RETURN 1; END
//
DELIMITER ;
-- replaced
DELIMITER //
DROP FUNCTION IF EXISTS `shop`.`fee`
//
DELIMITER ;
DELIMITER //
CREATE FUNCTION `shop`.`fee`()
RETURNS INT
READS SQL DATA SQL SECURITY INVOKER
BEGIN RETURN 1; END
//
DELIMITER ;
-- dropped
DELIMITER //
DROP FUNCTION IF EXISTS `shop`.`fee`
//
DELIMITER ;

-- all attributes
-- refused: MySQL, function shop.fee, attribute 'language': a function cannot have it there; leave it out, or limit the change to other databases by dbms
-- refused: MySQL, function shop.fee, attribute 'searchPath': a function cannot have it there; leave it out, or limit the change to other databases by dbms

-- remarks
DELIMITER //
CREATE FUNCTION `shop`.`fee`(amount INT)
RETURNS INT
READS SQL DATA SQL SECURITY INVOKER
RETURN 1
//
DELIMITER ;
DELIMITER //
ALTER FUNCTION `shop`.`fee` COMMENT 'it''s'
//
DELIMITER ;
-- replaced
DELIMITER //
DROP FUNCTION IF EXISTS `shop`.`fee`
//
DELIMITER ;
DELIMITER //
CREATE FUNCTION `shop`.`fee`(amount INT)
RETURNS INT
READS SQL DATA SQL SECURITY INVOKER
RETURN 1
//
DELIMITER ;
DELIMITER //
ALTER FUNCTION `shop`.`fee` COMMENT 'it''s'
//
DELIMITER ;
-- dropped
DELIMITER //
DROP FUNCTION IF EXISTS `shop`.`fee`
//
DELIMITER ;

-- complete statement
DELIMITER //
CREATE function `shop`.fee(amount int default 1, what varchar(10)) returns int return amount -- end
//
DELIMITER ;
-- replaced
DELIMITER //
DROP FUNCTION IF EXISTS `shop`.`fee`
//
DELIMITER ;
DELIMITER //
CREATE function `shop`.fee(amount int default 1, what varchar(10)) returns int return amount -- end
//
DELIMITER ;
-- dropped
DELIMITER //
DROP FUNCTION IF EXISTS `shop`.`fee`
//
DELIMITER ;

-- wrong statement
-- refused: MySQL, function shop.fee, attribute 'functionName': the statement creates tax; let the two agree
-- refused: MySQL, function shop.fee, attribute 'language': a complete statement says that itself; write it there

-- no function
-- refused: MySQL, function shop.fee, attribute 'functionBody': the statement creates no function; write a complete CREATE FUNCTION statement, or the body alone

-- drop one of the catalog
DELIMITER //
DROP FUNCTION IF EXISTS `shop`.`fee`
//
DELIMITER ;
