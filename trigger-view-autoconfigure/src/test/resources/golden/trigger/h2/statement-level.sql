-- create
CREATE TRIGGER "shop"."orders_log"
AFTER INSERT ON "shop"."orders"
AS 'org.h2.api.Trigger create() {
  return new org.acme.Running("""
INSERT INTO log (id) VALUES (0)""");
}';

-- drop
DROP TRIGGER IF EXISTS "shop"."orders_log";
