-- H2 2.4, INFORMATION_SCHEMA: VIEWS, TABLES, COLUMNS. It has no view_table_usage, so that the
-- relations are taken from the normalized definition. H2 makes all rows of such a table for each row
-- that it is joined to, so that nothing is joined here. Its names are written as they are, for a
-- database that keeps the case of names (DATABASE_TO_UPPER=FALSE).
select 'VIEW' as entry, v.TABLE_SCHEMA as schema_name, v.TABLE_NAME as relation_name,
  case when v.TABLE_SCHEMA = current_schema then 1 else 0 end as visible,
  'VIEW' as kind, v.VIEW_DEFINITION as definition, null as writable,
  case v.IS_TRIGGER_INSERTABLE_INTO when 'YES' then 'INSERT;' else '' end
    || case v.IS_TRIGGER_UPDATABLE when 'YES' then 'UPDATE;' else '' end
    || case v.IS_TRIGGER_DELETABLE when 'YES' then 'DELETE' else '' end as instead_of,
  null as other_schema, null as other_name, cast(null as int) as position, null as type_name,
  cast(null as bigint) as type_size, cast(null as int) as type_scale, cast(null as int) as nullable
from INFORMATION_SCHEMA.VIEWS v
where upper(v.TABLE_SCHEMA) <> 'INFORMATION_SCHEMA'
union all
select 'TABLE', t.TABLE_SCHEMA, t.TABLE_NAME, case when t.TABLE_SCHEMA = current_schema then 1 else 0 end,
  null, null, null, null, null, null, null, null, null, null, null
from INFORMATION_SCHEMA.TABLES t
where t.TABLE_TYPE <> 'VIEW' and upper(t.TABLE_SCHEMA) <> 'INFORMATION_SCHEMA'
union all
select 'COLUMN', c.TABLE_SCHEMA, c.TABLE_NAME, case when c.TABLE_SCHEMA = current_schema then 1 else 0 end,
  null, null, null, null, null, c.COLUMN_NAME, c.ORDINAL_POSITION, c.DATA_TYPE,
  coalesce(c.CHARACTER_MAXIMUM_LENGTH, c.NUMERIC_PRECISION), c.NUMERIC_SCALE,
  case c.IS_NULLABLE when 'YES' then 1 else 0 end
from INFORMATION_SCHEMA.COLUMNS c
where (c.TABLE_SCHEMA, c.TABLE_NAME) in (select v.TABLE_SCHEMA, v.TABLE_NAME from INFORMATION_SCHEMA.VIEWS v
  where upper(v.TABLE_SCHEMA) <> 'INFORMATION_SCHEMA')
