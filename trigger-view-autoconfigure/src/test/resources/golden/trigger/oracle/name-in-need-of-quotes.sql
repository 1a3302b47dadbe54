-- create
CREATE TRIGGER "shop"."a ""b"" `c` [d] . é 'e'"
AFTER INSERT ON "shop"."orders"
FOR EACH ROW
BEGIN
INSERT INTO log (id) VALUES (NEW.id);
END;
/

BEGIN
FOR e IN (SELECT line, position, text FROM all_errors WHERE owner = 'shop' AND type = 'TRIGGER'
AND name = 'a "b" `c` [d] . é ''e''' AND attribute = 'ERROR' ORDER BY sequence) LOOP
RAISE_APPLICATION_ERROR(-20000, 'Trigger a "b" `c` [d] . é ''e'' does not compile, line ' || e.line || ', column ' || e.position || ': ' || e.text);
END LOOP;
END;
/

-- drop
BEGIN
EXECUTE IMMEDIATE 'DROP TRIGGER "shop"."a ""b"" `c` [d] . é ''e''"';
EXCEPTION WHEN OTHERS THEN
IF SQLCODE <> -4080 THEN RAISE; END IF;
END;
/
