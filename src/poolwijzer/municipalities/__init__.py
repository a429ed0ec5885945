"""The municipalities of the Netherlands: the table, and finding one by what people call it.

Every file that names municipalities resolves them here to one code, so that shares, costs and comparisons
never depend on spelling. A guess is never made silently: what is not clear is asked back, with what it may
have been. Where the figures come from stands in `data/README.md`.
"""

from poolwijzer.municipalities.names import (
    UnknownMunicipality,
    find_municipality,
    fold_name,
    known_municipality,
    official_name,
    split_names,
)
from poolwijzer.municipalities.regions import UnknownRegion, find_in_province, find_in_res_region, list_regions
from poolwijzer.municipalities.table import (
    REFERENCE_DATE,
    Municipality,
    credit_population,
    list_municipalities,
    list_planned_changes,
)

__all__ = [
    "REFERENCE_DATE",
    "Municipality",
    "UnknownMunicipality",
    "UnknownRegion",
    "credit_population",
    "find_in_province",
    "find_in_res_region",
    "find_municipality",
    "fold_name",
    "known_municipality",
    "list_municipalities",
    "list_planned_changes",
    "list_regions",
    "official_name",
    "split_names",
]
