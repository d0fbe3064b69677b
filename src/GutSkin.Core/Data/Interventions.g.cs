namespace GutSkin.Core;

/// <summary>The ids of the interventions of the built-in rule set.</summary>
public static class Interventions
{
    /// <summary>Find your own rosacea triggers.</summary>
    public const string DietAvoidPersonalTriggers = "diet.avoid-personal-triggers";

    /// <summary>Elimination diet with a dietitian or allergist.</summary>
    public const string DietEliminationGuided = "diet.elimination-guided";

    /// <summary>Fermented food.</summary>
    public const string DietFermentedFoods = "diet.fermented-foods";

    /// <summary>Kefir.</summary>
    public const string DietFermentedFoodsKefir = "diet.fermented-foods.kefir";

    /// <summary>Kimchi.</summary>
    public const string DietFermentedFoodsKimchi = "diet.fermented-foods.kimchi";

    /// <summary>Kombucha.</summary>
    public const string DietFermentedFoodsKombucha = "diet.fermented-foods.kombucha";

    /// <summary>Miso.</summary>
    public const string DietFermentedFoodsMiso = "diet.fermented-foods.miso";

    /// <summary>Natto.</summary>
    public const string DietFermentedFoodsNatto = "diet.fermented-foods.natto";

    /// <summary>Live yogurt.</summary>
    public const string DietFermentedFoodsYogurt = "diet.fermented-foods.yogurt";

    /// <summary>More fruit and vegetables.</summary>
    public const string DietFruitVegetables = "diet.fruit-vegetables";

    /// <summary>Gluten-free diet, only after a celiac test.</summary>
    public const string DietGlutenFree = "diet.gluten-free";

    /// <summary>More fiber.</summary>
    public const string DietHighFiber = "diet.high-fiber";

    /// <summary>Low glycemic load diet.</summary>
    public const string DietLowGlycemicLoad = "diet.low-glycemic-load";

    /// <summary>Low-histamine diet.</summary>
    public const string DietLowHistamine = "diet.low-histamine";

    /// <summary>Mediterranean diet with olive oil.</summary>
    public const string DietMediterranean = "diet.mediterranean";

    /// <summary>Oily fish in the diet.</summary>
    public const string DietOmega3 = "diet.omega-3";

    /// <summary>More kinds of plants a week.</summary>
    public const string DietPlantDiversity = "diet.plant-diversity";

    /// <summary>Less alcohol.</summary>
    public const string DietReduceAlcohol = "diet.reduce-alcohol";

    /// <summary>Fewer free sugars.</summary>
    public const string DietReduceFreeSugars = "diet.reduce-free-sugars";

    /// <summary>Less milk.</summary>
    public const string DietReduceMilk = "diet.reduce-milk";

    /// <summary>Less ultra-processed food.</summary>
    public const string DietReduceUltraProcessed = "diet.reduce-ultra-processed";

    /// <summary>Another protein than whey powder.</summary>
    public const string DietReduceWheyProtein = "diet.reduce-whey-protein";

    /// <summary>Weight loss by food and exercise.</summary>
    public const string DietWeightLoss = "diet.weight-loss";

    /// <summary>Whole grain instead of refined.</summary>
    public const string DietWholeGrain = "diet.whole-grain";

    /// <summary>Regular exercise.</summary>
    public const string LifestyleExercise = "lifestyle.exercise";

    /// <summary>Sleep habits.</summary>
    public const string LifestyleSleepHygiene = "lifestyle.sleep-hygiene";

    /// <summary>Quit smoking.</summary>
    public const string LifestyleSmokingCessation = "lifestyle.smoking-cessation";

    /// <summary>Celiac blood test before any gluten-free diet.</summary>
    public const string MedicalCeliacSerology = "medical.celiac-serology";

    /// <summary>Stool calprotectin test.</summary>
    public const string MedicalFecalCalprotectin = "medical.fecal-calprotectin";

    /// <summary>Helicobacter pylori test, with stomach symptoms.</summary>
    public const string MedicalHPyloriTest = "medical.h-pylori-test";

    /// <summary>Patch test.</summary>
    public const string MedicalPatchTest = "medical.patch-test";

    /// <summary>Breath test for bacterial overgrowth of the small bowel.</summary>
    public const string MedicalSiboTest = "medical.sibo-test";

    /// <summary>Vitamin D blood test.</summary>
    public const string MedicalVitaminDTest = "medical.vitamin-d-test";

    /// <summary>Talk about repeated antibiotics with the prescriber.</summary>
    public const string MedicationAntibioticReview = "medication.antibiotic-review";

    /// <summary>Prebiotic fiber (inulin, FOS, GOS).</summary>
    public const string PrebioticInulinGos = "prebiotic.inulin-gos";

    /// <summary>Bifidobacterium longum subsp. infantis 35624.</summary>
    public const string ProbioticBifidobacteriumInfantis35624 = "probiotic.bifidobacterium-infantis-35624";

    /// <summary>Escherichia coli Nissle 1917.</summary>
    public const string ProbioticEscherichiaColiNissle = "probiotic.escherichia-coli-nissle";

