using System.Collections.Immutable;

namespace GutSkin.Core.Diagnostics;

/// <summary>Every diagnostic code of rule sets and profiles, with its severity and meaning; <c>docs/diagnostics.md</c> is made from this table.</summary>
internal static class DiagnosticCodes
{
    public const string Syntax = "GS0001";
    public const string DocumentTooLarge = "GS0002";
    public const string TooDeep = "GS0003";
    public const string TooManyEntries = "GS0004";
    public const string GateTooLarge = "GS0005";
    public const string TooManyFaults = "GS0006";
    public const string TooManyPairs = "GS0007";
    public const string ChainTooLong = "GS0008";

    public const string UnknownProperty = "GS0101";
    public const string MissingProperty = "GS0102";
    public const string WrongType = "GS0103";
    public const string UnknownKeyword = "GS0104";
    public const string RepeatedProperty = "GS0105";
    public const string NonFiniteNumber = "GS0106";
    public const string IdNotKebab = "GS0107";
    public const string VersionNotSemVer = "GS0108";
    public const string BadVersionRange = "GS0109";
    public const string BadDate = "GS0110";

    public const string DuplicateId = "GS0201";
    public const string DanglingReference = "GS0202";
    public const string UnknownScreen = "GS0203";
    public const string RemovedIdUnknown = "GS0204";

    public const string KnotsNotIncreasing = "GS0301";
    public const string BurdenOutOfRange = "GS0302";
    public const string RatioNotPositive = "GS0303";
    public const string IntervalMissesValue = "GS0304";
    public const string MixedSigns = "GS0305";
    public const string GateTypeMismatch = "GS0306";
    public const string MinAboveMax = "GS0307";
    public const string ReferenceOutOfBounds = "GS0308";
    public const string ReferenceReversed = "GS0309";
    public const string ConversionByZero = "GS0310";
    public const string ShrinkageOutOfRange = "GS0311";
    public const string CapBelowOne = "GS0312";
    public const string BadBands = "GS0313";
    public const string ScreenFactorNotBoolean = "GS0314";
    public const string ResponseDoesNotFitFactor = "GS0315";
    public const string UnknownChoice = "GS0316";
    public const string BadGateForm = "GS0317";
    public const string BadEffectForm = "GS0318";
    public const string BadStandardDeviation = "GS0319";
    public const string BadMeasurementError = "GS0320";
    public const string DisclaimerIncomplete = "GS0321";
    public const string NotAReferral = "GS0322";
    public const string BadChange = "GS0323";
    public const string RangeReversed = "GS0324";
    public const string NumberOutOfRange = "GS0325";
    public const string PropertyDoesNotApply = "GS0326";
    public const string ReferenceDoesNotFitFactor = "GS0327";

    public const string ClassFails = "GS0328";
    public const string BadConversion = "GS0329";
    public const string BadDerivationCase = "GS0330";
    public const string EffectOutOfRange = "GS0331";
    public const string BadLimit = "GS0332";
    public const string RepeatedChange = "GS0333";
    public const string BadMovement = "GS0334";
    public const string ConcernInSafety = "GS0335";
    public const string DerivationCycle = "GS0336";
    public const string TargetNotNumeric = "GS0337";
    public const string ItemWithoutScores = "GS0338";
    public const string BadPower = "GS0339";
    public const string SafetyReadsEstimate = "GS0340";
    public const string PresenceNotBoolean = "GS0341";
    public const string CoreNotAskable = "GS0342";
    public const string AskCircle = "GS0343";
    public const string ReferralActs = "GS0344";
    public const string UnknownText = "GS0345";
    public const string TextListMisfit = "GS0346";
    public const string AllergenNotBoolean = "GS0347";
    public const string ReferenceOfBoth = "GS0348";
    public const string NoWholeNumberInReference = "GS0349";
    public const string AskGateOfSafety = "GS0350";

    public const string CyclicExtends = "GS0401";
    public const string ExtendedSetMissing = "GS0402";
    public const string VersionNotSatisfied = "GS0403";
    public const string LockedRuleReplaced = "GS0411";
    public const string LockedRuleRemoved = "GS0412";
    public const string LockedFactorChanged = "GS0413";
    public const string LockedFactorScreened = "GS0414";
    public const string LockedReferralTouched = "GS0415";
    public const string LockedTargetMoved = "GS0416";
    public const string LockedScreenChanged = "GS0417";
    public const string LockedDerivationTouched = "GS0418";
    public const string LockedTextReplaced = "GS0419";
    public const string LockedAimLost = "GS0420";

