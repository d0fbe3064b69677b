namespace GutSkin.Core;

/// <summary>The factors of the built-in rule set, typed so that an answer of the wrong kind does not compile.</summary>
public static class Factors
{
    /// <summary>Factors of the group body.</summary>
    public static class Body
    {
        /// <summary>Body mass index: a number in kg/m2, 8 to 100.</summary>
        public static NumberFactor Bmi { get; } = new("body.bmi", "kg/m2");
    }

    /// <summary>Factors of the group condition.</summary>
    public static class Condition
    {
        /// <summary>Acne: yes or no.</summary>
        public static BooleanFactor AcneVulgaris { get; } = new("condition.acne-vulgaris");

        /// <summary>Eczema (atopic dermatitis): yes or no.</summary>
        public static BooleanFactor AtopicDermatitis { get; } = new("condition.atopic-dermatitis");

        /// <summary>Atrial fibrillation: yes or no.</summary>
        public static BooleanFactor AtrialFibrillation { get; } = new("condition.atrial-fibrillation");

        /// <summary>Kidney disease: yes or no.</summary>
        public static BooleanFactor ChronicKidneyDisease { get; } = new("condition.chronic-kidney-disease");

        /// <summary>Chronic hives: yes or no.</summary>
        public static BooleanFactor ChronicUrticaria { get; } = new("condition.chronic-urticaria");

        /// <summary>Epilepsy: yes or no.</summary>
        public static BooleanFactor Epilepsy { get; } = new("condition.epilepsy");

        /// <summary>Glaucoma: yes or no.</summary>
        public static BooleanFactor Glaucoma { get; } = new("condition.glaucoma");

        /// <summary>Sarcoidosis or similar: yes or no.</summary>
        public static BooleanFactor GranulomatousDisease { get; } = new("condition.granulomatous-disease");

        /// <summary>Heart disease: yes or no.</summary>
        public static BooleanFactor HeartDisease { get; } = new("condition.heart-disease");

        /// <summary>Heart valve disease: yes or no.</summary>
        public static BooleanFactor HeartValveDisease { get; } = new("condition.heart-valve-disease");

        /// <summary>Hidradenitis suppurativa: yes or no.</summary>
        public static BooleanFactor HidradenitisSuppurativa { get; } = new("condition.hidradenitis-suppurativa");

        /// <summary>High blood calcium: yes or no.</summary>
        public static BooleanFactor Hypercalcemia { get; } = new("condition.hypercalcemia");

        /// <summary>High blood pressure: yes or no.</summary>
        public static BooleanFactor Hypertension { get; } = new("condition.hypertension");

        /// <summary>Kidney stones: yes or no.</summary>
        public static BooleanFactor KidneyStones { get; } = new("condition.kidney-stones");

        /// <summary>Liver disease: yes or no.</summary>
        public static BooleanFactor LiverDisease { get; } = new("condition.liver-disease");

        /// <summary>Lymphoma: yes or no.</summary>
        public static BooleanFactor Lymphoma { get; } = new("condition.lymphoma");

        /// <summary>Psoriasis: yes or no.</summary>
        public static BooleanFactor Psoriasis { get; } = new("condition.psoriasis");

        /// <summary>Rosacea: yes or no.</summary>
        public static BooleanFactor Rosacea { get; } = new("condition.rosacea");

        /// <summary>Seborrheic dermatitis: yes or no.</summary>
        public static BooleanFactor SeborrheicDermatitis { get; } = new("condition.seborrheic-dermatitis");

        /// <summary>Sleep apnea: yes or no.</summary>
        public static BooleanFactor SleepApnea { get; } = new("condition.sleep-apnea");
    }

    /// <summary>Factors of the group diet.</summary>
    public static class Diet
    {
        /// <summary>Alcohol: a number in g/d, 0 to 400.</summary>
        public static NumberFactor Alcohol { get; } = new("diet.alcohol", "g/d");

        /// <summary>Antioxidant vitamins: yes or no.</summary>
        public static BooleanFactor AntioxidantVitamins { get; } = new("diet.antioxidant-vitamins");

        /// <summary>Artificially sweetened food and drinks: a number in {servings}/d, 0 to 30.</summary>
        public static NumberFactor ArtificialSweeteners { get; } = new("diet.artificial-sweeteners", "{servings}/d");

        /// <summary>Coffee: a number in {cups}/d, 0 to 40.</summary>
        public static NumberFactor Coffee { get; } = new("diet.coffee", "{cups}/d");

        /// <summary>Weeks on an elimination diet: a number in wk, 0 to 520.</summary>
        public static NumberFactor EliminationWeeks { get; } = new("diet.elimination-weeks", "wk");

        /// <summary>Added emulsifiers: a number in g/d, 0 to 50.</summary>
        public static NumberFactor Emulsifiers { get; } = new("diet.emulsifiers", "g/d");

        /// <summary>Fatty food: a number in {servings}/wk, 0 to 100.</summary>
        public static NumberFactor FattyFoods { get; } = new("diet.fatty-foods", "{servings}/wk");

        /// <summary>Fermented food: a number in {servings}/wk, 0 to 100.</summary>
        public static NumberFactor FermentedFoods { get; } = new("diet.fermented-foods", "{servings}/wk");

