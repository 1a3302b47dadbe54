-- SQLite, The Schema Table and PRAGMA table_info. The relations are taken from the definition, which
-- is the text that created the view.
select case m.type when 'view' then 'VIEW' else 'TABLE' end as entry, null as schema_name,
  m.name as relation_name, 1 as visible, case m.type when 'view' then 'VIEW' end as kind,
  case m.type when 'view' then m.sql end as definition, null as writable,
  (select group_concat(substr(t.header, instr(t.header, ' instead of ') + 12, 6), ' ')
    from (select tbl_name, replace(replace(replace(replace(replace(lower(sql),
        char(13), ' '), char(10), ' '), char(9), ' '), '  ', ' '), '  ', ' ') as header
      from sqlite_schema where type = 'trigger') t
    where m.type = 'view' and t.tbl_name = m.name collate nocase) as instead_of,
  null as other_schema, null as other_name, null as position, null as type_name, null as type_size,
  null as type_scale, null as nullable
from sqlite_schema m
where m.type in ('table', 'view') and m.name not like 'sqlite\_%' escape '\'
union all
select 'COLUMN', null, m.name, 1, null, null, null, null, null, c.name, c.cid + 1, c.type, null, null, 1
from sqlite_schema m
join pragma_table_info(m.name) c
where m.type = 'view'
