#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Run once by the image of PostgreSQL, on an empty volume: the application gets a role that is bound by
# row-level security, and a database of its own.
set -eu
psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --username="${POSTGRES_USER:-postgres}" --dbname=postgres --set=password="$APP_PASSWORD" <<'SQL'
create role plein login password :'password' nosuperuser nobypassrls nocreatedb nocreaterole noreplication;
create database plein owner plein template template0 encoding 'UTF8' locale 'C.UTF-8' locale_provider builtin builtin_locale 'C.UTF-8';
revoke connect on database postgres from public;
SQL
