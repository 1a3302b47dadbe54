-- SQL Server 2017, sys.objects: procedures, and functions and aggregates of the CLR.
SELECT
    CASE WHEN o.type IN ('P', 'PC') THEN 'a procedure' WHEN o.type = 'AF' THEN 'an aggregate'
        ELSE 'a function of the CLR' END AS kind,
    CASE WHEN o.type IN ('P', 'PC') THEN 'DROP PROCEDURE' WHEN o.type = 'AF' THEN 'DROP AGGREGATE'
        ELSE 'DROP FUNCTION' END AS drop_statement,
    DB_NAME() AS function_catalog,
    SCHEMA_NAME(o.schema_id) AS function_schema,
    o.name AS function_name,
    o.name AS specific_name
FROM sys.objects o
WHERE o.type IN ('P', 'PC', 'AF', 'FS', 'FT')
ORDER BY SCHEMA_NAME(o.schema_id), o.name
