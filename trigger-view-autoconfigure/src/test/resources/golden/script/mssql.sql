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
DROP TRIGGER IF EXISTS [item_written];
GO

CREATE TRIGGER [item_written]
ON [item]
AFTER INSERT
AS
BEGIN
SET NOCOUNT ON;
INSERT INTO item_log (item_id) VALUES (2);
END;
GO

-- Changeset changelog/trigger/offline.yaml::drop::test
DROP TRIGGER IF EXISTS [item_written];
GO

