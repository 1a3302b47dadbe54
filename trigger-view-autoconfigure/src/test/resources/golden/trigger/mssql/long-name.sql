-- create
CREATE TRIGGER [shop].[a_name_of_exactly_sixty_three_bytes_which_is_all_of_postgresql_]
ON [shop].[orders]
AFTER INSERT, UPDATE
AS
BEGIN
SET NOCOUNT ON;
INSERT INTO log (id) VALUES (NEW.id);
END
GO

-- drop
DROP TRIGGER IF EXISTS [shop].[a_name_of_exactly_sixty_three_bytes_which_is_all_of_postgresql_]
GO
