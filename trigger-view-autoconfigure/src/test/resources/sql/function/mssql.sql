-- body
CREATE FUNCTION [shop].[fee](amount INT, what VARCHAR(10) DEFAULT 'a, b')
RETURNS INT
AS
BEGIN
RETURN amount / 100;
END
GO
-- replaced
CREATE OR ALTER FUNCTION [shop].[fee](amount INT, what VARCHAR(10) DEFAULT 'a, b')
RETURNS INT
AS
BEGIN
RETURN amount / 100;
END
GO
-- dropped
DROP FUNCTION IF EXISTS [shop].[fee]
GO

-- no arguments
CREATE FUNCTION [shop].[fee]()
RETURNS INT
AS
BEGIN RETURN 1; END
GO
-- replaced
CREATE OR ALTER FUNCTION [shop].[fee]()
RETURNS INT
AS
BEGIN RETURN 1; END
GO
-- dropped
DROP FUNCTION IF EXISTS [shop].[fee]
GO

-- all attributes
-- refused: SQL Server, function shop.fee, attribute 'language': a function cannot have it there; leave it out, or limit the change to other databases by dbms
-- refused: SQL Server, function shop.fee, attribute 'securityDefiner': a function cannot have it there; leave it out, or limit the change to other databases by dbms
-- refused: SQL Server, function shop.fee, attribute 'searchPath': a function cannot have it there; leave it out, or limit the change to other databases by dbms
-- refused: SQL Server, function shop.fee, attribute 'remarks': a function cannot have it there; leave it out, or limit the change to other databases by dbms

-- remarks
-- refused: SQL Server, function shop.fee, attribute 'remarks': a function cannot have it there; leave it out, or limit the change to other databases by dbms

-- complete statement
CREATE function [shop].fee(amount int default 1, what varchar(10)) returns int return amount -- end
GO
-- replaced
CREATE OR ALTER function [shop].fee(amount int default 1, what varchar(10)) returns int return amount -- end
GO
-- dropped
DROP FUNCTION IF EXISTS [shop].[fee]
GO

-- wrong statement
-- refused: SQL Server, function shop.fee, attribute 'functionName': the statement creates tax; let the two agree
-- refused: SQL Server, function shop.fee, attribute 'language': a complete statement says that itself; write it there

-- no function
-- refused: SQL Server, function shop.fee, attribute 'functionBody': the statement creates no function; write a complete CREATE FUNCTION statement, or the body alone

-- drop one of the catalog
DROP FUNCTION IF EXISTS [shop].[fee]
GO