        /// <summary>Fiber: a number in g/d, 0 to 150.</summary>
        public static NumberFactor Fiber { get; } = new("diet.fiber", "g/d");

        /// <summary>Free sugars: a number in %{energy}, 0 to 80.</summary>
        public static NumberFactor FreeSugars { get; } = new("diet.free-sugars", "%{energy}");

        /// <summary>Fruit and vegetables: a number in {servings}/d, 0 to 30.</summary>
        public static NumberFactor FruitVegetables { get; } = new("diet.fruit-vegetables", "{servings}/d");

        /// <summary>Gluten: a number in g/d, 0 to 60.</summary>
        public static NumberFactor Gluten { get; } = new("diet.gluten", "g/d");

        /// <summary>Gluten-free diet: yes or no.</summary>
        public static BooleanFactor GlutenFree { get; } = new("diet.gluten-free");

        /// <summary>Glycemic load of the diet: a number in {GL}/d, 0 to 400.</summary>
        public static NumberFactor GlycemicLoad { get; } = new("diet.glycemic-load", "{GL}/d");

        /// <summary>Hot drinks: a number in {cups}/d, 0 to 40.</summary>
        public static NumberFactor HotBeverages { get; } = new("diet.hot-beverages", "{cups}/d");

        /// <summary>Low-FODMAP diet: yes or no.</summary>
        public static BooleanFactor LowFodmap { get; } = new("diet.low-fodmap");

        /// <summary>Mediterranean diet score (14 points): a whole number in {score}, 0 to 14.</summary>
        public static IntegerFactor MediterraneanScore { get; } = new("diet.mediterranean-score", "{score}");

        /// <summary>Cow's milk: a number in {servings}/d, 0 to 20.</summary>
        public static NumberFactor Milk { get; } = new("diet.milk", "{servings}/d");

        /// <summary>Oily fish: a number in {servings}/wk, 0 to 30.</summary>
        public static NumberFactor OilyFish { get; } = new("diet.oily-fish", "{servings}/wk");

        /// <summary>Eating pattern: one of omnivore, pescatarian, vegetarian, vegan, other.</summary>
        public static ChoiceFactor Pattern { get; } = new("diet.pattern", "omnivore", "pescatarian", "vegetarian", "vegan", "other");

        /// <summary>Plant-based diet index: a number in {score}, 0 to 90.</summary>
        public static NumberFactor PlantBasedIndex { get; } = new("diet.plant-based-index", "{score}");

        /// <summary>Different plants eaten: a whole number in {plants}/wk, 0 to 150.</summary>
        public static IntegerFactor PlantDiversity { get; } = new("diet.plant-diversity", "{plants}/wk");

        /// <summary>Food with additives or histamine: yes or no.</summary>
        public static BooleanFactor PseudoallergensHistamine { get; } = new("diet.pseudoallergens-histamine");

        /// <summary>Sodium: a number in g/d, 0 to 25.</summary>
        public static NumberFactor Sodium { get; } = new("diet.sodium", "g/d");

        /// <summary>Spicy food: one of never, monthly, weekly, daily.</summary>
        public static ChoiceFactor SpicyFood { get; } = new("diet.spicy-food", "never", "monthly", "weekly", "daily");

        /// <summary>Sugar-sweetened drinks: a number in {servings}/wk, 0 to 100.</summary>
        public static NumberFactor SugaryDrinks { get; } = new("diet.sugary-drinks", "{servings}/wk");

        /// <summary>Ultra-processed food: a number in %{energy}, 0 to 100.</summary>
        public static NumberFactor UltraProcessed { get; } = new("diet.ultra-processed", "%{energy}");

        /// <summary>Raw or home-made ferments: yes or no.</summary>
        public static BooleanFactor UnpasteurizedFermented { get; } = new("diet.unpasteurized-fermented");

        /// <summary>Whey protein supplement: yes or no.</summary>
        public static BooleanFactor WheyProtein { get; } = new("diet.whey-protein");

        /// <summary>Whole grain: a number in {servings}/d, 0 to 20.</summary>
        public static NumberFactor WholeGrain { get; } = new("diet.whole-grain", "{servings}/d");

        /// <summary>Zinc in the diet: a number in mg/d, 0 to 100.</summary>
        public static NumberFactor Zinc { get; } = new("diet.zinc", "mg/d");
    }

    /// <summary>Factors of the group environment.</summary>
    public static class Environment
    {
        /// <summary>Indoor humidity: a number in %, 0 to 100.</summary>
        public static NumberFactor IndoorHumidity { get; } = new("environment.indoor-humidity", "%");

        /// <summary>Water hardness: a number in mg/L, 0 to 1000.</summary>
        public static NumberFactor WaterHardness { get; } = new("environment.water-hardness", "mg/L");
    }

    /// <summary>Factors of the group gut.</summary>
    public static class Gut
    {
        /// <summary>Bloating: one of never, monthly, weekly, daily.</summary>
        public static ChoiceFactor Bloating { get; } = new("gut.bloating", "never", "monthly", "weekly", "daily");

        /// <summary>Bloody stools a day: a whole number in /d, 0 to 50.</summary>
        public static IntegerFactor BloodyStoolsPerDay { get; } = new("gut.bloody-stools-per-day", "/d");

