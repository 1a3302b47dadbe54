-- Oracle Database 19c Reference, ALL_PROCEDURES: procedures of their own, and aggregates.
SELECT
    CASE p.object_type WHEN 'PROCEDURE' THEN 'a procedure' ELSE 'an aggregate' END AS kind,
    'DROP ' || p.object_type AS drop_statement,
    NULL AS function_catalog,
    p.owner AS function_schema,
    p.object_name AS function_name,
    p.object_name AS specific_name
FROM all_procedures p
WHERE (p.object_type = 'PROCEDURE' OR (p.object_type = 'FUNCTION' AND p.aggregate = 'YES'))
ORDER BY p.owner, p.object_name
