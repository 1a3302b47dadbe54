-- H2 2.4, INFORMATION_SCHEMA.ROUTINES: aggregates. A procedure is an alias, as a function is.
SELECT
    'an aggregate' AS kind,
    'DROP AGGREGATE' AS drop_statement,
    R.ROUTINE_CATALOG AS function_catalog,
    R.ROUTINE_SCHEMA AS function_schema,
    R.ROUTINE_NAME AS function_name,
    R.SPECIFIC_NAME AS specific_name
FROM INFORMATION_SCHEMA.ROUTINES R
WHERE R.ROUTINE_TYPE = 'AGGREGATE'
ORDER BY R.ROUTINE_SCHEMA, R.ROUTINE_NAME
