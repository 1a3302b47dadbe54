-- H2 2.4, INFORMATION_SCHEMA: VIEWS, TABLES, COLUMNS. It has no view_table_usage, so that the
-- relations are taken from the normalized definition. H2 makes all rows of such a table for each row
-- that it is joined to, so that nothing is joined here.
select 'VIEW' as entry, v.table_schema as schema_name, v.table_name as relation_name,
  case when v.table_schema = current_schema then 1 else 0 end as visible,
  'VIEW' as kind, v.view_definition as definition, null as writable,
  case v.is_trigger_insertable_into when 'YES' then 'INSERT;' else '' end
    || case v.is_trigger_updatable when 'YES' then 'UPDATE;' else '' end
    || case v.is_trigger_deletable when 'YES' then 'DELETE' else '' end as instead_of,
  null as other_schema, null as other_name, cast(null as int) as position, null as type_name,
  cast(null as bigint) as type_size, cast(null as int) as type_scale, cast(null as int) as nullable
from information_schema.views v
where v.table_schema <> 'INFORMATION_SCHEMA'
union all
select 'TABLE', t.table_schema, t.table_name, case when t.table_schema = current_schema then 1 else 0 end,
  null, null, null, null, null, null, null, null, null, null, null
from information_schema.tables t
where t.table_type <> 'VIEW' and t.table_schema <> 'INFORMATION_SCHEMA'
union all
select 'COLUMN', c.table_schema, c.table_name, case when c.table_schema = current_schema then 1 else 0 end,
  null, null, null, null, null, c.column_name, c.ordinal_position, c.data_type,
  coalesce(c.character_maximum_length, c.numeric_precision), c.numeric_scale,
  case c.is_nullable when 'YES' then 1 else 0 end
from information_schema.columns c
where (c.table_schema, c.table_name) in (select v.table_schema, v.table_name from information_schema.views v
  where v.table_schema <> 'INFORMATION_SCHEMA')
