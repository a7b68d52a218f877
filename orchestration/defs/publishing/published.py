"""The release as an asset.

What belongs here: the asset. What does not: how a release is made (``orchestration.publishing``).
"""

import dagster as dg

from orchestration.publishing import release
from orchestration.settings import load
from orchestration.site import hook


def _marts() -> list[dg.AssetKey]:
    return [
        dg.AssetKey(["marts", path.stem]) for path in sorted(load().dbt_project.glob("models/marts/**/*.sql"))
    ]


@dg.asset(
    key=["published", "release"],
    deps=_marts(),
    pool="duckdb_writer",
    group_name="published",
    kinds={"duckdb", "parquet"},
    description="The checked warehouse that readers open: published/current.",
)
def published_release(context: dg.AssetExecutionContext) -> dg.MaterializeResult[None]:
    """Check the candidate and switch to it, then write its site; a closed gate leaves the last release."""
    try:
        made = release.publish(load())
    except release.GateClosedError as closed:
        raise dg.Failure("\n".join([str(closed), *closed.lines]), allow_retries=False) from closed
    except release.PublishError as error:
        raise dg.Failure(str(error)) from error
    word = "published" if made.is_new else "nothing new, or held after a rollback; the release stands"
    context.log.info(f"{word}: {made.release_id}")
    has_site = hook.after_release(load())
    return dg.MaterializeResult(
        data_version=dg.DataVersion(made.content),
        metadata={
            "release_id": made.release_id,
            "is_new": made.is_new,
            "rows": dg.MetadataValue.json(made.tables),
            "gate": str(made.gate["summary"]),
            "has_site": has_site,
            "path": dg.MetadataValue.path(str(load().current_release)),
        },
    )
