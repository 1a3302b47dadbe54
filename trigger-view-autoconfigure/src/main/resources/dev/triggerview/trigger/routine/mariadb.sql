-- MariaDB Server documentation, Information Schema ROUTINES Table: procedures, and stored aggregate functions,
-- which nothing but their body tells from others.
SELECT
    IF(r.ROUTINE_TYPE = 'PROCEDURE', 'a procedure', 'an aggregate function') AS kind,
    CONCAT('DROP ', r.ROUTINE_TYPE) AS drop_statement,
    r.ROUTINE_SCHEMA AS function_catalog,
    NULL AS function_schema,
    r.ROUTINE_NAME AS function_name,
    r.SPECIFIC_NAME AS specific_name
FROM INFORMATION_SCHEMA.ROUTINES r
WHERE r.ROUTINE_SCHEMA = DATABASE()
AND (r.ROUTINE_TYPE = 'PROCEDURE' OR (r.ROUTINE_TYPE = 'FUNCTION'
    AND r.ROUTINE_DEFINITION REGEXP '(?i)FETCH[[:space:]]+GROUP[[:space:]]+NEXT[[:space:]]+ROW'))
ORDER BY r.ROUTINE_TYPE, r.ROUTINE_NAME
