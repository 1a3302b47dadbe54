-- create
CREATE TRIGGER "shop"."a_name_of_exactly_sixty_three_bytes_which_is_all_of_postgresql_"
AFTER INSERT OR UPDATE ON "shop"."orders"
FOR EACH ROW
BEGIN
INSERT INTO log (id) VALUES (NEW.id);
END;
/

BEGIN
FOR e IN (SELECT line, position, text FROM all_errors WHERE owner = 'shop' AND type = 'TRIGGER'
AND name = 'a_name_of_exactly_sixty_three_bytes_which_is_all_of_postgresql_' AND attribute = 'ERROR' ORDER BY sequence) LOOP
RAISE_APPLICATION_ERROR(-20000, 'Trigger a_name_of_exactly_sixty_three_bytes_which_is_all_of_postgresql_ does not compile, line ' || e.line || ', column ' || e.position || ': ' || e.text);
END LOOP;
END;
/

-- drop
BEGIN
EXECUTE IMMEDIATE 'DROP TRIGGER "shop"."a_name_of_exactly_sixty_three_bytes_which_is_all_of_postgresql_"';
EXCEPTION WHEN OTHERS THEN
IF SQLCODE <> -4080 THEN RAISE; END IF;
END;
/
