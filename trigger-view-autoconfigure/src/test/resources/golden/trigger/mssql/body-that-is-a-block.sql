-- create
CREATE TRIGGER [shop].[orders_log]
ON [shop].[orders]
AFTER INSERT
AS
BEGIN
SET NOCOUNT ON;
BEGIN
  INSERT INTO log (id) VALUES (1);
END;
END
GO

-- drop
DROP TRIGGER IF EXISTS [shop].[orders_log]
GO
