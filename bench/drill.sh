#!/bin/sh
# drill.sh DUMP [GIGABYTES] [FILES]: an Odoo from a dump (pg_dump -Fc), grown by a table of so many gigabytes and by so
# many attachments of 20 KB, is saved and drilled; beside it, in the same run, the bare parts: pg_restore into a
# cluster with the same settings, and cp of the files. Needs Debian's PostgreSQL, perl and GNU time; run as root.
set -eu
cd "$(dirname "$0")/.."
dump=$(realpath "${1:?usage: bench/drill.sh DUMP [GIGABYTES] [FILES]}")
gigabytes=${2:-5} files=${3:-100000}
bin=$(ls -d /usr/lib/postgresql/*/bin | tail -1)
work=$(mktemp -d)
chmod 755 "$work"
port=$((20000 + $$ % 20000))
as_postgres() { setpriv --reuid=postgres --regid=postgres --clear-groups "$@"; }
stop() {
  for data in "$work"/source/data "$work"/bare/data; do
    [ ! -f "$data/postmaster.pid" ] || as_postgres "$bin/pg_ctl" -D "$data" -m immediate stop >"$work/log" 2>&1 || true
  done
  rm -rf "$work"
}
trap stop EXIT INT TERM
cluster() { # FOLDER PORT: as a drill makes it
  install -d -o postgres "$work/$1"
  (cd "$work/$1" && as_postgres "$bin/initdb" -D data -U odoo -A trust -E UTF8 --locale=C.UTF-8 -k >"$work/log" &&
    as_postgres "$bin/pg_ctl" -D data -w -l log -o "-p $2 -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_wal_size=4GB -c maintenance_work_mem=128MB -c shared_buffers=256MB -c jit=off" start >"$work/log")
  "$bin/createdb" -h 127.0.0.1 -p "$2" -U odoo erp
}
say() { /usr/bin/time -f "%e s, %U s user, %M KB peak" -o "$work/time" "$@" >"$work/said" 2>"$work/log" || true; tail -1 "$work/time"; }

cluster source "$port"
"$bin/pg_restore" -h 127.0.0.1 -p "$port" -U odoo -d erp --no-owner --no-acl --exit-on-error "$dump"
"$bin/psql" -q -h 127.0.0.1 -p "$port" -U odoo erp -c "create table x_bulk as select n as id, md5(n::text) || md5((n * 7)::text) || repeat(md5((n % 1000)::text), 2) as payload, now() at time zone 'utc' as write_date from generate_series(1, $gigabytes * 5500000) n; alter table x_bulk add primary key (id)"
mkdir -p "$work/filestore/erp"
perl -MDigest::SHA=sha1_hex -e '
  my ($folder, $count) = @ARGV;
  for my $n (1 .. $count) {
    my $content = pack("N", $n) . substr(sha1_hex($n) x 600, 0, 20476);
    my $sha = sha1_hex($content); my $dir = "$folder/" . substr($sha, 0, 2);
    mkdir $dir; open my $f, ">", "$dir/$sha" or die; print $f $content; close $f;
    print substr($sha, 0, 2) . "/$sha\t$sha\t20480\n";
  }' "$work/filestore/erp" "$files" >"$work/rows"
"$bin/psql" -q -h 127.0.0.1 -p "$port" -U odoo erp <<SQL
create temporary table made (store_fname text, checksum text, file_size int);
\copy made from '$work/rows'
delete from ir_attachment where store_fname is not null;
insert into ir_attachment (name, type, store_fname, checksum, file_size, create_date, write_date)
  select 'file', 'binary', store_fname, checksum, file_size, now() at time zone 'utc', now() at time zone 'utc' from made;
analyze;
SQL
"$bin/psql" -At -h 127.0.0.1 -p "$port" -U odoo erp -c "select 'database of ' || pg_size_pretty(pg_database_size('erp')) || ', $files files'"

cp -r samples/estate "$work/estate"
./interlock evidence keygen --out "$work/key" --name bench --system bench --predicates backup,drill >>"$work/estate/people/keys.yaml" 2>"$work/log"
echo "backup: $(say ./interlock backup run --estate "$work/estate" --environment core-production --database "postgresql://odoo@127.0.0.1:$port/erp" --filestore "$work/filestore/erp" --to "$work/store" --new-store --key "$work/key")"
part=$(ls "$work"/store/backups/core-production/*/database.dump)
# ext4 passes over inodes that were freed within a minute, one by one: what makes files would pay for what removed some.
settle() { sync && sleep 70; }
bare() {
  settle
  cluster bare $((port + 1))
  echo "bare pg_restore: $(say "$bin/pg_restore" -h 127.0.0.1 -p $((port + 1)) -U odoo -d erp --no-owner --no-acl --exit-on-error -j 2 "$part")"
  echo "bare cp: $(say cp -r "$work/filestore" "$work/copied")"
  as_postgres "$bin/pg_ctl" -D "$work/bare/data" -m immediate stop >"$work/log" 2>&1
  rm -rf "$work/copied" "$work/bare"
}
as_postgres "$bin/pg_ctl" -D "$work/source/data" -m fast stop >"$work/log" 2>&1
bare
settle
echo "drill: $(say ./interlock drill run --estate "$work/estate" --environment core-production --from "$work/store" --key "$work/key" --out "$work/drill.json" --place "$work/drills")"
cat "$work/said"
bare
