-- body
CREATE FUNCTION "shop"."fee"(amount INT, what VARCHAR(10) DEFAULT 'a, b')
RETURNS INT
LANGUAGE "plpgsql"
AS $tv$
BEGIN
RETURN amount / 100;
END
$tv$;
-- replaced
CREATE OR REPLACE FUNCTION "shop"."fee"(amount INT, what VARCHAR(10) DEFAULT 'a, b')
RETURNS INT
LANGUAGE "plpgsql"
AS $tv$
BEGIN
RETURN amount / 100;
END
$tv$;
-- dropped
DROP FUNCTION IF EXISTS "shop"."fee"(amount INT, what VARCHAR(10));

-- no arguments
CREATE FUNCTION "shop"."fee"()
RETURNS INT
LANGUAGE "plpgsql"
AS $tv$
BEGIN RETURN 1; END
$tv$;
-- replaced
CREATE OR REPLACE FUNCTION "shop"."fee"()
RETURNS INT
LANGUAGE "plpgsql"
AS $tv$
BEGIN RETURN 1; END
$tv$;
-- dropped
DROP FUNCTION IF EXISTS "shop"."fee"();

-- all attributes
CREATE FUNCTION "shop"."fee"()
RETURNS INT
LANGUAGE "plpgsql" SECURITY DEFINER
SET search_path = shop
AS $tv$
BEGIN
RETURN 1;
END
$tv$;
COMMENT ON FUNCTION "shop"."fee"() IS 'the shop''s fee';
-- replaced
CREATE OR REPLACE FUNCTION "shop"."fee"()
RETURNS INT
LANGUAGE "plpgsql" SECURITY DEFINER
SET search_path = shop
AS $tv$
BEGIN
RETURN 1;
END
$tv$;
COMMENT ON FUNCTION "shop"."fee"() IS 'the shop''s fee';
-- dropped
DROP FUNCTION IF EXISTS "shop"."fee"();

-- remarks
CREATE FUNCTION "shop"."fee"(amount INT)
RETURNS INT
LANGUAGE "plpgsql"
AS $tv$
BEGIN
RETURN 1;
END
$tv$;
COMMENT ON FUNCTION "shop"."fee"(amount INT) IS 'it''s';
-- replaced
CREATE OR REPLACE FUNCTION "shop"."fee"(amount INT)
RETURNS INT
LANGUAGE "plpgsql"
AS $tv$
BEGIN
RETURN 1;
END
$tv$;
COMMENT ON FUNCTION "shop"."fee"(amount INT) IS 'it''s';
-- dropped
DROP FUNCTION IF EXISTS "shop"."fee"(amount INT);

-- complete statement
CREATE function "shop".fee(amount int default 1, what varchar(10)) returns int return amount; -- end
-- replaced
CREATE OR REPLACE function "shop".fee(amount int default 1, what varchar(10)) returns int return amount; -- end
-- dropped
DROP FUNCTION IF EXISTS "shop"."fee"(amount int, what varchar(10));

-- wrong statement
-- refused: PostgreSQL, function shop.fee, attribute 'functionName': the statement creates tax; let the two agree
-- refused: PostgreSQL, function shop.fee, attribute 'language': a complete statement says that itself; write it there

-- no function
-- refused: PostgreSQL, function shop.fee, attribute 'functionBody': the statement creates no function; write a complete CREATE FUNCTION statement, or the body alone

-- drop one of the catalog
DROP FUNCTION IF EXISTS "shop"."fee"(integer, text);
