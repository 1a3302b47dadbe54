-- create
\.
CREATE TRIGGER "shop"."a ""b"" `c` [d] . é 'e'"
AFTER INSERT ON "shop"."orders"
REFERENCING NEW ROW AS NEW
FOR EACH ROW
BEGIN ATOMIC
INSERT INTO log (id) VALUES (NEW.id);
END
.;

-- drop
\.
DROP TRIGGER IF EXISTS "shop"."a ""b"" `c` [d] . é 'e'"
.;
