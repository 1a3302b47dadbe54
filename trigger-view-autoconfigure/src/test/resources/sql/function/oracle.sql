-- body
CREATE FUNCTION "shop"."fee"(amount INT, what VARCHAR(10) DEFAULT 'a, b')
RETURN INT AUTHID CURRENT_USER
AS
BEGIN
RETURN amount / 100;
END;
/
BEGIN
FOR e IN (SELECT line, position, text FROM all_errors WHERE owner = 'shop' AND type = 'FUNCTION'
AND name = 'fee' AND attribute = 'ERROR' ORDER BY sequence) LOOP
RAISE_APPLICATION_ERROR(-20000, 'Function fee does not compile, line ' || e.line || ', column ' || e.position || ': ' || e.text);
END LOOP;
END;
/
-- replaced
CREATE OR REPLACE FUNCTION "shop"."fee"(amount INT, what VARCHAR(10) DEFAULT 'a, b')
RETURN INT AUTHID CURRENT_USER
AS
BEGIN
RETURN amount / 100;
END;
/
BEGIN
FOR e IN (SELECT line, position, text FROM all_errors WHERE owner = 'shop' AND type = 'FUNCTION'
AND name = 'fee' AND attribute = 'ERROR' ORDER BY sequence) LOOP
RAISE_APPLICATION_ERROR(-20000, 'Function fee does not compile, line ' || e.line || ', column ' || e.position || ': ' || e.text);
END LOOP;
END;
/
-- dropped
BEGIN
EXECUTE IMMEDIATE 'DROP FUNCTION "shop"."fee"';
EXCEPTION WHEN OTHERS THEN
IF SQLCODE <> -4043 THEN RAISE; END IF;
END;
/

-- no arguments
CREATE FUNCTION "shop"."fee"
RETURN INT AUTHID CURRENT_USER
AS
BEGIN RETURN 1; END;
/
BEGIN
FOR e IN (SELECT line, position, text FROM all_errors WHERE owner = 'shop' AND type = 'FUNCTION'
AND name = 'fee' AND attribute = 'ERROR' ORDER BY sequence) LOOP
RAISE_APPLICATION_ERROR(-20000, 'Function fee does not compile, line ' || e.line || ', column ' || e.position || ': ' || e.text);
END LOOP;
END;
/
-- replaced
CREATE OR REPLACE FUNCTION "shop"."fee"
RETURN INT AUTHID CURRENT_USER
AS
BEGIN RETURN 1; END;
/
BEGIN
FOR e IN (SELECT line, position, text FROM all_errors WHERE owner = 'shop' AND type = 'FUNCTION'
AND name = 'fee' AND attribute = 'ERROR' ORDER BY sequence) LOOP
RAISE_APPLICATION_ERROR(-20000, 'Function fee does not compile, line ' || e.line || ', column ' || e.position || ': ' || e.text);
END LOOP;
END;
/
-- dropped
BEGIN
EXECUTE IMMEDIATE 'DROP FUNCTION "shop"."fee"';
EXCEPTION WHEN OTHERS THEN
IF SQLCODE <> -4043 THEN RAISE; END IF;
END;
/

-- all attributes
-- refused: Oracle, function shop.fee, attribute 'language': a function cannot have it there; leave it out, or limit the change to other databases by dbms
-- refused: Oracle, function shop.fee, attribute 'searchPath': a function cannot have it there; leave it out, or limit the change to other databases by dbms
-- refused: Oracle, function shop.fee, attribute 'remarks': a function cannot have it there; leave it out, or limit the change to other databases by dbms

-- remarks
-- refused: Oracle, function shop.fee, attribute 'remarks': a function cannot have it there; leave it out, or limit the change to other databases by dbms

-- complete statement
CREATE function "shop".fee(amount int default 1, what varchar(10)) returns int return amount; -- end
/
BEGIN
FOR e IN (SELECT line, position, text FROM all_errors WHERE owner = 'shop' AND type = 'FUNCTION'
AND name = 'fee' AND attribute = 'ERROR' ORDER BY sequence) LOOP
RAISE_APPLICATION_ERROR(-20000, 'Function fee does not compile, line ' || e.line || ', column ' || e.position || ': ' || e.text);
END LOOP;
END;
/
-- replaced
CREATE OR REPLACE function "shop".fee(amount int default 1, what varchar(10)) returns int return amount; -- end
/
BEGIN
FOR e IN (SELECT line, position, text FROM all_errors WHERE owner = 'shop' AND type = 'FUNCTION'
AND name = 'fee' AND attribute = 'ERROR' ORDER BY sequence) LOOP
RAISE_APPLICATION_ERROR(-20000, 'Function fee does not compile, line ' || e.line || ', column ' || e.position || ': ' || e.text);
END LOOP;
END;
/
-- dropped
BEGIN
EXECUTE IMMEDIATE 'DROP FUNCTION "shop"."fee"';
EXCEPTION WHEN OTHERS THEN
IF SQLCODE <> -4043 THEN RAISE; END IF;
END;
/

-- wrong statement
-- refused: Oracle, function shop.fee, attribute 'functionName': the statement creates tax; let the two agree
-- refused: Oracle, function shop.fee, attribute 'language': a complete statement says that itself; write it there

-- no function
-- refused: Oracle, function shop.fee, attribute 'functionBody': the statement creates no function; write a complete CREATE FUNCTION statement, or the body alone

-- drop one of the catalog
BEGIN
EXECUTE IMMEDIATE 'DROP FUNCTION "shop"."fee"';
EXCEPTION WHEN OTHERS THEN
IF SQLCODE <> -4043 THEN RAISE; END IF;
END;
/
