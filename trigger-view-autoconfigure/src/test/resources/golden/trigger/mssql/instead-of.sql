-- create
CREATE TRIGGER [shop].[orders_log]
ON [shop].[orders]
INSTEAD OF INSERT
AS
BEGIN
SET NOCOUNT ON;
INSERT INTO log (id) VALUES (NEW.id);
END
GO

-- drop
DROP TRIGGER IF EXISTS [shop].[orders_log]
GO
