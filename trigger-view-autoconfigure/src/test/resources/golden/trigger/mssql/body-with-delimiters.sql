-- create
CREATE TRIGGER [shop].[orders_log]
ON [shop].[orders]
AFTER INSERT
AS
BEGIN
SET NOCOUNT ON;
INSERT INTO log (id, note) VALUES (1, '; // $$ $tv$ /* -- @ ''GO'''); -- the end
END
GO

-- drop
DROP TRIGGER IF EXISTS [shop].[orders_log]
GO