    /// <summary>Limosilactobacillus fermentum.</summary>
    public const string ProbioticLactobacillusFermentum = "probiotic.lactobacillus-fermentum";

    /// <summary>Lactiplantibacillus plantarum.</summary>
    public const string ProbioticLactobacillusPlantarum = "probiotic.lactobacillus-plantarum";

    /// <summary>Lacticaseibacillus rhamnosus CECT 30031 with Arthrospira platensis.</summary>
    public const string ProbioticLactobacillusRhamnosusCect30031 = "probiotic.lactobacillus-rhamnosus-cect-30031";

    /// <summary>Lacticaseibacillus rhamnosus GG.</summary>
    public const string ProbioticLactobacillusRhamnosusGg = "probiotic.lactobacillus-rhamnosus-gg";

    /// <summary>Lacticaseibacillus rhamnosus SP1.</summary>
    public const string ProbioticLactobacillusRhamnosusSp1 = "probiotic.lactobacillus-rhamnosus-sp1";

    /// <summary>Ligilactobacillus salivarius.</summary>
    public const string ProbioticLactobacillusSalivarius = "probiotic.lactobacillus-salivarius";

    /// <summary>Multi-strain probiotic.</summary>
    public const string ProbioticMultiStrain = "probiotic.multi-strain";

    /// <summary>Saccharomyces boulardii.</summary>
    public const string ProbioticSaccharomycesBoulardii = "probiotic.saccharomyces-boulardii";

    /// <summary>Talk to an addiction service.</summary>
    public const string ReferralAddictionService = "referral.addiction-service";

    /// <summary>See an allergist.</summary>
    public const string ReferralAllergist = "referral.allergist";

    /// <summary>See a dermatologist.</summary>
    public const string ReferralDermatologist = "referral.dermatologist";

    /// <summary>See a dietitian.</summary>
    public const string ReferralDietitian = "referral.dietitian";

    /// <summary>Get emergency care now.</summary>
    public const string ReferralEmergency = "referral.emergency";

    /// <summary>See a gastroenterologist.</summary>
    public const string ReferralGastroenterologist = "referral.gastroenterologist";

    /// <summary>See your doctor.</summary>
    public const string ReferralGp = "referral.gp";

    /// <summary>Call your midwife or maternity unit.</summary>
    public const string ReferralMaternity = "referral.maternity";

    /// <summary>Talk to a mental health professional.</summary>
    public const string ReferralMentalHealth = "referral.mental-health";

    /// <summary>See an optometrist or eye clinic.</summary>
    public const string ReferralOptometrist = "referral.optometrist";

    /// <summary>Call the doctor who prescribed it.</summary>
    public const string ReferralPrescriber = "referral.prescriber";

    /// <summary>See a rheumatologist.</summary>
    public const string ReferralRheumatologist = "referral.rheumatologist";

    /// <summary>Session with a skin mentor.</summary>
    public const string ReferralSkinMentorSession = "referral.skin-mentor-session";

    /// <summary>Moisturizer poured into the bath.</summary>
    public const string SkincareBathEmollientAdditive = "skincare.bath-emollient-additive";

    /// <summary>Leave-on moisturizer.</summary>
    public const string SkincareEmollient = "skincare.emollient";

    /// <summary>Fragrance-free skincare.</summary>
    public const string SkincareFragranceFree = "skincare.fragrance-free";

    /// <summary>Gentle, non-alkaline cleanser.</summary>
    public const string SkincareGentleCleanser = "skincare.gentle-cleanser";

    /// <summary>Probiotic cream or serum.</summary>
    public const string SkincareTopicalProbiotic = "skincare.topical-probiotic";

    /// <summary>Cognitive behavioral therapy, online or in person.</summary>
    public const string StressCbt = "stress.cbt";

    /// <summary>Deep breathing and relaxation.</summary>
    public const string StressDeepBreathing = "stress.deep-breathing";

    /// <summary>Habit reversal for scratching.</summary>
    public const string StressHabitReversal = "stress.habit-reversal";

    /// <summary>Mindfulness meditation.</summary>
    public const string StressMeditation = "stress.meditation";

    /// <summary>Yoga.</summary>
    public const string StressYoga = "stress.yoga";

    /// <summary>Fermented milk with lactoferrin.</summary>
    public const string SupplementLactoferrinFermentedMilk = "supplement.lactoferrin-fermented-milk";

    /// <summary>Fish oil (omega-3) capsules.</summary>
    public const string SupplementOmega3 = "supplement.omega-3";

    /// <summary>Cod liver oil.</summary>
    public const string SupplementOmega3CodLiverOil = "supplement.omega-3.cod-liver-oil";

    /// <summary>Vitamin A (retinol) supplement.</summary>
    public const string SupplementVitaminA = "supplement.vitamin-a";

    /// <summary>Vitamin D.</summary>
    public const string SupplementVitaminD = "supplement.vitamin-d";

    /// <summary>Zinc.</summary>
    public const string SupplementZinc = "supplement.zinc";

    /// <summary>Synbiotic (probiotic with prebiotic).</summary>
    public const string Synbiotic = "synbiotic";
}
