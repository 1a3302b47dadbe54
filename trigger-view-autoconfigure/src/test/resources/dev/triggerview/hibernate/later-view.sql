create view later_view as select id from base_table;
