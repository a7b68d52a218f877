from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ZHIBIAO = str(Path(sys.executable).with_name("zhibiao"))


def test_html_is_one_page_named_after_the_file(tmp_path: Path, home: Path) -> None:
    file = tmp_path / "县报告<b>.txt"
    file.write_text("2022年工作回顾\n全县新增学位6210个。<script>alert(1)</script>", encoding="utf-8")
    done = subprocess.run(
        [ZHIBIAO, "extract", str(file), "--format", "html"], capture_output=True, check=True, encoding="utf-8"
    )
    assert done.stdout.startswith("<!DOCTYPE html>")
    assert done.stdout.rstrip().endswith("</html>")
    assert "<title>县报告&lt;b&gt; · 指标</title>" in done.stdout
    assert "<script>alert" not in done.stdout
    assert done.stderr == ""
