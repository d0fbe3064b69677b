"""Gates of rules and screens, overlap groups, and what was judged in them."""


def _eq(factor, value):
    return {"factor": factor, "equals": value}


def _age(**comparison):
    return {"factor": "person.age", **comparison}


ADULT = _age(atLeast=18)
CHILD = _age(below=18)
INFANT = _age(below=1)
FEMALE = _eq("person.sex", "female")
MALE = _eq("person.sex", "male")
NOT_FEMALE = {"factor": "person.sex", "in": ["male", "intersex", "prefer-not-to-say"]}


def _all(*gates):
    return {"all": list(gates)}


# condition|factor -> gate, from `applicability` first, else from age, sex and known disease in `population`.
GATES = {
"acne-vulgaris|diet.milk": _age(atMost=30),
"acne-vulgaris|diet.glycemic-load": _all(MALE, _age(between=[15, 25])),
"acne-vulgaris|diet.whey-protein": MALE,
"atopic-dermatitis|diet.sodium": ADULT,
"atopic-dermatitis|lifestyle.perceived-stress": _age(atLeast=20),
"atopic-dermatitis|lifestyle.smoking": ADULT,
"atopic-dermatitis|skincare.emollient-use": _eq("condition.atopic-dermatitis", True),
"atopic-dermatitis|body.bmi": ADULT,
"atopic-dermatitis|diet.fiber": ADULT,
"atopic-dermatitis|diet.ultra-processed": _age(between=[10, 19]),
"atopic-dermatitis|lab.vitamin-d": CHILD,
"atopic-dermatitis|skin.dryness": INFANT,
"atopic-dermatitis|diet.oily-fish": INFANT,
"atopic-dermatitis|diet.zinc": CHILD,
"atopic-dermatitis|environment.water-hardness": CHILD,
"atopic-dermatitis|gut.ibs": CHILD,
"atopic-dermatitis|lifestyle.sleep-quality": _age(between=[2, 16]),
"atopic-dermatitis|medication.antibiotic-courses": _age(below=2),
"atopic-dermatitis|microbiome.richness": INFANT,
"atopic-dermatitis|skin.tewl": INFANT,
"chronic-urticaria|lab.vitamin-d": ADULT,
"gut-dysbiosis|diet.alcohol": ADULT,
"gut-dysbiosis|diet.fermented-foods": ADULT,
"gut-dysbiosis|diet.fiber": ADULT,
"gut-dysbiosis|diet.fruit-vegetables": ADULT,
"gut-dysbiosis|diet.mediterranean-score": _age(atLeast=65),
"gut-dysbiosis|diet.plant-diversity": ADULT,
"gut-dysbiosis|gut.bristol-stool-type": ADULT,
"gut-dysbiosis|gut.ibs": ADULT,
"gut-dysbiosis|lifestyle.smoking": ADULT,
"gut-dysbiosis|medication.antibiotic-courses": ADULT,
"gut-dysbiosis|medication.proton-pump-inhibitor": ADULT,
"gut-dysbiosis|body.bmi": ADULT,
"gut-dysbiosis|diet.emulsifiers": ADULT,
"gut-dysbiosis|diet.low-fodmap": _eq("gut.ibs", True),
"gut-dysbiosis|diet.ultra-processed": ADULT,
"gut-dysbiosis|lab.vitamin-d": ADULT,
"gut-dysbiosis|lifestyle.perceived-stress": ADULT,
"gut-dysbiosis|lifestyle.physical-activity": ADULT,
"gut-dysbiosis|medication.metformin": ADULT,
"gut-dysbiosis|microbiome.richness": ADULT,
"impaired-skin-barrier|lifestyle.smoking": _age(atLeast=50),
"impaired-skin-barrier|person.age": _age(atLeast=50),
"impaired-skin-barrier|skin.tewl": _age(atLeast=18, below=65),
"impaired-skin-barrier|skincare.emollient-use": _age(atLeast=50),
"impaired-skin-barrier|skincare.handwashing-frequency": ADULT,
"impaired-skin-barrier|environment.indoor-humidity": ADULT,
"impaired-skin-barrier|environment.water-hardness": ADULT,
"impaired-skin-barrier|lifestyle.perceived-stress": ADULT,
"impaired-skin-barrier|lifestyle.sleep-duration": _all(FEMALE, ADULT),
"impaired-skin-barrier|lifestyle.sleep-quality": _all(FEMALE, ADULT),
"impaired-skin-barrier|skin.ph": ADULT,
"impaired-skin-barrier|skincare.alkaline-soap": ADULT,
"impaired-skin-barrier|person.sex": _age(atLeast=50),
"intestinal-permeability|gut.ibs": _all(ADULT, {"factor": "gut.bristol-stool-type", "atLeast": 3}),
"intestinal-permeability|lab.lactulose-mannitol-ratio": ADULT,
"intestinal-permeability|diet.alcohol": ADULT,
"intestinal-permeability|diet.fiber": ADULT,
"intestinal-permeability|gut.celiac": _eq("diet.gluten-free", False),
"intestinal-permeability|lab.vitamin-d": _eq("gut.crohn", True),
"intestinal-permeability|lab.zinc": _eq("gut.crohn", True),
"intestinal-permeability|supplement.glutamine": ADULT,
"psoriasis|diet.alcohol": NOT_FEMALE,
"psoriasis|lifestyle.physical-activity": FEMALE,
"psoriasis|lifestyle.perceived-stress": MALE,
"rosacea|body.bmi": FEMALE,
"rosacea|diet.alcohol": FEMALE,
"rosacea|diet.mediterranean-score": {"factor": "body.bmi", "below": 24.5},
"seborrheic-dermatitis|skin.dryness": _age(atLeast=45),
"seborrheic-dermatitis|diet.fruit-vegetables": _age(atLeast=45),
"seborrheic-dermatitis|lifestyle.perceived-stress": _eq("condition.seborrheic-dermatitis", True),
"skin-dysbiosis|medication.antibiotic-courses": _eq("condition.acne-vulgaris", True),
"skin-dysbiosis|skin.ph": ADULT,
}

