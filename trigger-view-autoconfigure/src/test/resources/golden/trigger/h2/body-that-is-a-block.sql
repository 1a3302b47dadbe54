-- create
CREATE TRIGGER "shop"."orders_log"
AFTER INSERT ON "shop"."orders"
FOR EACH ROW
AS 'org.h2.api.Trigger create() {
  return new org.acme.Running("""
BEGIN
  INSERT INTO log (id) VALUES (1);
END;""");
}';

-- drop
DROP TRIGGER IF EXISTS "shop"."orders_log";
