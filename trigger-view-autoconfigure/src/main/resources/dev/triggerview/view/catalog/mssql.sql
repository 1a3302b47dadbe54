-- SQL Server 2017, System Catalog Views: sys.objects, sys.sql_modules, sys.sql_expression_dependencies,
-- sys.triggers, sys.trigger_events, sys.columns. A view with a clustered index is SQL Server's materialized view.
-- No catalog says whether a view is updatable.
select case o.type when 'V' then 'VIEW' else 'TABLE' end as entry,
  schema_name(o.schema_id) as schema_name, o.name as relation_name,
  case when schema_name(o.schema_id) = schema_name() then 1 else 0 end as visible,
  case when o.type = 'V' and i.index_id is not null then 'MATERIALIZED_VIEW' when o.type = 'V' then 'VIEW' end as kind,
  m.definition as definition, cast(null as varchar(30)) as writable,
  (select string_agg(e.type_desc, ';') from sys.triggers t join sys.trigger_events e on e.object_id = t.object_id
    where t.parent_id = o.object_id and t.is_instead_of_trigger = 1) as instead_of,
  cast(null as sysname) as other_schema, cast(null as sysname) as other_name, cast(null as int) as position,
  cast(null as sysname) as type_name, cast(null as int) as type_size, cast(null as int) as type_scale,
  cast(null as int) as nullable
from sys.objects o
left join sys.sql_modules m on m.object_id = o.object_id
left join sys.indexes i on i.object_id = o.object_id and i.type = 1 and o.type = 'V'
where o.type in ('U', 'V') and o.is_ms_shipped = 0
union all
select distinct 'READS', schema_name(v.schema_id), v.name,
  case when schema_name(v.schema_id) = schema_name() then 1 else 0 end, null, null, null, null,
  schema_name(r.schema_id), r.name, null, null, null, null, null
from sys.objects v
join sys.sql_expression_dependencies d on d.referencing_id = v.object_id
join sys.objects r on r.object_id = coalesce(d.referenced_id,
  object_id(coalesce(quotename(d.referenced_schema_name) + '.', '') + quotename(d.referenced_entity_name)))
where v.type = 'V' and v.is_ms_shipped = 0 and r.type in ('U', 'V')
union all
select 'COLUMN', schema_name(v.schema_id), v.name,
  case when schema_name(v.schema_id) = schema_name() then 1 else 0 end, null, null, null, null,
  null, c.name, c.column_id, type_name(c.system_type_id),
  case when c.precision > 0 then c.precision else c.max_length end, c.scale, cast(c.is_nullable as int)
from sys.objects v
join sys.columns c on c.object_id = v.object_id
where v.type = 'V' and v.is_ms_shipped = 0
