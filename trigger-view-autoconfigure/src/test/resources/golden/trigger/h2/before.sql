-- create
CREATE TRIGGER "shop"."orders_log"
BEFORE INSERT ON "shop"."orders"
FOR EACH ROW
AS 'org.h2.api.Trigger create() {
  return new org.acme.Running("""
INSERT INTO log (id) VALUES (NEW.id)""");
}';

-- drop
DROP TRIGGER IF EXISTS "shop"."orders_log";
