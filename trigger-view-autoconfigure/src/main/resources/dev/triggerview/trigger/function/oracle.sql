-- Oracle Database 19c Reference, ALL_OBJECTS, ALL_PROCEDURES: functions of their own, not
-- those of packages, and no aggregates. A name has one function only.
SELECT
    DBMS_METADATA.GET_DDL('FUNCTION', o.object_name, o.owner) AS definition,
    NULL AS parameter,
    NULL AS after_parameters,
    NULL AS function_catalog,
    o.owner AS function_schema,
    o.object_name AS function_name,
    o.object_name AS specific_name,
    NULL AS argument_type,
    'PL/SQL' AS language_name,
    NULL AS remarks,
    NULL AS table_schema,
    NULL AS table_name,
    NULL AS trigger_name,
    NULL AS rights
FROM all_objects o
JOIN all_procedures p ON p.owner = o.owner AND p.object_name = o.object_name AND p.object_type = 'FUNCTION'
WHERE o.object_type = 'FUNCTION'
AND p.aggregate = 'NO'
AND o.object_name NOT LIKE 'BIN$%'
AND o.owner NOT IN (SELECT u.username FROM all_users u WHERE u.oracle_maintained = 'Y')
ORDER BY o.owner, o.object_name