        /// <summary>Usual stool form (Bristol 1-7): a whole number in {type}, 1 to 7.</summary>
        public static IntegerFactor BristolStoolType { get; } = new("gut.bristol-stool-type", "{type}");

        /// <summary>Celiac disease: yes or no.</summary>
        public static BooleanFactor Celiac { get; } = new("gut.celiac");

        /// <summary>Signs that call for a celiac test: yes or no.</summary>
        public static BooleanFactor CeliacSymptoms { get; } = new("gut.celiac-symptoms");

        /// <summary>Tested for celiac disease: yes or no.</summary>
        public static BooleanFactor CeliacTested { get; } = new("gut.celiac-tested");

        /// <summary>Crohn's disease: yes or no.</summary>
        public static BooleanFactor Crohn { get; } = new("gut.crohn");

        /// <summary>Inflammatory bowel disease: yes or no.</summary>
        public static BooleanFactor Ibd { get; } = new("gut.ibd");

        /// <summary>Irritable bowel syndrome: yes or no.</summary>
        public static BooleanFactor Ibs { get; } = new("gut.ibs");

        /// <summary>Short bowel: yes or no.</summary>
        public static BooleanFactor ShortBowel { get; } = new("gut.short-bowel");

        /// <summary>Bowel movements: a number in /wk, 0 to 140.</summary>
        public static NumberFactor StoolFrequency { get; } = new("gut.stool-frequency", "/wk");

        /// <summary>Narrowed or blocked bowel: yes or no.</summary>
        public static BooleanFactor Stricture { get; } = new("gut.stricture");
    }

    /// <summary>Factors of the group lab.</summary>
    public static class Lab
    {
        /// <summary>Anemia found: yes or no.</summary>
        public static BooleanFactor Anemia { get; } = new("lab.anemia");

        /// <summary>Antibodies to gluten: yes or no.</summary>
        public static BooleanFactor AntiGliadinAntibodies { get; } = new("lab.anti-gliadin-antibodies");

        /// <summary>C-reactive protein: a number in mg/L, 0 to 600.</summary>
        public static NumberFactor Crp { get; } = new("lab.crp", "mg/L");

        /// <summary>Stool calprotectin: a number in ug/g, 0 to 20000.</summary>
        public static NumberFactor FecalCalprotectin { get; } = new("lab.fecal-calprotectin", "ug/g");

        /// <summary>Helicobacter pylori test positive: yes or no.</summary>
        public static BooleanFactor HPylori { get; } = new("lab.h-pylori");

        /// <summary>Long-term blood sugar (HbA1c): a number in mmol/mol, 9 to 200.</summary>
        public static NumberFactor Hba1c { get; } = new("lab.hba1c", "mmol/mol");

        /// <summary>HOMA-IR (insulin resistance): a number in {ratio}, 0 to 100.</summary>
        public static NumberFactor HomaIr { get; } = new("lab.homa-ir", "{ratio}");

        /// <summary>Intestinal fatty-acid binding protein (I-FABP): a number in pg/mL, 0 to 20000.</summary>
        public static NumberFactor IFabp { get; } = new("lab.i-fabp", "pg/mL");

        /// <summary>Lactulose-mannitol test, in multiples of the laboratory's upper limit: a number in {ratio}, 0 to 50.</summary>
        public static NumberFactor LactuloseMannitolRatio { get; } = new("lab.lactulose-mannitol-ratio", "{ratio}");

        /// <summary>Breath test for bacterial overgrowth positive: yes or no.</summary>
        public static BooleanFactor SiboBreathTest { get; } = new("lab.sibo-breath-test");

        /// <summary>Celiac blood test (tTG IgA) positive: yes or no.</summary>
        public static BooleanFactor TtgIga { get; } = new("lab.ttg-iga");

        /// <summary>Vitamin D (25-hydroxyvitamin D): a number in nmol/L, 2 to 750.</summary>
        public static NumberFactor VitaminD { get; } = new("lab.vitamin-d", "nmol/L");

        /// <summary>Blood zinc: a number in umol/L, 1 to 100.</summary>
        public static NumberFactor Zinc { get; } = new("lab.zinc", "umol/L");

        /// <summary>“Zonulin” by a commercial kit: a number in ng/mL, 0 to 500.</summary>
        public static NumberFactor Zonulin { get; } = new("lab.zonulin", "ng/mL");
    }

    /// <summary>Factors of the group lifestyle.</summary>
    public static class Lifestyle
    {
        /// <summary>Secondhand smoke at home: yes or no.</summary>
        public static BooleanFactor PassiveSmoke { get; } = new("lifestyle.passive-smoke");

        /// <summary>Perceived stress (PSS-10): a whole number in {score}, 0 to 40.</summary>
        public static IntegerFactor PerceivedStress { get; } = new("lifestyle.perceived-stress", "{score}");

        /// <summary>Physical activity: a number in [MET].min/wk, 0 to 20000.</summary>
        public static NumberFactor PhysicalActivity { get; } = new("lifestyle.physical-activity", "[MET].min/wk");

        /// <summary>Hours of sleep: a number in h, 0 to 24.</summary>
        public static NumberFactor SleepDuration { get; } = new("lifestyle.sleep-duration", "h");

