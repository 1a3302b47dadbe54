-- SQL Server 2017, sys.objects, sys.sql_modules: scalar and table functions in T-SQL. The
-- text of an encrypted function is null. A name has one function only.
SELECT
    COALESCE(m.definition, N'') AS definition,
    NULL AS parameter,
    NULL AS after_parameters,
    DB_NAME() AS function_catalog,
    SCHEMA_NAME(o.schema_id) AS function_schema,
    o.name AS function_name,
    o.name AS specific_name,
    NULL AS argument_type,
    'T-SQL' AS language_name,
    CAST(p.value AS NVARCHAR(MAX)) AS remarks,
    NULL AS table_schema,
    NULL AS table_name,
    NULL AS trigger_name,
    NULL AS rights
FROM sys.objects o
JOIN sys.sql_modules m ON m.object_id = o.object_id
LEFT JOIN sys.extended_properties p
    ON p.class = 1 AND p.major_id = o.object_id AND p.minor_id = 0 AND p.name = N'MS_Description'
WHERE o.type IN ('FN', 'IF', 'TF')
AND o.is_ms_shipped = 0
ORDER BY SCHEMA_NAME(o.schema_id), o.name
