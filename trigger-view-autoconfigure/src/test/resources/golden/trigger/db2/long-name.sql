-- create
--#SET TERMINATOR @
CREATE TRIGGER "shop"."a_name_of_exactly_sixty_three_bytes_which_is_all_of_postgresql_"
AFTER INSERT OR UPDATE ON "shop"."orders"
REFERENCING OLD AS OLD NEW AS NEW
FOR EACH ROW
BEGIN
INSERT INTO log (id) VALUES (NEW.id);
END
@
--#SET TERMINATOR ;

-- drop
--#SET TERMINATOR @
BEGIN
DECLARE CONTINUE HANDLER FOR SQLSTATE '42704' BEGIN END;
EXECUTE IMMEDIATE 'DROP TRIGGER "shop"."a_name_of_exactly_sixty_three_bytes_which_is_all_of_postgresql_"';
END
@
--#SET TERMINATOR ;