        /// <summary>Sleep quality (PSQI): a whole number in {score}, 0 to 21.</summary>
        public static IntegerFactor SleepQuality { get; } = new("lifestyle.sleep-quality", "{score}");

        /// <summary>Cigarettes: a number in {cigarettes}/d, 0 to 150.</summary>
        public static NumberFactor Smoking { get; } = new("lifestyle.smoking", "{cigarettes}/d");

        /// <summary>Exhausting exercise: a number in {bouts}/wk, 0 to 30.</summary>
        public static NumberFactor StrenuousExercise { get; } = new("lifestyle.strenuous-exercise", "{bouts}/wk");
    }

    /// <summary>Factors of the group medication.</summary>
    public static class Medication
    {
        /// <summary>Anabolic steroids or testosterone: yes or no.</summary>
        public static BooleanFactor AnabolicSteroids { get; } = new("medication.anabolic-steroids");

        /// <summary>Antibiotic courses in 12 months: a whole number in {courses}/a, 0 to 50.</summary>
        public static IntegerFactor AntibioticCourses { get; } = new("medication.antibiotic-courses", "{courses}/a");

        /// <summary>Blood thinner: yes or no.</summary>
        public static BooleanFactor Anticoagulant { get; } = new("medication.anticoagulant");

        /// <summary>Acne courses finished without success: a whole number in {courses}, 0 to 50.</summary>
        public static IntegerFactor CompletedAcneCourses { get; } = new("medication.completed-acne-courses", "{courses}");

        /// <summary>Days since the last antibiotic: a whole number in d, 0 to 36500.</summary>
        public static IntegerFactor DaysSinceAntibiotics { get; } = new("medication.days-since-antibiotics", "d");

        /// <summary>Digoxin: yes or no.</summary>
        public static BooleanFactor Digoxin { get; } = new("medication.digoxin");

        /// <summary>Immune-suppressing medicine: yes or no.</summary>
        public static BooleanFactor Immunosuppressant { get; } = new("medication.immunosuppressant");

        /// <summary>Insulin or a sulfonylurea: yes or no.</summary>
        public static BooleanFactor InsulinOrSulfonylurea { get; } = new("medication.insulin-or-sulfonylurea");

        /// <summary>Isotretinoin: yes or no.</summary>
        public static BooleanFactor Isotretinoin { get; } = new("medication.isotretinoin");

        /// <summary>MAO inhibitor: yes or no.</summary>
        public static BooleanFactor Maoi { get; } = new("medication.maoi");

        /// <summary>Metformin: yes or no.</summary>
        public static BooleanFactor Metformin { get; } = new("medication.metformin");

        /// <summary>Anti-inflammatory painkillers: yes or no.</summary>
        public static BooleanFactor Nsaid { get; } = new("medication.nsaid");

        /// <summary>Antibiotic now: yes or no.</summary>
        public static BooleanFactor OralAntibioticNow { get; } = new("medication.oral-antibiotic-now");

        /// <summary>Penicillamine: yes or no.</summary>
        public static BooleanFactor Penicillamine { get; } = new("medication.penicillamine");

        /// <summary>Antibiotics before birth: yes or no.</summary>
        public static BooleanFactor PrenatalAntibiotics { get; } = new("medication.prenatal-antibiotics");

        /// <summary>Acid-suppressing medicine (PPI): yes or no.</summary>
        public static BooleanFactor ProtonPumpInhibitor { get; } = new("medication.proton-pump-inhibitor");

        /// <summary>Quinolone antibiotic: yes or no.</summary>
        public static BooleanFactor Quinolone { get; } = new("medication.quinolone");

        /// <summary>SGLT2 inhibitor: yes or no.</summary>
        public static BooleanFactor Sglt2Inhibitor { get; } = new("medication.sglt2-inhibitor");

        /// <summary>Medicine that depends on smoking: yes or no.</summary>
        public static BooleanFactor SmokingSensitive { get; } = new("medication.smoking-sensitive");

        /// <summary>Tetracycline antibiotic: yes or no.</summary>
        public static BooleanFactor Tetracycline { get; } = new("medication.tetracycline");

        /// <summary>Thiazide water pill: yes or no.</summary>
        public static BooleanFactor Thiazide { get; } = new("medication.thiazide");

        /// <summary>Medicine that fiber can bind: yes or no.</summary>
        public static BooleanFactor TimingCritical { get; } = new("medication.timing-critical");

        /// <summary>Steroid cream on the face: yes or no.</summary>
        public static BooleanFactor TopicalSteroidFace { get; } = new("medication.topical-steroid-face");

        /// <summary>Vitamin D cream for psoriasis: yes or no.</summary>
        public static BooleanFactor TopicalVitaminDAnalogue { get; } = new("medication.topical-vitamin-d-analogue");

        /// <summary>Warfarin: yes or no.</summary>
        public static BooleanFactor Warfarin { get; } = new("medication.warfarin");
    }

    /// <summary>Factors of the group microbiome.</summary>
    public static class Microbiome
    {
        /// <summary>Akkermansia, share of the stool: a number in %, 0 to 100.</summary>
        public static NumberFactor Akkermansia { get; } = new("microbiome.akkermansia", "%");

