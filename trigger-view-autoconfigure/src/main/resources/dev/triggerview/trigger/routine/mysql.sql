-- MySQL 8.4 manual, INFORMATION_SCHEMA ROUTINES: procedures. Loadable functions, also aggregates, are in no schema.
SELECT
    'a procedure' AS kind,
    'DROP PROCEDURE' AS drop_statement,
    r.ROUTINE_SCHEMA AS function_catalog,
    NULL AS function_schema,
    r.ROUTINE_NAME AS function_name,
    r.SPECIFIC_NAME AS specific_name
FROM INFORMATION_SCHEMA.ROUTINES r
WHERE r.ROUTINE_SCHEMA = DATABASE()
AND r.ROUTINE_TYPE = 'PROCEDURE'
ORDER BY r.ROUTINE_NAME