# Whom the studies looked at, where the row mixes it with other remarks.
POPULATIONS = {
"atopic-dermatitis|skincare.emollient-use": "people who already have eczema",
"atopic-dermatitis|diet.fermented-foods": "babies (yogurt); adults in one Korean survey (kimchi)",
"atopic-dermatitis|medication.antibiotic-courses": "babies in their first year",
"atopic-dermatitis|skin.s-aureus-colonization": "any age",
"impaired-skin-barrier|person.age": "middle-aged and older adults, 50 and over",
"impaired-skin-barrier|person.sex": "older adults",
"impaired-skin-barrier|skin.tewl": "adults of 20 to 40 years, inner forearm",
"impaired-skin-barrier|skincare.emollient-use": "adults of 50 and over, locally dry skin",
"impaired-skin-barrier|lifestyle.smoking": "middle-aged and older adults, 50 and over",
"impaired-skin-barrier|environment.indoor-humidity": "adults",
"impaired-skin-barrier|environment.water-hardness": "adults; people with eczema",
"impaired-skin-barrier|lifestyle.perceived-stress": "healthy young adults",
"impaired-skin-barrier|lifestyle.sleep-quality": "white women of 30 to 49",
"intestinal-permeability|diet.alcohol": "people who depend on alcohol",
"intestinal-permeability|gut.celiac": "people with celiac disease not on a gluten-free diet",
"intestinal-permeability|gut.ibd": "people with Crohn's disease",
"intestinal-permeability|gut.ibs": "adults seen two years after an outbreak; irritable bowel with diarrhea or after an infection",
"intestinal-permeability|lab.lactulose-mannitol-ratio": "adults",
"intestinal-permeability|lifestyle.perceived-stress": "healthy volunteers",
"intestinal-permeability|medication.nsaid": "healthy volunteers and people with arthritis, use on most days",
"intestinal-permeability|supplement.glutamine": "adults, mostly ill",
"gut-dysbiosis|gut.bristol-stool-type": "adults",
"gut-dysbiosis|diet.mediterranean-score": "people of 65 to 79 years",
"gut-dysbiosis|gut.ibs": "adults, outside China",
"gut-dysbiosis|lifestyle.perceived-stress": "adults",
"psoriasis|diet.alcohol": "adults; mostly men",
"psoriasis|lifestyle.perceived-stress": "men, followed from the age of 18",
"chronic-urticaria|lab.vitamin-d": "adults",
"skin-dysbiosis|skin.s-aureus-colonization": "people with eczema against healthy people",
"skin-dysbiosis|medication.antibiotic-courses": "people with acne",
}

