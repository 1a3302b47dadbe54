-- create
CREATE TRIGGER [shop].[orders_log]
ON [shop].[orders]
AFTER INSERT
AS
BEGIN
SET NOCOUNT ON;
IF (NEW.total > 10 OR NEW.total IS NULL)
BEGIN
INSERT INTO log (id) VALUES (NEW.id);
END;
END
GO

-- drop
DROP TRIGGER IF EXISTS [shop].[orders_log]
GO