        /// <summary>Bifidobacteria, share of the stool: a number in %, 0 to 100.</summary>
        public static NumberFactor Bifidobacterium { get; } = new("microbiome.bifidobacterium", "%");

        /// <summary>Butyrate in the stool: a number in umol/g, 0 to 200.</summary>
        public static NumberFactor Butyrate { get; } = new("microbiome.butyrate", "umol/g");

        /// <summary>Faecalibacterium, share of the stool: a number in %, 0 to 100.</summary>
        public static NumberFactor Faecalibacterium { get; } = new("microbiome.faecalibacterium", "%");

        /// <summary>Firmicutes/Bacteroidetes ratio: a number in {ratio}, 0 to 1000.</summary>
        public static NumberFactor FirmicutesBacteroidetesRatio { get; } = new("microbiome.firmicutes-bacteroidetes-ratio", "{ratio}");

        /// <summary>Lactobacilli, share of the stool: a number in %, 0 to 100.</summary>
        public static NumberFactor Lactobacillus { get; } = new("microbiome.lactobacillus", "%");

        /// <summary>Proteobacteria, share of the stool: a number in %, 0 to 100.</summary>
        public static NumberFactor Proteobacteria { get; } = new("microbiome.proteobacteria", "%");

        /// <summary>Number of species in the stool: a whole number in {taxa}, 0 to 5000.</summary>
        public static IntegerFactor Richness { get; } = new("microbiome.richness", "{taxa}");

        /// <summary>Shannon diversity of the stool: a number in {index}, 0 to 10.</summary>
        public static NumberFactor Shannon { get; } = new("microbiome.shannon", "{index}");
    }

    /// <summary>Factors of the group person.</summary>
    public static class Person
    {
        /// <summary>Age: a number in a, 0 to 120.</summary>
        public static NumberFactor Age { get; } = new("person.age", "a");

        /// <summary>Avoids all alcohol: yes or no.</summary>
        public static BooleanFactor AlcoholAbstinence { get; } = new("person.alcohol-abstinence");

        /// <summary>Severe allergic reaction: yes or no.</summary>
        public static BooleanFactor AllergyAnaphylaxis { get; } = new("person.allergy.anaphylaxis");

        /// <summary>Egg allergy: yes or no.</summary>
        public static BooleanFactor AllergyEgg { get; } = new("person.allergy.egg");

        /// <summary>Fish allergy: yes or no.</summary>
        public static BooleanFactor AllergyFish { get; } = new("person.allergy.fish");

        /// <summary>Fragrance allergy: yes or no.</summary>
        public static BooleanFactor AllergyFragrance { get; } = new("person.allergy.fragrance");

        /// <summary>Milk allergy: yes or no.</summary>
        public static BooleanFactor AllergyMilk { get; } = new("person.allergy.milk");

        /// <summary>Nut allergy: yes or no.</summary>
        public static BooleanFactor AllergyNuts { get; } = new("person.allergy.nuts");

        /// <summary>Peanut allergy: yes or no.</summary>
        public static BooleanFactor AllergyPeanut { get; } = new("person.allergy.peanut");

        /// <summary>Mouth itch from raw fruit or nuts: yes or no.</summary>
        public static BooleanFactor AllergyPollenFood { get; } = new("person.allergy.pollen-food");

        /// <summary>Shellfish allergy: yes or no.</summary>
        public static BooleanFactor AllergyShellfish { get; } = new("person.allergy.shellfish");

        /// <summary>Soy allergy: yes or no.</summary>
        public static BooleanFactor AllergySoy { get; } = new("person.allergy.soy");

        /// <summary>Wheat, barley, or rye allergy: yes or no.</summary>
        public static BooleanFactor AllergyWheatOrBarley { get; } = new("person.allergy.wheat-or-barley");

        /// <summary>Breastfeeding: yes or no.</summary>
        public static BooleanFactor Breastfeeding { get; } = new("person.breastfeeding");

        /// <summary>Central venous line: yes or no.</summary>
        public static BooleanFactor CentralVenousCatheter { get; } = new("person.central-venous-catheter");

        /// <summary>Seriously ill: yes or no.</summary>
        public static BooleanFactor CriticallyIll { get; } = new("person.critically-ill");

        /// <summary>Diabetes: yes or no.</summary>
        public static BooleanFactor Diabetes { get; } = new("person.diabetes");

        /// <summary>Eating disorder, now or before: yes or no.</summary>
        public static BooleanFactor EatingDisorderHistory { get; } = new("person.eating-disorder-history");

        /// <summary>Severe reaction to exercise: yes or no.</summary>
        public static BooleanFactor ExerciseAnaphylaxis { get; } = new("person.exercise-anaphylaxis");

        /// <summary>Bowel or ovarian cancer in the family: yes or no.</summary>
        public static BooleanFactor FamilyHistoryBowelOrOvarianCancer { get; } = new("person.family-history.bowel-or-ovarian-cancer");

        /// <summary>Histamine intolerance: yes or no.</summary>
        public static BooleanFactor HistamineIntolerance { get; } = new("person.histamine-intolerance");

        /// <summary>Ileostomy: yes or no.</summary>
        public static BooleanFactor Ileostomy { get; } = new("person.ileostomy");

        /// <summary>Weakened immune system: yes or no.</summary>
        public static BooleanFactor Immunocompromised { get; } = new("person.immunocompromised");

