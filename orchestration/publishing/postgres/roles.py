"""The role that reads and cannot write.

What belongs here: making it, granting it the schemas, and proving that it can do no more. What does not: the
rows. Grants outlive every load, since the tables stay the same ones.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace

import psycopg
from psycopg import sql

from orchestration.errors import InputError
from orchestration.publishing.chinese import views
from orchestration.publishing.postgres import migrate
from orchestration.publishing.postgres.target import Target, TargetError, told

Server = psycopg.Connection[tuple[object, ...]]
_MIGHTY = """
select rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls or rolname = current_user
from pg_roles where rolname = %s
"""
_WRITES = """
select format('write to %%s', c.oid::regclass) from pg_class as c
where c.relkind in ('r', 'p', 'v', 'm', 'f') and c.relnamespace not in (
    'pg_catalog'::regnamespace, 'information_schema'::regnamespace
) and (
    has_table_privilege(%(role)s, c.oid, 'insert, update, delete, truncate, trigger')
    or pg_get_userbyid(c.relowner) = %(role)s
)
union all
select format('create in schema %%s', nspname) from pg_namespace
where has_schema_privilege(%(role)s, oid, 'create') and nspname !~ '^pg_(temp|toast)'
union all
select format('create schemas in %%s', current_database())
where has_database_privilege(%(role)s, current_database(), 'create')
union all
select format('act as %%s', rolname) from pg_roles
where rolname in ('pg_write_server_files', 'pg_execute_server_program', 'pg_read_server_files')
    and pg_has_role(%(role)s, oid, 'member')
limit 1
"""
_ELSEWHERE = """
select datname from pg_database
where datallowconn and not datistemplate and datname <> current_database()
    and has_database_privilege(%s, oid, 'connect')
order by 1
"""
_SPILL = "4GB"  # of the server's disk that one session may fill while it sorts and joins
# Large objects belong to no schema: whoever may call these writes, whatever else is revoked.
_LARGE_OBJECTS = ("lo_creat(integer)", "lo_create(oid)", "lo_from_bytea(oid, bytea)")


_STATE = """
select rolcanlogin and rolconnlimit >= 0,
    coalesce((
        select array_agg(split_part(one, '=', 1)) from pg_db_role_setting as s, unnest(s.setconfig) as one
        where s.setrole = r.oid and s.setdatabase in (
            0, (select oid from pg_database where datname = current_database())
        )
    ), '{}')
