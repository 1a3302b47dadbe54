-- Changeset changelog/trigger/offline.yaml::create::test
CREATE TRIGGER [item_written]
ON [item]
AFTER INSERT, UPDATE
AS
BEGIN
SET NOCOUNT ON;
INSERT INTO item_log (item_id) VALUES (1); -- the end
END;
GO

-- Changeset changelog/trigger/offline.yaml::replace::test
DECLARE @places nvarchar(max) = N'';
SELECT @places += N'EXEC sp_settriggerorder @triggername = ' + QUOTENAME(N'[item_written]', N'''') + N', @order = '
+ CASE is_first WHEN 1 THEN N'First' ELSE N'Last' END + N', @stmttype = ' + type_desc + N';'
FROM sys.trigger_events WHERE object_id = OBJECT_ID(N'[item_written]') AND (is_first = 1 OR is_last = 1);
EXEC (N'CREATE OR ALTER TRIGGER [item_written]
ON [item]
AFTER INSERT
AS
BEGIN
SET NOCOUNT ON;
INSERT INTO item_log (item_id) VALUES (2);
END');
ENABLE TRIGGER [item_written] ON [item];
EXEC (@places);
GO

-- Changeset changelog/trigger/offline.yaml::drop::test
DROP TRIGGER IF EXISTS [item_written];
GO