    public const string UnknownFactor = "GS0501";
    public const string UnknownConcern = "GS0502";
    public const string WrongKind = "GS0503";
    public const string ValueOutOfBounds = "GS0504";
    public const string NoConversion = "GS0505";
    public const string DateAfterAsOf = "GS0506";
    public const string NotAsked = "GS0507";
    public const string QuizContradicts = "GS0508";
    public const string ScreenAnsweredTwice = "GS0509";
    public const string CompactNeedsRuleSet = "GS0510";

    public const string BadSentence = "GS0601";
    public const string BadForm = "GS0602";

    public const string RuleNeverFires = "GS1001";
    public const string RuleNeverMoves = "GS1002";
    public const string UnusedFactor = "GS1003";
    public const string UnusedEvidence = "GS1004";
    public const string RuleWithoutEvidence = "GS1005";
    public const string KnotOutOfBounds = "GS1006";
    public const string DuplicateRule = "GS1007";
    public const string NoInterventionChangesFactor = "GS1008";
    public const string ConditionWithoutRule = "GS1009";
    public const string PrefixMatchesNothing = "GS1010";
    public const string KnownGateInScoredRule = "GS1011";
    public const string DraftRule = "GS1012";
    public const string MentionRemoved = "GS1013";
    public const string MissingSentence = "GS1014";
    public const string AnswerLeftOut = "GS1015";
    public const string QuizCannotSayYes = "GS1016";
    public const string QuizAnswersTwice = "GS1017";
    public const string NoTraitOfSiblings = "GS1018";
    public const string RuleForEverybody = "GS1019";
    public const string EmptyAll = "GS1020";
    public const string JudgementTooSure = "GS1021";
    public const string KnownInSafety = "GS1022";
    public const string UnreadFormItem = "GS1023";
    public const string DerivationWithoutError = "GS1024";
    public const string SafetyReadsGated = "GS1025";
    public const string TraitSuggested = "GS1026";
    public const string LimitLifted = "GS1027";
    public const string IndicatedAndContraindicated = "GS1028";
    public const string IndicationWithoutEvidence = "GS1029";
    public const string TooMuchToList = "GS1030";

    public const string GatePartDecidesNothing = "GS1101";
    public const string CauseCountedTwice = "GS1102";
    public const string UntestedRule = "GS1103";
    public const string ContraindicatedForAll = "GS1104";
    public const string CurveTurnsBack = "GS1105";
    public const string ReviewPassed = "GS1106";
    public const string MissingText = "GS1107";
    public const string BadSuppression = "GS1190";

    public const string ClaimOfCure = "GS1201";
    public const string ClaimOfPrevention = "GS1202";
    public const string ClaimOfDiagnosis = "GS1203";
    public const string ProbioticBenefit = "GS1204";
    public const string ClaimOfEffect = "GS1205";

    public const string OtherRuleSet = "GS1301";

