"""US names and questions of the factors, where the row's own words were not fit, and the ages of answers."""
NAMES = {
"diet.fiber": "Fiber", "diet.glycemic-load": "Glycemic load of the diet", "diet.milk": "Cow's milk", "person.allergy.fish": "Fish allergy",
"gut.celiac": "Celiac disease", "lab.fecal-calprotectin": "Stool calprotectin", "lab.hba1c": "Long-term blood sugar (HbA1c)", "lab.zonulin": "“Zonulin” by a commercial kit",
"lab.anti-gliadin-antibodies": "Antibodies to gluten", "lab.ttg-iga": "Celiac blood test (tTG IgA) positive", "lab.sibo-breath-test": "Breath test for bacterial overgrowth positive",
"lab.vitamin-d": "Vitamin D (25-hydroxyvitamin D)", "lab.zinc": "Blood zinc", "microbiome.butyrate": "Butyrate in the stool", "microbiome.richness": "Number of species in the stool",
"microbiome.shannon": "Shannon diversity of the stool", "microbiome.faecalibacterium": "Faecalibacterium, share of the stool", "microbiome.akkermansia": "Akkermansia, share of the stool",
"microbiome.bifidobacterium": "Bifidobacteria, share of the stool", "microbiome.proteobacteria": "Proteobacteria, share of the stool", "microbiome.lactobacillus": "Lactobacilli, share of the stool",
"skincare.emollient-use": "Moisturizer", "medication.completed-acne-courses": "Acne courses finished without success", "person.sex": "Sex recorded at birth",
"lifestyle.sleep-duration": "Hours of sleep", "lifestyle.strenuous-exercise": "Exhausting exercise", "symptom.itch": "Itch, worst in 24 hours", "skin.tewl": "Water loss through the skin",
"skin.phototype": "Skin phototype", "symptom.fever": "Fever", "skincare.cosmetic-products": "Skin care and makeup products", "diet.mediterranean-score": "Mediterranean diet score (14 points)",
}
QUESTIONS = {
"diet.pseudoallergens-histamine": "Do you often eat food with additives, aged cheese, salami, ham, or other food rich in histamine?",
"diet.fiber": "About how many grams of fiber do you eat on a usual day?",
"diet.glycemic-load": "What is the glycemic load of your usual day, if a food diary has worked it out?",
"diet.whole-grain": "How many servings of whole-grain bread, oats, brown rice, or similar do you eat a day?",
"diet.plant-diversity": "How many different plants (fruit, vegetables, grains, beans, nuts, seeds, herbs) did you eat last week?",
"diet.fermented-foods": "How many servings of live yogurt, kefir, kimchi, sauerkraut, or kombucha do you have in a week?",
"diet.free-sugars": "About what percentage of your calories comes from added sugar, honey, syrup, and fruit juice?",
"diet.ultra-processed": "About what percentage of your food is ready-made or packaged with long ingredient lists?",
"diet.milk": "How many glasses of cow's milk do you drink on a usual day?",
"diet.alcohol": "How much alcohol do you drink on an average day, in grams? (14 UK units a week are about 16 g a day)",
"diet.sodium": "How many grams of sodium do you eat a day, from a food diary or a test?",
"lifestyle.physical-activity": "How active are you in a week, in MET-minutes? (minutes of moderate activity times 4, vigorous times 8, walking times 3.3)",
"body.bmi": "What is your body mass index (weight in kilograms divided by the square of height in meters)?",
"lab.ttg-iga": "Have you had a positive celiac (tTG) blood test?",
"lab.h-pylori": "Have you had a positive test for Helicobacter pylori that no antibiotics have followed since?",
"gut.celiac": "Has a doctor told you that you have celiac disease?",
"gut.ibd": "Has a doctor told you that you have Crohn's disease or ulcerative colitis?",
"skincare.emollient-use": "Do you use a moisturizer on the affected skin most days?",
"skin.tewl": "What water loss value did your skin meter show on the inner forearm?",
"medication.warfarin": "Warfarin or another vitamin K blocker?",
"medication.anticoagulant": "Any blood thinner or anti-clotting medicine (warfarin, apixaban, daily aspirin, clopidogrel)?",
"medication.completed-acne-courses": "How many full courses of acne medicine (about 12 weeks each) have you finished without success?",
"symptom.sudden-severe-scaling": "Scaling of the face or scalp that came suddenly, is severe, or does not respond to anything?",
"person.sex": "What sex was recorded at your birth?",
"person.lactose-intolerance": "Do you get gut trouble from milk sugar (lactose)?",
"environment.indoor-humidity": "What humidity, in percent, does a meter at home show?",
"lab.zinc": "What was your last blood zinc result?",
"medication.isotretinoin": "Isotretinoin or another retinoid by mouth?",
"medication.proton-pump-inhibitor": "An acid-suppressing medicine such as omeprazole on most days?",
"medication.nsaid": "Ibuprofen, aspirin, or similar painkillers on most days?",
"person.eating-disorder-history": "An eating disorder, now or ever?",
"symptom.blood-in-stool": "Blood in your stool?",
"symptom.joint-pain": "Painful, stiff, or swollen joints?",
"medication.anabolic-steroids": "Do you take testosterone or anabolic steroids?",
"person.allergy.milk": "Milk?", "person.allergy.soy": "Soy?", "person.allergy.fish": "Fish?", "person.allergy.nuts": "Tree nuts?",
}
# Ages of answers, in days. Screens decide first, then the group, then single factors. What is not here never ages.
SCREEN_AGE = {"emergency": 1, "urgent-skin": 1}
AGE = {
"lab.vitamin-d": 180, "lab.fecal-calprotectin": 90, "lab.zonulin": 180, "lab.crp": 30, "lab.hba1c": 90, "lab.zinc": 180, "lab.h-pylori": 365, "lab.sibo-breath-test": 180,
"lab.anti-gliadin-antibodies": 365, "lab.ttg-iga": 365, "lab.homa-ir": 180, "lab.i-fabp": 180, "lab.lactulose-mannitol-ratio": 90, "lab.anemia": 90,
"skin.s-aureus-colonization": 90, "skin.c-acnes-diversity": 180, "skin.malassezia": 180, "skin.demodex-density": 90, "skin.ph": 30, "skin.tewl": 30, "skin.body-surface-area": 90,
"person.pregnant": 30, "person.trying-to-conceive": 30, "person.breastfeeding": 30, "person.critically-ill": 30,
"gut.bloating": 90, "gut.bristol-stool-type": 90, "gut.stool-frequency": 90, "gut.celiac-symptoms": 90, "gut.bloody-stools-per-day": 1,
"skin.dryness": 90, "medication.prenatal-antibiotics": None, "medication.completed-acne-courses": None,
"supplement.vitamin-d-dose": 30, "supplement.zinc-dose": 30, "supplement.zinc-weeks": 30, "supplement.vitamin-d-use": 30, "supplement.zinc-use": 30, "supplement.probiotic-use": 30, "supplement.glutamine": 30,
"diet.elimination-weeks": 30, "person.underweight": 90,
}
GROUP_AGE = {"medication": 30, "symptom": 90, "microbiome": 180}
# Error of a single reading, with its source.
ERROR = {
"lab.vitamin-d": ({"cv": 0.071}, "cavalier-2021-vitamin-d-variation"),
"lab.hba1c": ({"cv": 0.017}, "carlsen-2011-hba1c"),
"lab.crp": ({"cv": 0.41}, "crp-imrd-2025"),
"lab.fecal-calprotectin": ({"cv": 0.36}, "calprotectin-variability-2019"),
"lab.zinc": ({"cv": 0.076}, "yucel-2018-zinc"),
"lab.homa-ir": ({"cv": 0.304}, "poon-2018-homa"),
# One stool in seven laboratories scattered as much as people do: the spread between people is the error of one report.
"microbiome.shannon": ({"sd": 0.62}, "servetas-2026-dtc"),
"microbiome.richness": ({"sd": 103}, "servetas-2026-dtc"),
"microbiome.faecalibacterium": ({"sd": 3.1}, "servetas-2026-dtc"),
"microbiome.bifidobacterium": ({"sd": 1.9}, "servetas-2026-dtc"),
"microbiome.akkermansia": ({"sd": 6}, "servetas-2026-dtc"),
"microbiome.proteobacteria": ({"sd": 13.4}, "servetas-2026-dtc"),
}
# More sources of a factor.
MORE_EVIDENCE = {
**{f: ["american-gut-adults"] for f in ("microbiome.shannon", "microbiome.richness", "microbiome.faecalibacterium", "microbiome.bifidobacterium", "microbiome.akkermansia", "microbiome.proteobacteria")},
"lab.sibo-breath-test": ["sibo-breath-accuracy"],
}
# Warnings that are right on purpose, by code: factor -> reason.
CONTEXT = "asked for context by hosts and later rules; no row of the knowledge base scores it"
NOT_READ = {f: CONTEXT for f in ("diet.sugary-drinks", "diet.pattern", "gut.stool-frequency", "skin.type", "skin.phototype", "symptom.itch", "diet.whole-grain")}
NO_LEVER = "no intervention of the knowledge base changes it; nothing is suggested without a source"

# Measured, though not of the tier "test-result".
DIARY = "its question asks for the result of a food diary: measured, not guessed"
METER = "its question asks what a meter shows"
MEASURED = {
"lab.anemia": "a blood test; as a question of its own it came before the screen that settles it",
"diet.sodium": DIARY, "diet.glycemic-load": DIARY, "diet.emulsifiers": DIARY, "diet.gluten": DIARY, "diet.zinc": DIARY, "diet.plant-based-index": DIARY,
"environment.indoor-humidity": METER,
}
