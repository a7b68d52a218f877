"""The structure message: concepts, code lists, data structure, dataflow.

What belongs here: SDMX objects and their XML. What does not: what the codes are (``codes``).
"""

from __future__ import annotations

import csv
import re
from datetime import datetime
from pathlib import Path
from typing import Any

from orchestration.publishing.exports.facts import Facts
from orchestration.publishing.exports.sdmx.codes import Code

_FOLDER = Path(__file__).parent
# Words of reports may hold characters that XML cannot.
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ALWAYS = {"UNIT_MEASURE", "UNIT_MULT", "OBS_STATUS"}


def components() -> list[dict[str, str]]:
    """List the dimensions, the measure and the attributes, in their order."""
    with (_FOLDER / "components.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def message(lists: dict[str, list[Code]], facts: Facts) -> bytes:
    """Write the structure as SDMX-ML 2.1."""
    import sdmx
    from sdmx.message import Header, StructureMessage
    from sdmx.model import v21

    agency = v21.Agency(id="ZHIBIAO", name={"en": "zhibiao", "zh": "指标"})
    kept: dict[str, Any] = {
        "maintainer": agency,
        "version": "1.0",
        "is_final": False,  # the code lists grow with the reports
        "is_external_reference": False,
    }
    concepts = v21.ConceptScheme(id="CS_ZHIBIAO", name={"zh": "概念", "en": "Concepts"}, **kept)
    code_lists = {name: _code_list(v21, name, codes, kept) for name, codes in lists.items()}
    structure = v21.DataStructureDefinition(id="DSD_INDICATOR", name=_names("指标", "Indicators"), **kept)
    for part in ("Dimension", "Measure", "Attribute"):  # the ids that the standard fixes
        getattr(structure, f"{part.lower()}s").id = f"{part}Descriptor"
    for row in components():
        concepts.append(v21.Concept(id=row["id"], name=_names(row["name"], row["name_en"])))
        _add(v21, structure, row, concepts[row["id"]], code_lists.get(row["code_list"]))
    flow = v21.DataflowDefinition(
        id="DF_INDICATOR",
        structure=structure,
        name=_names(facts.terms["title"], facts.terms["title_en"]),
        description=_names(facts.licence, facts.terms["source"]["how_en"]),
        **kept,
    )
    told = StructureMessage(
        header=Header(
            id=facts.release_id, prepared=datetime.fromisoformat(facts.created_at), sender=agency, test=False
        )
    )
    for one in (concepts, *code_lists.values(), structure, flow):
        told.add(one)
    return bytes(sdmx.to_xml(told, pretty_print=True))


def _add(v21: Any, structure: Any, row: dict[str, str], concept: Any, codes: Any) -> None:
    facets = v21.Representation(enumerated=codes) if codes is not None else None
    told = {"id": row["id"], "concept_identity": concept, "local_representation": facets}
    if row["kind"] == "dimension":
        structure.dimensions.append(v21.Dimension(order=len(structure.dimensions) + 1, **told))
    elif row["kind"] == "time":
        structure.dimensions.append(v21.TimeDimension(order=len(structure.dimensions) + 1, **told))
    elif row["kind"] == "measure":
        structure.measures.append(v21.PrimaryMeasure(**told))
    else:
        must = v21.UsageStatus["mandatory" if row["id"] in _ALWAYS else "conditional"]
        related = v21.PrimaryMeasureRelationship()
        structure.attributes.append(v21.DataAttribute(related_to=related, usage_status=must, **told))


def _code_list(v21: Any, name: str, codes: list[Code], kept: dict[str, Any]) -> Any:
    made = v21.Codelist(id=name, name={"en": name}, **kept)
    for code in codes:
        described = {"description": _names(code.description, "")} if code.description else {}
        made.append(v21.Code(id=code.id, name=_names(code.name, code.name_en), **described))
    return made


def _names(chinese: str, english: str) -> dict[str, str]:
    told = {"zh": chinese} | ({"en": english} if english else {})
    return {language: _NO_XML.sub("\ufffd", words) for language, words in told.items()}
