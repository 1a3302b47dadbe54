-- MariaDB Server documentation, Information Schema TRIGGERS Table. What MariaDB calls a database is the
-- catalog for JDBC and Liquibase.
SELECT
    NULL AS definition,
    t.ACTION_STATEMENT AS action_text,
    t.EVENT_OBJECT_SCHEMA AS table_catalog,
    NULL AS table_schema,
    t.EVENT_OBJECT_TABLE AS table_name,
    'TABLE' AS table_kind,
    t.TRIGGER_NAME AS trigger_name,
    t.ACTION_TIMING AS timing,
    t.EVENT_MANIPULATION AS events,
    NULL AS update_column,
    t.ACTION_ORIENTATION AS level_name,
    NULL AS when_condition,
    NULL AS old_row,
    NULL AS new_row,
    'ENABLED' AS state,
    1 AS valid,
    t.ACTION_ORDER AS position,
    t.DEFINER AS definer,
    t.SQL_MODE AS sql_mode,
    NULL AS function_schema,
    NULL AS function_name,
    NULL AS constraint_mode,
    NULL AS remarks
FROM INFORMATION_SCHEMA.TRIGGERS t
WHERE t.TRIGGER_SCHEMA = DATABASE()
ORDER BY t.EVENT_OBJECT_TABLE, t.TRIGGER_NAME