        /// <summary>Feeding tube into the bowel: yes or no.</summary>
        public static BooleanFactor Jejunostomy { get; } = new("person.jejunostomy");

        /// <summary>Lactose intolerance: yes or no.</summary>
        public static BooleanFactor LactoseIntolerance { get; } = new("person.lactose-intolerance");

        /// <summary>Panic, trauma, psychosis, or bipolar disorder: yes or no.</summary>
        public static BooleanFactor MentalHealthCaution { get; } = new("person.mental-health-caution");

        /// <summary>Told to limit potassium: yes or no.</summary>
        public static BooleanFactor PotassiumRestriction { get; } = new("person.potassium-restriction");

        /// <summary>Pregnant: yes or no.</summary>
        public static BooleanFactor Pregnant { get; } = new("person.pregnant");

        /// <summary>Baby born early: yes or no.</summary>
        public static BooleanFactor PretermInfant { get; } = new("person.preterm-infant");

        /// <summary>Sex recorded at birth: one of female, male, intersex, prefer-not-to-say.</summary>
        public static ChoiceFactor Sex { get; } = new("person.sex", "female", "male", "intersex", "prefer-not-to-say");

        /// <summary>Trying to conceive: yes or no.</summary>
        public static BooleanFactor TryingToConceive { get; } = new("person.trying-to-conceive");

        /// <summary>Underweight: yes or no.</summary>
        public static BooleanFactor Underweight { get; } = new("person.underweight");
    }

    /// <summary>Factors of the group skin.</summary>
    public static class Skin
    {
        /// <summary>Skin affected: a number in %, 0 to 100.</summary>
        public static NumberFactor BodySurfaceArea { get; } = new("skin.body-surface-area", "%");

        /// <summary>Cutibacterium acnes strain diversity: a number in {index}, 0 to 10.</summary>
        public static NumberFactor CAcnesDiversity { get; } = new("skin.c-acnes-diversity", "{index}");

        /// <summary>Demodex density: a number in {mites}/cm2, 0 to 1000.</summary>
        public static NumberFactor DemodexDensity { get; } = new("skin.demodex-density", "{mites}/cm2");

        /// <summary>Generally dry skin: yes or no.</summary>
        public static BooleanFactor Dryness { get; } = new("skin.dryness");

        /// <summary>Malassezia overgrowth: yes or no.</summary>
        public static BooleanFactor Malassezia { get; } = new("skin.malassezia");

        /// <summary>Skin surface pH: a number in [pH], 3 to 10.</summary>
        public static NumberFactor Ph { get; } = new("skin.ph", "[pH]");

        /// <summary>Skin phototype: a whole number in {type}, 1 to 6.</summary>
        public static IntegerFactor Phototype { get; } = new("skin.phototype", "{type}");

        /// <summary>Staphylococcus aureus on the skin: yes or no.</summary>
        public static BooleanFactor SAureusColonization { get; } = new("skin.s-aureus-colonization");

        /// <summary>Water loss through the skin: a number in g/m2/h, 0 to 200.</summary>
        public static NumberFactor Tewl { get; } = new("skin.tewl", "g/m2/h");

        /// <summary>Skin type: one of dry, normal, combination, oily, sensitive.</summary>
        public static ChoiceFactor Type { get; } = new("skin.type", "dry", "normal", "combination", "oily", "sensitive");
    }

    /// <summary>Factors of the group skincare.</summary>
    public static class Skincare
    {
        /// <summary>Alkaline soap: yes or no.</summary>
        public static BooleanFactor AlkalineSoap { get; } = new("skincare.alkaline-soap");

        /// <summary>Antiseptic wash: yes or no.</summary>
        public static BooleanFactor AntisepticWash { get; } = new("skincare.antiseptic-wash");

        /// <summary>Face washing: a number in /d, 0 to 20.</summary>
        public static NumberFactor CleansingFrequency { get; } = new("skincare.cleansing-frequency", "/d");

        /// <summary>Skin care and makeup products: a number in {products}/d, 0 to 60.</summary>
        public static NumberFactor CosmeticProducts { get; } = new("skincare.cosmetic-products", "{products}/d");

        /// <summary>Moisturizer: yes or no.</summary>
        public static BooleanFactor EmollientUse { get; } = new("skincare.emollient-use");

        /// <summary>Fragranced products: yes or no.</summary>
        public static BooleanFactor Fragrance { get; } = new("skincare.fragrance");

        /// <summary>Hand washing: a number in /d, 0 to 100.</summary>
        public static NumberFactor HandwashingFrequency { get; } = new("skincare.handwashing-frequency", "/d");

        /// <summary>Harsh products: yes or no.</summary>
        public static BooleanFactor HarshProducts { get; } = new("skincare.harsh-products");

        /// <summary>Hot water: yes or no.</summary>
        public static BooleanFactor HotWater { get; } = new("skincare.hot-water");

        /// <summary>Sunscreen: yes or no.</summary>
        public static BooleanFactor Sunscreen { get; } = new("skincare.sunscreen");
    }

    /// <summary>Factors of the group supplement.</summary>
    public static class Supplement
    {
        /// <summary>Glutamine supplement: a number in g/d, 0 to 60.</summary>
        public static NumberFactor Glutamine { get; } = new("supplement.glutamine", "g/d");

