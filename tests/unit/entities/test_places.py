"""Places told by datelines, geographic nouns and compass words."""

import pytest


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [
        (
            "Lakes Summit Opens in Karvonia\nKARVONIA, March 3 (Reuters) \u2013 Ministers "
            "met in the city. Karvonia will host a fair.",
            [("KARVONIA", "PLACE"), ("Karvonia", "PLACE")],
            [],
        ),
        (
            "DELVA BAY, Lombok (Antara) - Ministers from six states met on Tuesday.",
            [("DELVA BAY", "PLACE"), ("Lombok", "PLACE"), ("Antara", "ORG")],
            [],
        ),
        (
            "PULANG, East Java \u2013 Ministers met on Tuesday.",
            [("PULANG", "PLACE"), ("East Java", "PLACE")],
            [],
        ),
        (
            "The cable lands at Mabaya Beach and crosses Tarrow Inlet near Cape Verlan.",
            [("Mabaya Beach", "PLACE"), ("Tarrow Inlet", "PLACE"), ("Cape Verlan", "PLACE")],
            [],
        ),
        (
            "Crews reached Mount Sorrel, Port Harlan and the Ganja Plains before winter.",
            [("Mount Sorrel", "PLACE"), ("Port Harlan", "PLACE"), ("Ganja Plains", "PLACE")],
            [],
        ),
        (
            "A station was built in St Orla and another on Lake Tumbo, near the Gulf of Corvo.",
            [("St Orla", "PLACE"), ("Lake Tumbo", "PLACE"), ("Gulf of Corvo", "PLACE")],
            [],
        ),
        (
            "Ships crossed the Strait of Marlo and the Sea of Azul to reach the Bay of Ferns.",
            [("Strait of Marlo", "PLACE"), ("Sea of Azul", "PLACE"), ("Bay of Ferns", "PLACE")],
            [],
        ),
        (
            "Farmers in the Sorano Hills and the Tavi Mountains use it.",
            [("Sorano Hills", "PLACE"), ("Tavi Mountains", "PLACE")],
            [],
        ),
        (
            "Offices open in North Sumatra, South Kivu, Western Cape and Grand Palu.",
            [
                ("North Sumatra", "PLACE"),
                ("South Kivu", "PLACE"),
                ("Western Cape", "PLACE"),
                ("Grand Palu", "PLACE"),
            ],
            [],
        ),
        (
            "Can Kigali lead the region? Will Lusaka follow? Did Ankara agree?",
            [("Kigali", "PLACE"), ("Lusaka", "PLACE"), ("Ankara", "PLACE")],
            ["Can Kigali", "Will Lusaka"],
        ),
        (
            "May Nairobi decide soon? Does Quito have a plan?",
            [("Nairobi", "PLACE"), ("Quito", "PLACE")],
            [],
        ),
        (
            "Nurses from Savora, Tavela and the Lauri Islands came.",
            [("Savora", "PLACE"), ("Tavela", "PLACE"), ("Lauri Islands", "PLACE")],
            [],
        ),
        (
            "Power is back in St. Arlan and Mt. Hovel.",
            [("St. Arlan", "PLACE"), ("Mt. Hovel", "PLACE")],
            [],
        ),
        (
            "Trucks cross the Ayuni salt flats.",
            [("Ayuni", "PLACE")],
            [],
        ),
    ],
)
def test_a_place_is_told_by_its_surroundings_or_its_noun(expect_names, text, wanted, unwanted):
    expect_names(text, wanted, unwanted)