    /// <summary>All codes in order: code, severity, what it means, what to do.</summary>
    public static ImmutableArray<DiagnosticDescription> All { get; } =
    [
        Error(Syntax, "The text is not JSON", "Mend the text at that place; nothing behind it was read."),
        Error(DocumentTooLarge, "The document is larger than 16 MiB", "Split it into several rule sets."),
        Error(TooDeep, "The document is nested deeper than 64 levels", "Flatten it."),
        Error(TooManyEntries, "A section has more than 100,000 entries", "Split it into several rule sets."),
        Error(GateTooLarge, "A gate has more than 1,000 nodes; each choice of an 'in' counts as one", "Split the rule."),
        Error(TooManyFaults, "The form of a document has more than 10,000 faults", "Mend those listed; the others come to light then."),
        Error(
            TooManyPairs,
            "More than a million pairs: of interventions with conditions or safety rules, of trial effects with conditions, of factors in screens with the nodes of their gates, or of factors with the answers they wait for; a hundred million over all tests",
            "Split the rule set into several."),
        Error(ChainTooLong, "A factor is worked out through more than 100 others, one after the other", "Derive it from what the person answers, and ask 'askWhen' of an answer."),
        Error(UnknownProperty, "A property that the format does not have", "Mend the name, or begin it with x- if it is a note of your own."),
        Error(MissingProperty, "A required property is missing", "Add it."),
        Error(WrongType, "A value of the wrong type", "Write the type that the message names."),
        Error(UnknownKeyword, "A word that is not one of those allowed there", "Use one of the words the hint lists."),
        Error(RepeatedProperty, "The same property twice in one object", "Keep one of the two."),
        Error(NonFiniteNumber, "A number too large for a double", "Write a finite number."),
        Error(IdNotKebab, "An id that is not kebab-case", "Use lower-case letters, digits and hyphens, in groups parted by dots."),
        Error(VersionNotSemVer, "A version that is not Semantic Versioning", "Write it like 1.2.0."),
        Error(BadVersionRange, "A version range that cannot be read", "Write it like >=1.0.0 <2.0.0."),
        Error(BadDate, "A date that is not YYYY-MM-DD", "Write it like 2026-11-20."),
        Error(DuplicateId, "The same id twice in one section", "Rename or remove one of the two."),
        Error(DanglingReference, "An id that nothing has", "Mend the id, or add the entry."),
        Error(UnknownScreen, "A screen that the rule set does not have", "Mend the id."),
        Error(RemovedIdUnknown, "An entry to be removed that no extended rule set has", "Mend the id, or leave the line out."),
        Error(KnotsNotIncreasing, "The knots of a curve do not strictly increase", "Order them by amount, each amount once."),
        Error(BurdenOutOfRange, "A burden outside [0, 1]", "Give a burden from 0 to 1; the effect carries the size."),
        Error(RatioNotPositive, "A ratio that is not above 0", "Ratios compare odds, risks or hazards: they are above 0."),
        Error(IntervalMissesValue, "An interval that does not contain its value", "Check both against the source."),
        Error(MixedSigns, "An overlap group with effects of both signs", "Part the group by sign."),
        Error(GateTypeMismatch, "A comparison that does not fit the factor's kind", "Compare numbers with numbers, choices with choices."),
        Error(MinAboveMax, "A least value above the greatest", "Swap them."),
        Error(ReferenceOutOfBounds, "A reference outside the factor's bounds", "Mend the reference or the bounds."),
        Error(ReferenceReversed, "A reference whose low end is above its high end", "Swap them."),
        Error(ConversionByZero, "A conversion that multiplies by 0", "Give the multiplier."),
        Error(ShrinkageOutOfRange, "A shrinkage outside [0, 1]", "Give a factor from 0 to 1."),
        Error(CapBelowOne, "A cap below an odds ratio of 1", "Give 1 or more."),
        Error(BadBands, "Bands that do not rise, or have no open last one", "Order them by 'below' and leave it out of the last."),
        Error(ScreenFactorNotBoolean, "A screen with a factor that is not yes/no", "Ask it on its own."),
        Error(ResponseDoesNotFitFactor, "A curve on a yes/no or choice factor, levels on a number, or neither", "Numbers take a curve, the others levels."),
        Error(UnknownChoice, "A choice that the factor does not have", "Use one of the factor's choices."),
        Error(BadGateForm, "A gate without a form, with two, or with a factor and no comparison", "Give one of factor, all, any, not, known, concern; a factor with a comparison."),
        Error(BadEffectForm, "An effect without a measure or with two", "Give exactly one of oddsRatio, riskRatio, hazardRatio, smd, meanDifference, logOdds."),
        Error(BadStandardDeviation, "A mean difference without a standard deviation above 0, or one where none belongs", "Give sd in the points of the instrument."),
        Error(BadMeasurementError, "A measuring error without sd or cv, with both, or negative", "Give one of the two, 0 or more."),
        Error(DisclaimerIncomplete, "A disclaimer that does not say, in a sentence of its own, that this is not a diagnosis", "Put in the sentence: This is not a diagnosis. (German: Dies ist keine Diagnose.)"),
        Error(NotAReferral, "A red flag refers to an intervention that is not a referral", "Name an intervention of the category referral."),
        Error(BadChange, "A change without atMost, atLeast or set, with two, or one that does not fit the factor", "Give exactly one, inside the factor's bounds."),
        Error(RangeReversed, "A range whose first number is above its second", "Swap them."),
        Error(NumberOutOfRange, "A number outside what is allowed there", "Give a number in the range that the message names."),
        Error(PropertyDoesNotApply, "A property that does not go with the others of its entry", "Leave it out, or change the kind."),
        Error(ReferenceDoesNotFitFactor, "A reference that does not fit the factor's kind", "Numbers take low and high, the others a value."),
        Error(ClassFails, "A rule written as a class fails, or gives no burden, where nothing is known", "Let it return the burdens the missing answers leave possible: known.Range(factor), or BurdenRange.Any."),
        Error(BadConversion, "A conversion without multiply and divide, with both, or one that rounds to other than 0 to 6 decimals", "Give exactly one of multiply and divide, and round from 0 to 6."),
        Error(BadDerivationCase, "A case of a derivation, or a term of it, without a form or with two", "Give exactly one of linear, product, lms; a term is a number, or has levels or a curve."),
        Error(EffectOutOfRange, "An effect, or an end of its interval, whose log odds are not finite or beyond ±20", "Check the number and its scale against the source."),
        Error(BadLimit, "A limit of a change that is not above 0, beside another, or on what is no number", "Give one limit above 0, in the factor's unit or in percent."),
        Error(RepeatedChange, "Two changes on one factor for everyone", "Give all but the last a when."),
        Error(BadMovement, "A movement up or down of a yes/no or choice factor", "Write any."),
        Error(ConcernInSafety, "A safety rule that depends on what the person is concerned about", "Ask for the condition itself: a yes/no factor."),
        Error(DerivationCycle, "Derivations that need each other in a circle", "Leave one of them out."),
        Error(TargetNotNumeric, "A derivation that fills a factor that takes no number", "Fill a number or an integer."),
        Error(ItemWithoutScores, "A choice factor that a derivation reads as a number, without a score for each choice", "Give the factor scores for each choice, or the term levels."),
        Error(BadPower, "A power other than -2, -1, 1 and 2", "Use one of these."),
        Error(SafetyReadsEstimate, "A safety rule that reads a factor that an estimate may fill", "Read what the person was asked."),
        Error(PresenceNotBoolean, "A presence that is no yes/no factor", "Name a yes/no factor that asks whether the person has the condition."),
        Error(CoreNotAskable, "A core factor that a person cannot be asked for and that no derivation fills", "Ask for it, or add a derivation."),
        Error(AskCircle, "Questions whose askWhen, or whose screens, depend on each other in a circle", "Break the circle."),
        Error(ReferralActs, "A referral with changes, effects or indications", "Leave them out: a referral is someone to see, and nothing blocks it."),
        Error(UnknownText, "A section or field of texts that there is not", "Use a section of the rule set and a field of its entries that a person reads."),
        Error(TextListMisfit, "A list of texts that is not as long as that of the entry", "Give a text for each element, in the order of the entry."),
        Error(AllergenNotBoolean, "An allergen that is no yes/no factor", "Name the yes/no factor that speaks against the product."),
        Error(ReferenceOfBoth, "A reference with both a range and a value", "Numbers take low and high, the others a value."),
        Error(NoWholeNumberInReference, "A reference of an integer factor without a whole number in it", "Widen the range."),
        Error(AskGateOfSafety, "Whether a factor that a safety rule reads is asked depends on a concern, an estimate, or on what is known", "Ask on facts that the person states."),
        Error(CyclicExtends, "Rule sets that extend each other in a circle", "Break the circle."),
        Error(ExtendedSetMissing, "An extended rule set that was not given", "Give it too; nothing is searched for."),
        Error(VersionNotSatisfied, "An extended rule set in a version that does not fit", "Give a version in the range, or widen it."),
        Error(LockedRuleReplaced, "An overlay replaces a locked safety rule", "Leave the rule as it is; a stricter rule can have an id of its own."),
        Error(LockedRuleRemoved, "An overlay removes a locked safety rule", "Leave the rule in."),
        Error(LockedFactorChanged, "An overlay changes or removes a factor that a locked safety rule reads, or that decides whether such a one is asked", "Keep all of it but group, codes, evidence, core, and the name of one with a question."),
        Error(LockedFactorScreened, "An overlay adds a factor that a locked safety rule reads to a screen", "Ask it as the extended rule set does."),
        Error(LockedReferralTouched, "An overlay removes or replaces a referral that a locked safety rule names", "Leave the referral as it is."),
        Error(LockedTargetMoved, "An overlay moves an intervention that a locked safety rule is for into the category referral", "Keep its category."),
        Error(LockedScreenChanged, "An overlay changes how a screen asks for a factor that a locked safety rule reads", "Keep its gate and title, and the factor in it; a screen of your own can ask more."),
        Error(LockedDerivationTouched, "An overlay adds, replaces or removes a derivation of a factor that a locked safety rule reads", "Leave it as the extended rule set has it."),
        Error(LockedTextReplaced, "An overlay replaces a text that a locked safety rule rests on", "Leave it out; a language that has none can be added."),
        Error(LockedAimLost, "An overlay takes a trait or a movement that a locked safety rule is for away from an intervention", "Keep it; an intervention that differs can have an id of its own."),
        Error(UnknownFactor, "A factor that the rule set does not have", "Mend the id."),
        Error(UnknownConcern, "A concern that the rule set does not have", "Mend the id."),
        Error(WrongKind, "An answer of the wrong kind", "Answer in the factor's kind."),
        Error(ValueOutOfBounds, "An answer outside the factor's bounds", "Check the number and its unit."),
        Error(NoConversion, "A unit that the factor has no conversion from", "Use the factor's unit, or one it converts from."),
        Error(DateAfterAsOf, "A date after the day the profile speaks for", "Check the date, or asOf."),
        Error(NotAsked, "An answer to a question that was not asked", "Answer the items of the current question; Change changes any other answer."),
        Error(QuizContradicts, "Two answers of a quiz that say different things of one factor", "Ask the person which of the two it is."),
        Error(ScreenAnsweredTwice, "A screen answered twice in one profile", "Keep the later answer."),
        Error(CompactNeedsRuleSet, "A compact assessment without the rule set that made it", "Read it with scoring.ReadAssessment, of a service with the rule set of that hash."),
        Error(BadSentence, "A sentence in a table of words has other places to fill in than the English one", "Use each of {0}, {1} … that the English sentence has, and no other braces."),
        Error(BadForm, "A language, a decimal mark or a form of dates in a table of words that cannot be used", "Name the language like fr or de-CH; the mark is . or ,; a date has year, month and day, like dd/MM/yyyy."),
        Warning(RuleNeverFires, "A rule that can never fire", "Its gate contradicts itself, or asks for values the factor cannot have."),
        Warning(RuleNeverMoves, "A rule that never moves a score", "Its curve is flat at 0 or its effect is none."),
        Warning(UnusedFactor, "A factor that nothing uses", "Remove it, or use it."),
        Warning(UnusedEvidence, "An evidence entry that nothing uses", "Remove it, or cite it."),
        Warning(RuleWithoutEvidence, "A rule without evidence", "Cite its source."),
        Warning(KnotOutOfBounds, "A knot outside the factor's range", "Mend the curve or the bounds."),
        Warning(DuplicateRule, "Two rules with the same condition, factor and gate", "Merge them, or give them different gates."),
        Warning(NoInterventionChangesFactor, "A modifiable factor that no intervention changes", "Add an intervention, or say that it cannot be changed."),
        Warning(ConditionWithoutRule, "A condition without a rule", "Nothing can be said of it: add a rule or remove it."),
        Warning(PrefixMatchesNothing, "A prefix that matches no intervention", "Mend the prefix."),
        Warning(KnownGateInScoredRule, "A scored rule with a 'known' gate", "The interval does not cover what an answer would switch through it."),
        Warning(DraftRule, "A rule that is still a draft", "Have it reviewed."),
        Warning(MentionRemoved, "A mention of a removed entry was removed with it", "Nothing, if that is what you meant."),
        Warning(MissingSentence, "A sentence is missing from a table of words", "Add it; until then it is said in English."),
        Warning(AnswerLeftOut, "Something in a saved consultation that the rule set in force does not have", "Nothing: it is asked again where it matters."),
        Warning(QuizCannotSayYes, "A quiz that says a screen was answered, and of which no answer says yes to some of its lines", "Show each line, map its yes, and list under 'items' what the quiz shows; or leave the screen to a consultation."),
        Warning(QuizAnswersTwice, "Two questions of a quiz that answer one factor", "Ask it once; where the two differ, the answers are refused."),
        Warning(NoTraitOfSiblings, "An intervention of an overlay does what others do, and has none of their traits", "Give it the traits that it shares with them."),
        Warning(RuleForEverybody, "A scored rule without factor and without when: it counts for everybody", "Give it a factor or a when."),
        Warning(EmptyAll, "An empty 'all', which is always true", "Leave it out, or say what has to hold."),
        Warning(JudgementTooSure, "A judgement with a certainty above low", "Say low or very-low, or cite the figure."),
        Warning(KnownInSafety, "A safety rule with 'known' outside 'not'", "An answer that is missing or too old makes it false: compare the value instead."),
        Warning(UnreadFormItem, "An item of a form that neither a derivation nor a rule reads", "Take it out, or read it."),
        Warning(DerivationWithoutError, "A derivation that does not say how far it may be off", "Give its error."),
        Warning(SafetyReadsGated, "A safety rule that reads a factor that is not asked of everybody", "Check that the rule cannot hold for those who are not asked."),
        Warning(TraitSuggested, "An intervention without a trait that all its siblings have", "Give it the trait, or say why it differs."),
        Warning(LimitLifted, "An overlay lifts or removes the limit of a change", "Keep the limit, or cite what shows that more can be expected."),
        Warning(IndicatedAndContraindicated, "An overlay recommends what a locked contraindication is for", "Check that the two speak of different people."),
        Warning(IndicationWithoutEvidence, "An indication without evidence", "Cite the guideline."),
        Warning(TooMuchToList, "More than 10,000 warnings, or 100,000 pairs of rules on the same factors: the others are left out", "Mend those listed; the others come to light then."),
        Warning(GatePartDecidesNothing, "A part of a gate that can never hold, or always does (lint --analyze)", "Leave the part out, or mend it."),
        Warning(CauseCountedTwice, "Two rules that count one cause, in no common overlap group (lint --analyze)", "Give both the same overlap."),
        Warning(UntestedRule, "A rule that speaks in no test, in a rule set that has tests (lint --analyze)", "Add a test with a person it speaks of."),
        Warning(ContraindicatedForAll, "An intervention for everyone that is contraindicated for everyone (lint --analyze)", "Mend the contraindications, or take it out."),
        Warning(CurveTurnsBack, "A curve that changes direction, or two rules of one factor that pull against each other (lint --analyze)", "Check the knots, or part the rules by their gates."),
        Warning(ReviewPassed, "A review that is too old, or in the future (lint --as-of)", "Review the rule and set reviewedOn."),
        Warning(MissingText, "An entry without a text in a culture that has one for at least half of its section (lint --analyze)", "Add the text; until then it falls back to the rule set's own language."),
        Warning(BadSuppression, "A suppression without a reason, of an error, or in vain", "Give the reason, or take the suppression out."),
        Warning(ClaimOfCure, "Words that say something treats, heals or cures (lint --claims)", "Say what studies saw, in whom, and how sure that is."),
        Warning(ClaimOfPrevention, "Words that say something prevents or lowers the risk of a disease (lint --claims)", "Say what studies saw, in whom, and how sure that is."),
        Warning(ClaimOfDiagnosis, "Words that call the index a risk, a probability or a diagnosis (lint --claims)", "Call it an index."),
        Warning(ProbioticBenefit, "'Probiotic' as the subject of a benefit (lint --claims eu, gb)", "Say: in trials, people who took it had …"),
        Warning(ClaimOfEffect, "Words that promise an effect on health (lint --claims)", "Say what studies saw, in whom, and how sure that is."),
        Warning(OtherRuleSet, "A saved assessment that another rule set made", "Read it with the rule set that made it, for the report it had."),
    ];

    /// <summary>The severity of a code.</summary>
    public static DiagnosticSeverity SeverityOf(string code) =>
        string.CompareOrdinal(code, "GS1") < 0 ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;

    /// <summary>What to do about a code, where a fault has no hint of its own.</summary>
    public static string? RemedyOf(string code)
    {
        foreach (var description in All)
        {
            if (description.Code == code)
                return description.Remedy;
        }

        return null;
    }

    private static DiagnosticDescription Error(string code, string meaning, string remedy) =>
        new(code, DiagnosticSeverity.Error, meaning, remedy);

    private static DiagnosticDescription Warning(string code, string meaning, string remedy) =>
        new(code, DiagnosticSeverity.Warning, meaning, remedy);
}