        /// <summary>Takes a probiotic: yes or no.</summary>
        public static BooleanFactor ProbioticUse { get; } = new("supplement.probiotic-use");

        /// <summary>Vitamin D taken a day: a number in ug/d, 0 to 2500.</summary>
        public static NumberFactor VitaminDDose { get; } = new("supplement.vitamin-d-dose", "ug/d");

        /// <summary>Takes vitamin D: yes or no.</summary>
        public static BooleanFactor VitaminDUse { get; } = new("supplement.vitamin-d-use");

        /// <summary>Zinc taken a day: a number in mg/d, 0 to 500.</summary>
        public static NumberFactor ZincDose { get; } = new("supplement.zinc-dose", "mg/d");

        /// <summary>Takes zinc: yes or no.</summary>
        public static BooleanFactor ZincUse { get; } = new("supplement.zinc-use");

        /// <summary>Weeks on zinc: a number in wk, 0 to 2600.</summary>
        public static NumberFactor ZincWeeks { get; } = new("supplement.zinc-weeks", "wk");
    }

    /// <summary>Factors of the group symptom.</summary>
    public static class Symptom
    {
        /// <summary>Lump in the belly: yes or no.</summary>
        public static BooleanFactor AbdominalMass { get; } = new("symptom.abdominal-mass");

        /// <summary>Deep lumps or cysts: yes or no.</summary>
        public static BooleanFactor AcneNodulesOrCysts { get; } = new("symptom.acne-nodules-or-cysts");

        /// <summary>Sudden swelling of face, lips, tongue, or throat: yes or no.</summary>
        public static BooleanFactor AirwaySwelling { get; } = new("symptom.airway-swelling");

        /// <summary>Withdrawal without alcohol: yes or no.</summary>
        public static BooleanFactor AlcoholWithdrawal { get; } = new("symptom.alcohol-withdrawal");

        /// <summary>Blood in the stool: yes or no.</summary>
        public static BooleanFactor BloodInStool { get; } = new("symptom.blood-in-stool");

        /// <summary>Worry about looks: yes or no.</summary>
        public static BooleanFactor BodyImagePreoccupation { get; } = new("symptom.body-image-preoccupation");

        /// <summary>Boils in skin folds: yes or no.</summary>
        public static BooleanFactor BoilsInFolds { get; } = new("symptom.boils-in-folds");

        /// <summary>Lasting change in bowel habit: yes or no.</summary>
        public static BooleanFactor BowelHabitChange { get; } = new("symptom.bowel-habit-change");

        /// <summary>Brain fog: yes or no.</summary>
        public static BooleanFactor BrainFog { get; } = new("symptom.brain-fog");

        /// <summary>Sudden trouble breathing: yes or no.</summary>
        public static BooleanFactor BreathingDifficulty { get; } = new("symptom.breathing-difficulty");

        /// <summary>New or changing mole: yes or no.</summary>
        public static BooleanFactor ChangingMole { get; } = new("symptom.changing-mole");

        /// <summary>Chest pain: yes or no.</summary>
        public static BooleanFactor ChestPain { get; } = new("symptom.chest-pain");

        /// <summary>Grouped blisters or punched-out sores: yes or no.</summary>
        public static BooleanFactor ClusteredBlisters { get; } = new("symptom.clustered-blisters");

        /// <summary>Fainting or collapse: yes or no.</summary>
        public static BooleanFactor Collapse { get; } = new("symptom.collapse");

        /// <summary>Sun-sensitive rash with other signs: yes or no.</summary>
        public static BooleanFactor ConnectiveTissueSigns { get; } = new("symptom.connective-tissue-signs");

        /// <summary>Trouble swallowing: yes or no.</summary>
        public static BooleanFactor Dysphagia { get; } = new("symptom.dysphagia");

        /// <summary>Symptoms on effort: yes or no.</summary>
        public static BooleanFactor ExertionalSymptoms { get; } = new("symptom.exertional-symptoms");

        /// <summary>Growing ring-shaped rash: yes or no.</summary>
        public static BooleanFactor ExpandingRingRash { get; } = new("symptom.expanding-ring-rash");

        /// <summary>Irritated eyes: yes or no.</summary>
        public static BooleanFactor EyeIrritation { get; } = new("symptom.eye-irritation");

        /// <summary>Eye pain or change in vision: yes or no.</summary>
        public static BooleanFactor EyePain { get; } = new("symptom.eye-pain");

        /// <summary>Swollen eyelid: yes or no.</summary>
        public static BooleanFactor EyelidSwelling { get; } = new("symptom.eyelid-swelling");

        /// <summary>Fever: yes or no.</summary>
        public static BooleanFactor Fever { get; } = new("symptom.fever");

        /// <summary>Fear of food: yes or no.</summary>
        public static BooleanFactor FoodFear { get; } = new("symptom.food-fear");

        /// <summary>Redness almost everywhere: yes or no.</summary>
        public static BooleanFactor GeneralizedRedness { get; } = new("symptom.generalized-redness");

        /// <summary>Heavy bleeding from the gut: yes or no.</summary>
        public static BooleanFactor HeavyGutBleeding { get; } = new("symptom.heavy-gut-bleeding");

