-- create
CREATE TRIGGER "shop"."a ""b"" `c` [d] . é 'e'"
AFTER INSERT ON "orders"
FOR EACH ROW
BEGIN
INSERT INTO log (id) VALUES (NEW.id);
END;

-- drop
DROP TRIGGER IF EXISTS "shop"."a ""b"" `c` [d] . é 'e'";
