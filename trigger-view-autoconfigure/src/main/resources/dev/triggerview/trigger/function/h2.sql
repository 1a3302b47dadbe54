-- H2 2.4, INFORMATION_SCHEMA.ROUTINES: one row for each Java method of an alias, which are
-- one function. The methods of an alias whose class is missing are not shown.
SELECT DISTINCT
    'CREATE ALIAS "' || REPLACE(R.ROUTINE_SCHEMA, '"', '""') || '"."' || REPLACE(R.ROUTINE_NAME, '"', '""') || '" '
        || CASE R.IS_DETERMINISTIC WHEN 'YES' THEN 'DETERMINISTIC ' ELSE '' END
        || CASE WHEN R.ROUTINE_DEFINITION IS NOT NULL
            THEN 'AS ''' || REPLACE(R.ROUTINE_DEFINITION, '''', '''''') || ''''
            ELSE 'FOR ''' || REPLACE(R.EXTERNAL_NAME, '''', '''''') || '''' END AS definition,
    CAST(NULL AS VARCHAR) AS parameter,
    CAST(NULL AS VARCHAR) AS after_parameters,
    R.ROUTINE_CATALOG AS function_catalog,
    R.ROUTINE_SCHEMA AS function_schema,
    R.ROUTINE_NAME AS function_name,
    R.ROUTINE_NAME AS specific_name,
    CAST(NULL AS VARCHAR) AS argument_type,
    R.EXTERNAL_LANGUAGE AS language_name,
    R.REMARKS AS remarks,
    CAST(NULL AS VARCHAR) AS table_schema,
    CAST(NULL AS VARCHAR) AS table_name,
    CAST(NULL AS VARCHAR) AS trigger_name,
    CAST(NULL AS VARCHAR) AS rights
FROM INFORMATION_SCHEMA.ROUTINES R
WHERE R.ROUTINE_TYPE IN ('FUNCTION', 'PROCEDURE')
AND R.ROUTINE_SCHEMA <> 'INFORMATION_SCHEMA'
ORDER BY function_schema, function_name
