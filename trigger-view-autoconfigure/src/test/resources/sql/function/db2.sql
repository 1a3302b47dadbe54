-- body
--#SET TERMINATOR @
CREATE FUNCTION "shop"."fee"(amount INT, what VARCHAR(10) DEFAULT 'a, b')
RETURNS INT
LANGUAGE SQL READS SQL DATA
RETURN amount / 100
@
--#SET TERMINATOR ;
-- replaced
--#SET TERMINATOR @
CREATE OR REPLACE FUNCTION "shop"."fee"(amount INT, what VARCHAR(10) DEFAULT 'a, b')
RETURNS INT
LANGUAGE SQL READS SQL DATA
RETURN amount / 100
@
--#SET TERMINATOR ;
-- dropped
--#SET TERMINATOR @
BEGIN
DECLARE CONTINUE HANDLER FOR SQLSTATE '42704' BEGIN END;
DECLARE CONTINUE HANDLER FOR SQLSTATE '42883' BEGIN END;
EXECUTE IMMEDIATE 'DROP FUNCTION "shop"."fee"(INT, VARCHAR(10))';
END
@
--#SET TERMINATOR ;

-- no arguments
--#SET TERMINATOR @
CREATE FUNCTION "shop"."fee"()
RETURNS INT
LANGUAGE SQL READS SQL DATA
BEGIN RETURN 1; END
@
--#SET TERMINATOR ;
-- replaced
--#SET TERMINATOR @
CREATE OR REPLACE FUNCTION "shop"."fee"()
RETURNS INT
LANGUAGE SQL READS SQL DATA
BEGIN RETURN 1; END
@
--#SET TERMINATOR ;
-- dropped
--#SET TERMINATOR @
BEGIN
DECLARE CONTINUE HANDLER FOR SQLSTATE '42704' BEGIN END;
DECLARE CONTINUE HANDLER FOR SQLSTATE '42883' BEGIN END;
EXECUTE IMMEDIATE 'DROP FUNCTION "shop"."fee"()';
END
@
--#SET TERMINATOR ;

-- all attributes
-- refused: Db2, function shop.fee, attribute 'language': a function cannot have it there; leave it out, or limit the change to other databases by dbms
-- refused: Db2, function shop.fee, attribute 'securityDefiner': a function cannot have it there; leave it out, or limit the change to other databases by dbms
-- refused: Db2, function shop.fee, attribute 'searchPath': a function cannot have it there; leave it out, or limit the change to other databases by dbms

-- remarks
--#SET TERMINATOR @
CREATE FUNCTION "shop"."fee"(amount INT)
RETURNS INT
LANGUAGE SQL READS SQL DATA
RETURN 1
@
--#SET TERMINATOR ;
--#SET TERMINATOR @
COMMENT ON FUNCTION "shop"."fee"(INT) IS 'it''s'
@
--#SET TERMINATOR ;
-- replaced
--#SET TERMINATOR @
CREATE OR REPLACE FUNCTION "shop"."fee"(amount INT)
RETURNS INT
LANGUAGE SQL READS SQL DATA
RETURN 1
@
--#SET TERMINATOR ;
--#SET TERMINATOR @
COMMENT ON FUNCTION "shop"."fee"(INT) IS 'it''s'
@
--#SET TERMINATOR ;
-- dropped
--#SET TERMINATOR @
BEGIN
DECLARE CONTINUE HANDLER FOR SQLSTATE '42704' BEGIN END;
DECLARE CONTINUE HANDLER FOR SQLSTATE '42883' BEGIN END;
EXECUTE IMMEDIATE 'DROP FUNCTION "shop"."fee"(INT)';
END
@
--#SET TERMINATOR ;

-- complete statement
--#SET TERMINATOR @
CREATE function "shop".fee(amount int default 1, what varchar(10)) returns int return amount -- end
@
--#SET TERMINATOR ;
-- replaced
--#SET TERMINATOR @
CREATE OR REPLACE function "shop".fee(amount int default 1, what varchar(10)) returns int return amount -- end
@
--#SET TERMINATOR ;
-- dropped
--#SET TERMINATOR @
BEGIN
DECLARE CONTINUE HANDLER FOR SQLSTATE '42704' BEGIN END;
DECLARE CONTINUE HANDLER FOR SQLSTATE '42883' BEGIN END;
EXECUTE IMMEDIATE 'DROP FUNCTION "shop"."fee"(int, varchar(10))';
END
@
--#SET TERMINATOR ;

-- wrong statement
-- refused: Db2, function shop.fee, attribute 'functionName': the statement creates tax; let the two agree
-- refused: Db2, function shop.fee, attribute 'language': a complete statement says that itself; write it there

-- no function
-- refused: Db2, function shop.fee, attribute 'functionBody': the statement creates no function; write a complete CREATE FUNCTION statement, or the body alone

-- drop one of the catalog
--#SET TERMINATOR @
BEGIN
DECLARE CONTINUE HANDLER FOR SQLSTATE '42704' BEGIN END;
DECLARE CONTINUE HANDLER FOR SQLSTATE '42883' BEGIN END;
EXECUTE IMMEDIATE 'DROP FUNCTION "shop"."fee"(integer, text)';
END
@
--#SET TERMINATOR ;
