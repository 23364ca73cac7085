-- One mail to everybody in a segment, once, runs as a journey of its own that is not listed among the drawn ones.
alter table journey add mailing boolean not null default false;
