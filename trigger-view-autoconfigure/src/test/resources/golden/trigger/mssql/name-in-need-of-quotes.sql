-- create
CREATE TRIGGER [shop].[a "b" `c` [d]] . é 'e']
ON [shop].[orders]
AFTER INSERT
AS
BEGIN
SET NOCOUNT ON;
INSERT INTO log (id) VALUES (NEW.id);
END
GO

-- drop
DROP TRIGGER IF EXISTS [shop].[a "b" `c` [d]] . é 'e']
GO