        /// <summary>Unwell baby: yes or no.</summary>
        public static BooleanFactor InfantUnwell { get; } = new("symptom.infant-unwell");

        /// <summary>Itch, worst in 24 hours: a whole number in {score}, 0 to 10.</summary>
        public static IntegerFactor Itch { get; } = new("symptom.itch", "{score}");

        /// <summary>Yellow skin or eyes: yes or no.</summary>
        public static BooleanFactor Jaundice { get; } = new("symptom.jaundice");

        /// <summary>Painful, stiff or swollen joints: yes or no.</summary>
        public static BooleanFactor JointPain { get; } = new("symptom.joint-pain");

        /// <summary>Hives that last: yes or no.</summary>
        public static BooleanFactor LongLastingHives { get; } = new("symptom.long-lasting-hives");

        /// <summary>Low mood: yes or no.</summary>
        public static BooleanFactor LowMood { get; } = new("symptom.low-mood");

        /// <summary>Rash after a new medicine: yes or no.</summary>
        public static BooleanFactor NewMedicineRash { get; } = new("symptom.new-medicine-rash");

        /// <summary>New rash: yes or no.</summary>
        public static BooleanFactor NewRash { get; } = new("symptom.new-rash");

        /// <summary>Night sweats or swollen glands: yes or no.</summary>
        public static BooleanFactor NightSweats { get; } = new("symptom.night-sweats");

        /// <summary>Diarrhea at night: yes or no.</summary>
        public static BooleanFactor NocturnalDiarrhea { get; } = new("symptom.nocturnal-diarrhea");

        /// <summary>Spots that do not fade: yes or no.</summary>
        public static BooleanFactor NonBlanchingRash { get; } = new("symptom.non-blanching-rash");

        /// <summary>Sore that does not heal: yes or no.</summary>
        public static BooleanFactor NonHealingSore { get; } = new("symptom.non-healing-sore");

        /// <summary>Open wound: yes or no.</summary>
        public static BooleanFactor OpenWound { get; } = new("symptom.open-wound");

        /// <summary>New bloating on most days: yes or no.</summary>
        public static BooleanFactor PersistentBloating { get; } = new("symptom.persistent-bloating");

        /// <summary>Dark or light marks: yes or no.</summary>
        public static BooleanFactor PersistentPigmentChange { get; } = new("symptom.persistent-pigment-change");

        /// <summary>Skin worsening by the hour: yes or no.</summary>
        public static BooleanFactor RapidlyWorseningPainfulRash { get; } = new("symptom.rapidly-worsening-painful-rash");

        /// <summary>Scars: yes or no.</summary>
        public static BooleanFactor Scarring { get; } = new("symptom.scarring");

        /// <summary>Signs of sepsis: yes or no.</summary>
        public static BooleanFactor SepsisSigns { get; } = new("symptom.sepsis-signs");

        /// <summary>Severe belly pain: yes or no.</summary>
        public static BooleanFactor SevereAbdominalPain { get; } = new("symptom.severe-abdominal-pain");

        /// <summary>Severe dehydration: yes or no.</summary>
        public static BooleanFactor SevereDehydration { get; } = new("symptom.severe-dehydration");

        /// <summary>Severe headache or stiff neck: yes or no.</summary>
        public static BooleanFactor SevereHeadache { get; } = new("symptom.severe-headache");

        /// <summary>Widespread blisters or peeling: yes or no.</summary>
        public static BooleanFactor SkinPeelingOrBlistering { get; } = new("symptom.skin-peeling-or-blistering");

        /// <summary>Hot, spreading redness: yes or no.</summary>
        public static BooleanFactor SpreadingHotRedness { get; } = new("symptom.spreading-hot-redness");

        /// <summary>Flare after stopping a steroid: yes or no.</summary>
        public static BooleanFactor SteroidWithdrawal { get; } = new("symptom.steroid-withdrawal");

        /// <summary>Sudden severe scaling: yes or no.</summary>
        public static BooleanFactor SuddenSevereScaling { get; } = new("symptom.sudden-severe-scaling");

        /// <summary>Thoughts of suicide or self-harm: yes or no.</summary>
        public static BooleanFactor SuicidalThoughts { get; } = new("symptom.suicidal-thoughts");

        /// <summary>Acne that breaks open: yes or no.</summary>
        public static BooleanFactor UlceratingAcne { get; } = new("symptom.ulcerating-acne");

        /// <summary>Itch without a rash: yes or no.</summary>
        public static BooleanFactor UnexplainedItch { get; } = new("symptom.unexplained-itch");

        /// <summary>Weight loss without trying: yes or no.</summary>
        public static BooleanFactor UnexplainedWeightLoss { get; } = new("symptom.unexplained-weight-loss");

        /// <summary>Sudden male-type changes: yes or no.</summary>
        public static BooleanFactor Virilization { get; } = new("symptom.virilization");

        /// <summary>Weeping or yellow crusts: yes or no.</summary>
        public static BooleanFactor WeepingCrusts { get; } = new("symptom.weeping-crusts");

        /// <summary>Many pustules at once: yes or no.</summary>
        public static BooleanFactor WidespreadPustules { get; } = new("symptom.widespread-pustules");
    }
}
