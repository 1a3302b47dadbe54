-- create
\.
CREATE TRIGGER "shop"."a_name_of_exactly_sixty_three_bytes_which_is_all_of_postgresql___ins"
AFTER INSERT ON "shop"."orders"
REFERENCING NEW ROW AS NEW
FOR EACH ROW
BEGIN ATOMIC
INSERT INTO log (id) VALUES (NEW.id);
END
.;

\.
CREATE TRIGGER "shop"."a_name_of_exactly_sixty_three_bytes_which_is_all_of_postgresql___upd"
AFTER UPDATE ON "shop"."orders"
REFERENCING OLD ROW AS OLD NEW ROW AS NEW
FOR EACH ROW
BEGIN ATOMIC
INSERT INTO log (id) VALUES (NEW.id);
END
.;

-- drop
\.
DROP TRIGGER IF EXISTS "shop"."a_name_of_exactly_sixty_three_bytes_which_is_all_of_postgresql___ins"
.;

\.
DROP TRIGGER IF EXISTS "shop"."a_name_of_exactly_sixty_three_bytes_which_is_all_of_postgresql___upd"
.;
