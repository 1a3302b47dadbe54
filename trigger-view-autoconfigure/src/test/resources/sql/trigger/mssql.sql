-- create
CREATE TRIGGER [shop].[item_written]
ON [shop].[item]
AFTER INSERT, UPDATE
AS
BEGIN
SET NOCOUNT ON;
IF (UPDATE([name]))
BEGIN
INSERT INTO item_log (tag) VALUES ('old');
END;
END
GO

-- create or replace without reading
DECLARE @places nvarchar(max) = N'';
SELECT @places += N'EXEC sp_settriggerorder @triggername = ' + QUOTENAME(N'[shop].[item_written]', N'''') + N', @order = '
+ CASE is_first WHEN 1 THEN N'First' ELSE N'Last' END + N', @stmttype = ' + type_desc + N';'
FROM sys.trigger_events WHERE object_id = OBJECT_ID(N'[shop].[item_written]') AND (is_first = 1 OR is_last = 1);
EXEC (N'CREATE OR ALTER TRIGGER [shop].[item_written]
ON [shop].[item]
AFTER INSERT, UPDATE
AS
BEGIN
SET NOCOUNT ON;
IF (UPDATE([name]))
BEGIN
INSERT INTO item_log (tag) VALUES (''old'');
END;
END');
ENABLE TRIGGER [shop].[item_written] ON [shop].[item];
EXEC (@places);
GO

-- replace
DECLARE @places nvarchar(max) = N'';
SELECT @places += N'EXEC sp_settriggerorder @triggername = ' + QUOTENAME(N'[shop].[item_written]', N'''') + N', @order = '
+ CASE is_first WHEN 1 THEN N'First' ELSE N'Last' END + N', @stmttype = ' + type_desc + N';'
FROM sys.trigger_events WHERE object_id = OBJECT_ID(N'[shop].[item_written]') AND (is_first = 1 OR is_last = 1);
EXEC (N'CREATE OR ALTER TRIGGER [shop].[item_written]
ON [shop].[item]
AFTER INSERT, UPDATE
AS
BEGIN
SET NOCOUNT ON;
IF (UPDATE([name]))
BEGIN
INSERT INTO item_log (tag) VALUES (''new'');
END;
END');
ENABLE TRIGGER [shop].[item_written] ON [shop].[item];
EXEC (@places);
GO

-- replace a disabled trigger
DECLARE @places nvarchar(max) = N'';
SELECT @places += N'EXEC sp_settriggerorder @triggername = ' + QUOTENAME(N'[shop].[item_written]', N'''') + N', @order = '
+ CASE is_first WHEN 1 THEN N'First' ELSE N'Last' END + N', @stmttype = ' + type_desc + N';'
FROM sys.trigger_events WHERE object_id = OBJECT_ID(N'[shop].[item_written]') AND (is_first = 1 OR is_last = 1);
EXEC (N'CREATE OR ALTER TRIGGER [shop].[item_written]
ON [shop].[item]
AFTER INSERT, UPDATE
AS
BEGIN
SET NOCOUNT ON;
IF (UPDATE([name]))
BEGIN
INSERT INTO item_log (tag) VALUES (''new'');
END;
END');
DISABLE TRIGGER [shop].[item_written] ON [shop].[item];
EXEC (@places);
GO

-- disable
DISABLE TRIGGER [shop].[item_written] ON [shop].[item]
GO

-- enable
ENABLE TRIGGER [shop].[item_written] ON [shop].[item]
GO

-- rename
DECLARE @places nvarchar(max) = N'';
SELECT @places += N'EXEC sp_settriggerorder @triggername = ' + QUOTENAME(N'[shop].[item_kept]', N'''') + N', @order = '
+ CASE is_first WHEN 1 THEN N'First' ELSE N'Last' END + N', @stmttype = ' + type_desc + N';'
FROM sys.trigger_events WHERE object_id = OBJECT_ID(N'[shop].[item_written]') AND (is_first = 1 OR is_last = 1);
DROP TRIGGER [shop].[item_written];
EXEC (N'CREATE TRIGGER [shop].[item_kept]
ON [shop].[item]
AFTER INSERT, UPDATE
AS
BEGIN
SET NOCOUNT ON;
IF (UPDATE([name]))
BEGIN
INSERT INTO item_log (tag) VALUES (''old'');
END;
END');
ENABLE TRIGGER [shop].[item_kept] ON [shop].[item];
EXEC (@places);
GO

-- drop
DROP TRIGGER IF EXISTS [shop].[item_written]
GO

-- restore
CREATE TRIGGER [shop].[item_written]
ON [shop].[item]
AFTER INSERT, UPDATE
AS
BEGIN
SET NOCOUNT ON;
IF (UPDATE([name]))
BEGIN
INSERT INTO item_log (tag) VALUES ('old');
END;
END
GO
