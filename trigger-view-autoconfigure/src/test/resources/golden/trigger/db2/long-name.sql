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

--#SET TERMINATOR @
BEGIN
FOR e AS SELECT COALESCE(i.LINENUMBER, 0) AS error_line, COALESCE(i.ERRORMESSAGE, '') AS error_text
FROM SYSCAT.TRIGGERS t LEFT JOIN SYSCAT.INVALIDOBJECTS i
ON i.OBJECTTYPE = 'B' AND i.OBJECTSCHEMA = t.TRIGSCHEMA AND i.OBJECTNAME = t.TRIGNAME
WHERE t.TRIGSCHEMA = 'shop' AND t.TRIGNAME = 'a_name_of_exactly_sixty_three_bytes_which_is_all_of_postgresql_' AND t.VALID <> 'Y' DO
SIGNAL SQLSTATE '75001' SET MESSAGE_TEXT = 'line ' || VARCHAR(e.error_line) || ': ' || e.error_text;
END FOR;
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
