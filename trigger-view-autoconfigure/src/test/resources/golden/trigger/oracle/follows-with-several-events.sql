-- create
CREATE TRIGGER "shop"."orders_log"
AFTER INSERT OR UPDATE ON "shop"."orders"
FOR EACH ROW
FOLLOWS "shop"."orders_check"
BEGIN
INSERT INTO log (id) VALUES (NEW.id);
END;
/

BEGIN
FOR e IN (SELECT line, position, text FROM all_errors WHERE owner = 'shop' AND type = 'TRIGGER'
AND name = 'orders_log' AND attribute = 'ERROR' ORDER BY sequence) LOOP
RAISE_APPLICATION_ERROR(-20000, 'Trigger orders_log does not compile, line ' || e.line || ', column ' || e.position || ': ' || e.text);
END LOOP;
END;
/

-- drop
BEGIN
EXECUTE IMMEDIATE 'DROP TRIGGER "shop"."orders_log"';
EXCEPTION WHEN OTHERS THEN
IF SQLCODE <> -4080 THEN RAISE; END IF;
END;
/
