"""What Python tools find by reflection, with the password of the reader alone: pandas, notebooks."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
import pytest
import sqlalchemy

from tests.bi.postgres import Loaded


@pytest.fixture(scope="module")
def engine(database: Loaded) -> Iterator[sqlalchemy.Engine]:
    made = sqlalchemy.create_engine(database.url.replace("postgresql://", "postgresql+psycopg://"))
    yield made
    made.dispose()


def test_reflection_gives_comments_keys_and_references(engine: sqlalchemy.Engine) -> None:
    meta = sqlalchemy.MetaData(schema="marts")
    meta.reflect(bind=engine)
    observation = meta.tables["marts.fct_observation"]
    assert [column.name for column in observation.primary_key] == ["observation_id"]
    assert all(column.comment for column in observation.columns)
    assert "marts.dim_indicator" in {
        key.target_fullname.rpartition(".")[0] for key in observation.foreign_keys
    }
    assert "指标序列" in sqlalchemy.inspect(engine).get_view_names("中文")


def test_pandas_reads_a_view_with_a_parameter(engine: sqlalchemy.Engine) -> None:
    query = sqlalchemy.text("select 年份, 数值 from 指标序列 where 指标名称 = :name order by 年份")
    frame = pd.read_sql(query, engine, params={"name": "普惠性幼儿园覆盖率"})
    assert list(frame.columns) == ["年份", "数值"]
    assert len(frame) == 11
