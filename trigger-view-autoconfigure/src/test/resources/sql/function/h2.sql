-- body
CREATE ALIAS "shop"."fee" AS 'int fee() { RETURN amount / 100; }';
-- replaced
DROP ALIAS IF EXISTS "shop"."fee";
CREATE ALIAS "shop"."fee" AS 'int fee() { RETURN amount / 100; }';
-- dropped
DROP ALIAS IF EXISTS "shop"."fee";

-- no arguments
CREATE ALIAS "shop"."fee" AS 'int fee() { BEGIN RETURN 1; END }';
-- replaced
DROP ALIAS IF EXISTS "shop"."fee";
CREATE ALIAS "shop"."fee" AS 'int fee() { BEGIN RETURN 1; END }';
-- dropped
DROP ALIAS IF EXISTS "shop"."fee";

-- all attributes
-- refused: H2, function shop.fee, attribute 'language': a function cannot have it there; leave it out, or limit the change to other databases by dbms
-- refused: H2, function shop.fee, attribute 'securityDefiner': a function cannot have it there; leave it out, or limit the change to other databases by dbms
-- refused: H2, function shop.fee, attribute 'searchPath': a function cannot have it there; leave it out, or limit the change to other databases by dbms

-- remarks
CREATE ALIAS "shop"."fee" AS 'int fee() { RETURN 1 }';
COMMENT ON ALIAS "shop"."fee" IS 'it''s';
-- replaced
DROP ALIAS IF EXISTS "shop"."fee";
CREATE ALIAS "shop"."fee" AS 'int fee() { RETURN 1 }';
COMMENT ON ALIAS "shop"."fee" IS 'it''s';
-- dropped
DROP ALIAS IF EXISTS "shop"."fee";

-- complete statement
CREATE function "shop".fee(amount int default 1, what varchar(10)) returns int return amount; -- end
-- replaced
DROP ALIAS IF EXISTS "shop"."fee";
CREATE function "shop".fee(amount int default 1, what varchar(10)) returns int return amount; -- end
-- dropped
DROP ALIAS IF EXISTS "shop"."fee";

-- wrong statement
-- refused: H2, function shop.fee, attribute 'functionName': the statement creates tax; let the two agree
-- refused: H2, function shop.fee, attribute 'language': a complete statement says that itself; write it there

-- no function
-- refused: H2, function shop.fee, attribute 'functionBody': the statement creates no function; write a complete CREATE FUNCTION statement, or the body alone

-- drop one of the catalog
DROP ALIAS IF EXISTS "shop"."fee";
