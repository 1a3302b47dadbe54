-- create
CREATE TRIGGER "shop"."orders_log"
AFTER INSERT ON "orders"
FOR EACH ROW
BEGIN
INSERT INTO log (id, note) VALUES (1, '; // $$ $tv$ /* -- @ ''GO'''); -- the end
END;

-- drop
DROP TRIGGER IF EXISTS "shop"."orders_log";
