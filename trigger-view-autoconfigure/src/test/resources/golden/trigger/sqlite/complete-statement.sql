-- create
CREATE TRIGGER orders_log AFTER INSERT ON orders
FOR EACH ROW
BEGIN
  INSERT INTO log (id) VALUES (NEW.id);
END; -- written by hand

-- drop
DROP TRIGGER IF EXISTS "shop"."orders_log";
