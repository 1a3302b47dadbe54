-- Db2 11.5 for Linux, UNIX and Windows, Catalog views: SYSCAT.TABLES (types T table, V view, S materialized
-- query table), SYSCAT.VIEWS, SYSCAT.TABDEP, SYSCAT.TRIGGERS, SYSCAT.COLUMNS.
select case t.type when 'T' then 'TABLE' else 'VIEW' end as entry,
  rtrim(t.tabschema) as schema_name, t.tabname as relation_name,
  case when rtrim(t.tabschema) = current schema then 1 else 0 end as visible,
  case t.type when 'V' then 'VIEW' when 'S' then 'MATERIALIZED_VIEW' end as kind, v.text as definition,
  case v.readonly when 'N' then 'INSERT UPDATE DELETE' end as writable,
  (select listagg(case g.trigevent when 'I' then 'INSERT' when 'U' then 'UPDATE' when 'D' then 'DELETE' end, ';')
    from syscat.triggers g
    where g.trigtime = 'I' and g.tabschema = t.tabschema and g.tabname = t.tabname) as instead_of,
  cast(null as varchar(128)) as other_schema, cast(null as varchar(128)) as other_name,
  cast(null as int) as position, cast(null as varchar(128)) as type_name,
  cast(null as int) as type_size, cast(null as int) as type_scale, cast(null as int) as nullable
from syscat.tables t
left join syscat.views v on v.viewschema = t.tabschema and v.viewname = t.tabname
where t.type in ('T', 'V', 'S') and t.tabschema not like 'SYS%'
union all
select 'READS', rtrim(d.tabschema), d.tabname, case when rtrim(d.tabschema) = current schema then 1 else 0 end,
  null, null, null, null, rtrim(d.bschema), d.bname, null, null, null, null, null
from syscat.tabdep d
where d.dtype in ('V', 'S') and d.btype in ('T', 'V', 'S') and d.tabschema not like 'SYS%'
union all
select 'COLUMN', rtrim(c.tabschema), c.tabname, case when rtrim(c.tabschema) = current schema then 1 else 0 end,
  null, null, null, null, null, c.colname, c.colno + 1, c.typename, c.length, c.scale,
  case c.nulls when 'Y' then 1 else 0 end
from syscat.columns c
join syscat.tables t on t.tabschema = c.tabschema and t.tabname = c.tabname and t.type in ('V', 'S')
where c.tabschema not like 'SYS%'