# Against counting one cause twice.
GROUPS = {
"sugar-and-processing": ["diet.free-sugars", "diet.glycemic-load", "diet.ultra-processed", "diet.sugary-drinks"],
"plant-food": ["diet.fiber", "diet.plant-diversity", "diet.fruit-vegetables", "diet.whole-grain", "diet.mediterranean-score"],
"antibiotics": ["medication.days-since-antibiotics", "medication.antibiotic-courses"],
"cleansing": ["skincare.harsh-products", "skincare.alkaline-soap", "skincare.cleansing-frequency"],
"sleep": ["lifestyle.sleep-quality", "lifestyle.sleep-duration"],
"weight-and-blood": ["body.bmi", "lab.crp", "lab.hba1c"],
"gut-disease": ["gut.ibs", "gut.ibd", "gut.celiac"],
}
JOINED = {("sugar-and-processing", "weight-and-blood"): "weight-sugar-and-activity"}

SCREENS = {
"acne": {"any": [{"concern": "acne-vulgaris"}, {"factor": "condition.acne-vulgaris", "equals": True}]},
"pregnancy-and-babies": {"not": {"all": [{"factor": "person.sex", "equals": "male"}, {"factor": "person.age", "atLeast": 1}]}},
}

NOTES = [
("eczema.ultra-processed", "'adolescents' became ages 10 to 19"),
("eczema.fermented-foods", "no gate: the cohort is of infants, the survey of adults"),
("eczema.antibiotic-courses", "'first year of life' became below 2 years, because the question covers the last twelve months"),
("seborrheic.skin-dryness, seborrheic.fruit-vegetables", "'45+ roughly' and 'middle-aged and elderly' became 45 and over (one cohort)"),
("psoriasis.alcohol", "the pooled ratio holds for everybody but women, who have a rule of their own"),
("permeability.ibs", "'do not apply to constipation type' became a stool form of 3 or more"),
("permeability.celiac", "'untreated or not gluten-free' became not on a gluten-free diet"),
("acne.glycemic-load", "'males 15-25 years' became male and 15 to 25"),
("skin-dysbiosis.antibiotic-courses", "'acne patients' became known acne"),
("all rules of 'adults'", "a population of adults became 18 and over; studies of volunteers without an age stay without a gate"),
("permeability-state, skin-barrier-state, skin-dysbiosis-state", "a defining measure shares one overlap group with the other scored rules of its state, as the knowledge base asks; so a state with such a measure counts its strongest entry"),
("psoriasis: weight-sugar-and-activity", "one group by closure: sugars and ultra-processed food overlap, ultra-processed food and activity overlap with weight, weight with HbA1c"),
("gut-disease", "irritable bowel, inflammatory bowel disease and celiac disease count once in a condition"),
("acne screen", "asked with the concern acne or known acne; unknown acne leaves it open"),
("pregnancy-and-babies screen", "not asked of males of one year and over: a baby boy is still asked about"),
]
