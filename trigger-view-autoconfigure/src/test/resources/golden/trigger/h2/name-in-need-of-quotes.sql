-- create
CREATE TRIGGER "shop"."a ""b"" `c` [d] . é 'e'"
AFTER INSERT ON "shop"."orders"
FOR EACH ROW
AS 'INSERT INTO log (id) VALUES (NEW.id)';

-- drop
DROP TRIGGER IF EXISTS "shop"."a ""b"" `c` [d] . é 'e'";
