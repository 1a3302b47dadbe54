-- create
CREATE TRIGGER [shop].[orders_log]
ON [shop].[orders]
AFTER INSERT, UPDATE, DELETE
AS
BEGIN
SET NOCOUNT ON;
IF (UPDATE([status]) OR (EXISTS (SELECT 1 FROM deleted) AND NOT EXISTS (SELECT 1 FROM inserted)))
BEGIN
INSERT INTO log (id) VALUES (0);
END;
END
GO

-- drop
DROP TRIGGER IF EXISTS [shop].[orders_log]
GO