from pg_roles as r where rolname = %s
"""


@dataclass(frozen=True, slots=True)
class Reader:
    """A role; ``password`` only where it was made here, ``elsewhere`` other databases it may enter.

    ``left`` are statements that the publisher may not run and an administrator of the server should.
    """

    role: str
    password: str = ""
    elsewhere: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


def grant(target: Target, role: str, *, password: str = "", timeout: str = "60s", limit: int = 20) -> Reader:
    """Let ``role`` read every schema of the release, now and after every load; it is made where it is not.

    Raises InputError for a role that could write anyway, TargetError for what PostgreSQL refuses.
    """
    with told(target, "nothing was granted"), target.connect() as server:
        if server.execute("select to_regclass('marts.release_info')").fetchone() == (None,):
            raise InputError(target.shown, "nothing is loaded there yet", "`zhibiao publish` loads it")
        made = _role(server, role, password)
        _open(server, role)
        left = [
            *_login(server, role, limit),
            *_settings(server, role, timeout),
            *_close(server, role),
        ]
        found = server.execute(_WRITES, {"role": role}).fetchone()
        if found:
            raise TargetError(
                f"PostgreSQL {target.shown}: role {role} could {found[0]}; revoke that or take another role,"
                " nothing was granted"
            )
        elsewhere = server.execute(_ELSEWHERE, [role]).fetchall()
    return replace(made, elsewhere=tuple(str(row[0]) for row in elsewhere), left=tuple(left))


def _role(server: Server, role: str, password: str) -> Reader:
    row = server.execute(_MIGHTY, [role]).fetchone()
    if row and row[0]:
        raise InputError(f"role {role}", "can do more than read by its nature", "take another name")
    name = sql.Identifier(role)
    if not row and not _may(server, sql.SQL("create role {} login").format(name)):
        mend = f"an administrator of the server makes it: create role {name.as_string()} login password '…'"
        raise InputError(f"role {role}", "is not there, and the publisher may make no role", mend)
    password = password if row else password or secrets.token_urlsafe(18)
    if password:  # only its hash leaves this process, so that no log of the server has it
        hashed = server.pgconn.encrypt_password(password.encode(), role.encode(), b"scram-sha-256").decode()
        if not _may(server, sql.SQL("alter role {} password {}").format(name, sql.Literal(hashed))):
            mend = "an administrator of the server does, or leave the password out"
            raise InputError(f"role {role}", "the publisher may not give it a password", mend)
    return Reader(role, "" if row else password)


def _may(server: Server, statement: sql.Composed) -> bool:
    """Run it, or say that it is not for the publisher to run; the transaction goes on either way."""
    try:
        with server.transaction():
            server.execute(statement)
    except (psycopg.errors.InsufficientPrivilege, psycopg.errors.InvalidSchemaName):
        return False
    return True


def _login(server: Server, role: str, limit: int) -> list[str]:
    """Let it log in, so many times at once; gives what the publisher may not do and nobody did."""
    name = sql.Identifier(role)
    wanted = sql.SQL("alter role {} login connection limit {}").format(name, sql.Literal(limit))
    if _may(server, wanted):
        return []
    row = server.execute(_STATE, [role]).fetchone()
    return [] if row and row[0] else [wanted.as_string(server)]


def _open(server: Server, role: str) -> None:
    name = sql.Identifier(role)
    database = sql.Identifier(server.info.dbname)
    server.execute(sql.SQL("grant connect on database {} to {}").format(database, name))
    for schema in map(sql.Identifier, migrate.SCHEMAS):
        server.execute(sql.SQL("grant usage on schema {} to {}").format(schema, name))
        server.execute(sql.SQL("grant select on all tables in schema {} to {}").format(schema, name))
        later = sql.SQL("alter default privileges in schema {} grant select on tables to {}")
        server.execute(later.format(schema, name))


def _close(server: Server, role: str) -> list[str]:
    """Take from everybody what lets everybody write; gives what the publisher may not and nobody took."""
    database = sql.Identifier(server.info.dbname)
    functions = sql.SQL(", ").join(sql.SQL(f"pg_catalog.{one}") for one in _LARGE_OBJECTS)
    _may(server, sql.Composed([sql.SQL("revoke create on schema public from public")]))  # _WRITES asks for it
    temporary = sql.SQL("revoke temporary on database {} from public").format(database)
    objects = sql.SQL("revoke execute on function {} from public").format(functions)
    _may(server, temporary)
    _may(server, objects)
    asked = "select has_database_privilege(%(role)s, current_database(), 'temporary'), " + " or ".join(
        f"has_function_privilege(%(role)s, 'pg_catalog.{one}', 'execute')" for one in _LARGE_OBJECTS
    )
    row = server.execute(asked.encode(), {"role": role}).fetchone() or (False, False)
    open_still = zip((temporary, objects), row, strict=True)
    return [statement.as_string(server) for statement, still in open_still if still]


def _settings(server: Server, role: str, timeout: str) -> list[str]:
    """Set what holds where the role does not set it otherwise itself; the grants hold in any case.

    Gives what the publisher may not set and nobody did.
    """
    path = sql.SQL("{}, {}").format(sql.Identifier("marts"), sql.Identifier(views.SCHEMA))
    wanted: dict[str, sql.Composable] = {
        "default_transaction_read_only": sql.SQL("on"),
        "statement_timeout": sql.Literal(timeout),
        "idle_in_transaction_session_timeout": sql.Literal("10min"),
        "search_path": path,
        "temp_file_limit": sql.Literal(_SPILL),  # a superuser's to set
    }
    place = (sql.Identifier(role), sql.Identifier(server.info.dbname))
    refused = {
        name: statement.as_string(server)
        for name, value in wanted.items()
        if not _may(
            server,
            statement := sql.SQL("alter role {} in database {} set {} = {}").format(
                *place, sql.Identifier(name), value
            ),
        )
    }
    row = server.execute(_STATE, [role]).fetchone()
    there = row[1] if row and isinstance(row[1], list) else []
    return [statement for name, statement in refused.items() if name not in there]
