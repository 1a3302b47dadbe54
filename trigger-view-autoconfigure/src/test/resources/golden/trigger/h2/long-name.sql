-- create
CREATE TRIGGER "shop"."a_name_of_exactly_sixty_three_bytes_which_is_all_of_postgresql_"
AFTER INSERT, UPDATE ON "shop"."orders"
FOR EACH ROW
AS 'org.h2.api.Trigger create() {
  return new org.acme.Running("""
INSERT INTO log (id) VALUES (NEW.id)""");
}';

-- drop
DROP TRIGGER IF EXISTS "shop"."a_name_of_exactly_sixty_three_bytes_which_is_all_of_postgresql_";
