-- body
\.
CREATE FUNCTION "shop"."fee"(amount INT, what VARCHAR(10) DEFAULT 'a, b')
RETURNS INT
READS SQL DATA
RETURN amount / 100
.;
-- replaced
\.
DROP FUNCTION IF EXISTS "shop"."fee"
.;
\.
CREATE FUNCTION "shop"."fee"(amount INT, what VARCHAR(10) DEFAULT 'a, b')
RETURNS INT
READS SQL DATA
RETURN amount / 100
.;
-- dropped
\.
DROP FUNCTION IF EXISTS "shop"."fee"
.;

-- no arguments
\.
CREATE FUNCTION "shop"."fee"()
RETURNS INT
READS SQL DATA
BEGIN RETURN 1; END
.;
-- replaced
\.
DROP FUNCTION IF EXISTS "shop"."fee"
.;
\.
CREATE FUNCTION "shop"."fee"()
RETURNS INT
READS SQL DATA
BEGIN RETURN 1; END
.;
-- dropped
\.
DROP FUNCTION IF EXISTS "shop"."fee"
.;

-- all attributes
-- refused: HSQLDB, function shop.fee, attribute 'language': a function cannot have it there; leave it out, or limit the change to other databases by dbms
-- refused: HSQLDB, function shop.fee, attribute 'securityDefiner': a function cannot have it there; leave it out, or limit the change to other databases by dbms
-- refused: HSQLDB, function shop.fee, attribute 'searchPath': a function cannot have it there; leave it out, or limit the change to other databases by dbms
-- refused: HSQLDB, function shop.fee, attribute 'remarks': a function cannot have it there; leave it out, or limit the change to other databases by dbms

-- remarks
-- refused: HSQLDB, function shop.fee, attribute 'remarks': a function cannot have it there; leave it out, or limit the change to other databases by dbms

-- complete statement
\.
CREATE function "shop".fee(amount int default 1, what varchar(10)) returns int return amount
.;
-- replaced
\.
DROP FUNCTION IF EXISTS "shop"."fee"
.;
\.
CREATE function "shop".fee(amount int default 1, what varchar(10)) returns int return amount
.;
-- dropped
\.
DROP FUNCTION IF EXISTS "shop"."fee"
.;

-- wrong statement
-- refused: HSQLDB, function shop.fee, attribute 'functionName': the statement creates tax; let the two agree
-- refused: HSQLDB, function shop.fee, attribute 'language': a complete statement says that itself; write it there

-- no function
-- refused: HSQLDB, function shop.fee, attribute 'functionBody': the statement creates no function; write a complete CREATE FUNCTION statement, or the body alone

-- drop one of the catalog
\.
DROP SPECIFIC FUNCTION "shop"."FEE_1"
.;
