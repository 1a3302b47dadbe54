-- HSQLDB 2.7, INFORMATION_SCHEMA: TABLES, VIEWS, VIEW_TABLE_USAGE, COLUMNS.
select case t.table_type when 'VIEW' then 'VIEW' else 'TABLE' end as entry,
  t.table_schema as schema_name, t.table_name as relation_name,
  case when t.table_schema = current_schema then 1 else 0 end as visible,
  case t.table_type when 'VIEW' then 'VIEW' end as kind, v.view_definition as definition,
  case v.insertable_into when 'YES' then 'INSERT ' else '' end
    || case v.is_updatable when 'YES' then 'UPDATE DELETE' else '' end as writable,
  case v.is_trigger_insertable_into when 'YES' then 'INSERT;' else '' end
    || case v.is_trigger_updatable when 'YES' then 'UPDATE;' else '' end
    || case v.is_trigger_deletable when 'YES' then 'DELETE' else '' end as instead_of,
  cast(null as varchar(128)) as other_schema, cast(null as varchar(128)) as other_name,
  cast(null as int) as position, cast(null as varchar(128)) as type_name,
  cast(null as bigint) as type_size, cast(null as int) as type_scale, cast(null as int) as nullable
from information_schema.tables t
left join information_schema.views v on v.table_schema = t.table_schema and v.table_name = t.table_name
where t.table_schema not in ('INFORMATION_SCHEMA', 'SYSTEM_LOBS')
union all
select 'READS', u.view_schema, u.view_name, case when u.view_schema = current_schema then 1 else 0 end,
  null, null, null, null, u.table_schema, u.table_name, null, null, null, null, null
from information_schema.view_table_usage u
where u.view_schema <> 'INFORMATION_SCHEMA'
union all
select 'COLUMN', c.table_schema, c.table_name, case when c.table_schema = current_schema then 1 else 0 end,
  null, null, null, null, null, c.column_name, c.ordinal_position, c.data_type,
  coalesce(c.character_maximum_length, c.numeric_precision), c.numeric_scale,
  case c.is_nullable when 'YES' then 1 else 0 end
from information_schema.columns c
join information_schema.views v on v.table_schema = c.table_schema and v.table_name = c.table_name
where c.table_schema <> 'INFORMATION_SCHEMA'
