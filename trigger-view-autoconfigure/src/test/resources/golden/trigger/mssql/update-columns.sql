-- create
CREATE TRIGGER [shop].[orders_log]
ON [shop].[orders]
AFTER UPDATE
AS
BEGIN
SET NOCOUNT ON;
IF (UPDATE([status]) OR UPDATE([the "total"]))
BEGIN
INSERT INTO log (id) VALUES (NEW.id);
END;
END
GO

-- drop
DROP TRIGGER IF EXISTS [shop].[orders_log]
GO
